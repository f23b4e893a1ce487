"""Two wordings side by side: the words that differ, and figures as people write them."""

from __future__ import annotations

from claims.records import Figure, Passage
from claims.text import fold

_MOST = 12  # words shown of a side


def differing(before: str, after: str) -> tuple[str, str]:
    """The shortest middle of each in which they differ; ("governor", "Moscow regional governor") keeps one word."""
    old, new = before.split(), after.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if len(old) == start + end or len(new) == start + end:  # only added or only taken out: show beside what
        end, start = (end - 1, start) if end else (end, max(start - 1, 0))
    return _short(old[start : len(old) - end]), _short(new[start : len(new) - end])


def _short(words: list[str]) -> str:
    return " ".join(words) if len(words) <= _MOST else " ".join(words[:_MOST]) + " …"


def shown(figure: Figure) -> str:
    """The interval as people write it: "107", "at least 71", "12–15", "about 40"."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        text = _number(low) if low == high else f"{_number(low)}–{_number(high)}"
    elif low is not None:
        text = f"at least {_number(low)}"
    else:
        text = f"at most {_number(high)}" if high is not None else "?"
    return f"about {text}" if figure.approximate and None not in (low, high) else text


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def same_figure(one: Figure, other: Figure) -> bool:
    """Whether two figures give the same value."""
    return (one.low, one.high, one.approximate) == (other.low, other.high, other.approximate)


def same_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing, as far as both say what they count."""
    counted = one.counted is None or other.counted is None or fold(one.counted) == fold(other.counted)
    action = one.action is None or other.action is None or fold(one.action) == fold(other.action)
    return (counted or (one.action is not None and one.action == other.action)) and action


def changed_figures(old: Passage, new: Passage) -> tuple[tuple[Figure, Figure], ...]:
    """The figures that say something else, each with its old one: by what they count, else by their order."""
    left = [figure for figure in new.figures if not any(same_figure(figure, o) for o in old.figures)]
    gone = [figure for figure in old.figures if not any(same_figure(figure, n) for n in new.figures)]
    pairs = []
    for figure in left:
        match = next((o for o in gone if same_thing(o, figure)), gone[0] if len(gone) == len(left) == 1 else None)
        if match is not None:
            gone.remove(match)
            pairs.append((match, figure))
    return tuple(pairs)


def what_changed(old: Passage, new: Passage) -> str:
    """ "wounded 170 → 107", or the words that differ."""
    pairs = changed_figures(old, new)
    if pairs:
        return ", ".join(f"{_label(o, n)}{shown(o)} → {shown(n)}" for o, n in pairs)
    if fold(old.text) == fold(new.text):
        return f'"{old.claimant}" → "{new.claimant}"' if old.claimant != new.claimant else "read otherwise"
    before, after = differing(old.text, new.text)
    return f'"{before}" → "{after}"'


def _label(old: Figure, new: Figure) -> str:
    name = new.action or old.action or new.counted or old.counted or new.unit
    return f"{name} " if name else ""


def differs(one: Passage, other: Passage) -> bool:
    """Whether one version of a claim says something else than another: words, figures, polarity or claimant."""
    return _said(one) != _said(other)


def _said(passage: Passage) -> tuple[object, ...]:
    figures = tuple(_value(figure) for figure in passage.figures)
    return fold(passage.text), fold(passage.claimant), passage.polarity, figures


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.approximate, figure.unit, figure.counted
