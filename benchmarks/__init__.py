"""Commands that measure quality and speed on the shared corpora."""
