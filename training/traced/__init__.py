"""ONNX graphs of a PyTorch model by tracing; base/ writes them by hand."""
