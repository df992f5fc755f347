"""RobustSAM in PyTorch, one file per box of the paper (arXiv 2406.09627)."""
