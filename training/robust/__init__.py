"""The trained head in graphs of our own: what model/light_head.py computes, the fast way."""
