"""The documentation, and the generator of its command reference."""
