"""What the network of the calibration does not see, and the confidence is therefore learnt from."""

from collections.abc import Sequence
from pathlib import Path

EVERY = 4  # one document of PolNeAR in so many, and one scenario of the desk corpus


def documents(count: int) -> range:
    """The numbers of the documents of PolNeAR train, in the order of their names."""
    return range(0, count, EVERY)


def scenarios(names: Sequence[str]) -> frozenset[str]:
    """The scenarios of the desk corpus, of all their names."""
    return frozenset(sorted(set(names))[::EVERY])


def folders(part: Path) -> list[Path]:
    """The folders of the scenarios."""
    found = sorted(x for x in part.iterdir() if x.is_dir())
    chosen = scenarios([x.name for x in found])
    return [x for x in found if x.name in chosen]
