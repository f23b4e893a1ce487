"""Counts the frozen table of document frequencies: `python -m training.idf`.

A document is a sentence: of the Reuters-21578 sentences, of PolNeAR's train part and of the desk corpus's train part.
Stems in fewer than two sentences and trigrams in fewer than three are left out, so that the table stays under 600 KB.
Only counts leave the corpora. The same corpora give the same bytes. Half a minute on one core.
"""

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claims.language import idf
from claims.text import sentences
from training import corpora

SHARED = Path(os.environ.get("CLAIMS_SHARED", Path(__file__).parents[1] / ".." / "shared")) / "corpora"
TARGET = Path(__file__).parents[1] / "claims" / "language" / "data" / "frequencies.txt.gz"
NAME = "sentences-2026.1"
LEAST_WORDS, LEAST_TRIGRAMS = 2, 3


def texts() -> Iterator[str]:
    """Every sentence to count, in a fixed order."""
    with gzip.open(SHARED / "reuters21578_sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    for document in corpora.polnear(SHARED / "polnear" / "train"):
        yield from (document.text[a:b] for a, b in sentences(document.text))
    for folder in sorted((SHARED / "desk" / "train").iterdir()):
        for story, _ in corpora.stories(folder):
            yield from (story["body"][a:b] for a, b in sentences(story["body"]))


def count() -> tuple[int, Counter[str], Counter[str]]:
    """Number of sentences, and in how many each stem and each trigram stands."""
    documents, stems, trigrams = 0, Counter[str](), Counter[str]()
    for text in texts():
        documents += 1
        stems.update(set(idf.words(text)))
        trigrams.update(set(idf.trigrams(text)))
    return documents, stems, trigrams


def main() -> None:
    """Count and write the table."""
    documents, stems, trigrams = count()
    lines = [f"{NAME} {documents}"]
    lines += [f"w\t{term}\t{n}" for term, n in sorted(stems.items()) if n >= LEAST_WORDS]
    lines += [f"t\t{term}\t{n}" for term, n in sorted(trigrams.items()) if n >= LEAST_TRIGRAMS]
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), compresslevel=9, mtime=0))
    print(f"{documents} sentences, {len(lines) - 1} terms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
