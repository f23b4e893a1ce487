"""How well and how fast attributions are found: `python -m benchmarks.attribution`."""
