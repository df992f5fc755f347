"""SAM as a prior: do masks of a degraded photo help a network that restores it?

The paper's third experiment, made small. See `run.py`.
"""
