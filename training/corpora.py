"""Reads the annotated corpora, PolNeAR (brat standoff) and the desk corpus (JSON), as source, cue and content."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Place = tuple[int, int]

TEXT_BOUND = re.compile(r"^(T\d+)\t([\w-]+) (\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?$")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution; a part that is not annotated is empty."""

    source: list[Place]
    cue: list[Place]
    content: list[Place]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its outermost attributions."""

    name: str
    text: str
    gold: list[Gold]


def read_annotations(path: Path) -> list[Gold]:
    """The attributions of one brat file; those without content are left out, as the scorer leaves them out."""
    bound: dict[str, list[Place]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        match = TEXT_BOUND.match(line.rstrip("\r"))
        if match:
            bound[match[1]] = [(int(a), int(b)) for a, b in (part.split() for part in match[3].split(";"))]
        elif re.match(r"^E\d+\t", line):
            events.append([(a, b) for a, b in (x.split(":") for x in line.rstrip("\r").split("\t")[1].split())])
    out = []
    for event in events:
        roles: dict[str, list[Place]] = defaultdict(list)
        for role, name in event:
            roles[re.sub(r"\d+$", "", role).lower()] += bound.get(name, [])
        if roles["content"]:
            out.append(Gold(sorted(roles["source"]), sorted(roles["cue"]), sorted(roles["content"])))
    return out


def polnear(folder: Path) -> Iterator[Document]:
    """The documents of one compartment, by name; of several annotators the first by alphabet, as in the scorer."""
    by_name: dict[str, list[Path]] = defaultdict(list)
    for path in (folder / "attributions").glob("*.ann"):
        by_name[path.stem.rsplit("_", 1)[0]].append(path)
    for name in sorted(by_name):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Document(name, text, read_annotations(min(by_name[name])))


def stories(folder: Path) -> Iterator[tuple[dict[str, str], list[dict[str, object]]]]:
    """The last version of each story of a desk scenario, with its claims."""
    rows = [json.loads(x) for x in (folder / "stories.jsonl").read_text("utf-8").split("\n") if x.strip()]
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    last = {row["id"]: row for row in sorted(rows, key=lambda row: row.get("version", 1))}
    for name in sorted(last):
        yield last[name], [claim for claim in gold["claims"] if claim["story"] == name]
