"""How good masks are, by degradation, severity, set and prompt."""
