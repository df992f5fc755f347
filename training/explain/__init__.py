"""Shows one click from inside the head: tokens, layers and masks; see __main__.py."""
