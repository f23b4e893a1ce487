"""From attributions found to claims as the desk knows them: who, through whom, which words, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claims import agencies
from claims.attribution import assertions, certainty, evidence, media, pieces, rebuttals
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.kinds import may_be_voice
from claims.attribution.meaning import describe
from claims.attribution.speakers import phrase, resolve, roster
from claims.attribution.speakers.roster import Roster
from claims.attribution.speakers.scene import Memory, Speaker
from claims.attribution.split import split
from claims.language import denial
from claims.records import Link, Passage, Polarity, SourceKind, Speech, Story, claim_text
from claims.text import Span, Spans, cover


@dataclass(slots=True)
class _Desk:
    """What the making of passages needs to know of a story."""

    copy: Copy
    roster: Roster
    memory: Memory
    own: tuple[str, ...]  # names of the story's own agency


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a claim: an attribution, one stretch of its content, and whom its source was taken for."""

    found: Found
    content: Spans
    speaker: Speaker
    chain: tuple[Link, ...]


def make(story: Story, copy: Copy, found: Iterable[Found]) -> tuple[Passage, ...]:
    """The claims of a story from its attributions, which must be in the order of the text; the unlikely left out."""
    kept = (made for one in candidates(story, copy, found) if (made := _claim(story, copy, one)) is not None)
    return tuple(sorted(kept, key=lambda p: p.content))


def _claim(story: Story, copy: Copy, one: Candidate) -> Passage | None:
    """The claim, with its confidence; None where it is likely to be none."""
    known = dict(evidence.traits(copy, one.found, one.content, one.speaker))
    claim = certainty.likelihood(known)
    if one.found.frame == rebuttals.FRAME:
        claim = max(claim, one.found.confidence)  # the models have seen too few of them; the grammar leaves no doubt
    sure = certainty.certainty(known, claim)
    if not certainty.is_given_out(known, claim, sure):
        return None
    return _passage(story, copy, one, claim, sure, silent="silence" in known)


def candidates(story: Story, copy: Copy, found: Iterable[Found]) -> tuple[Candidate, ...]:
    """All that may be claims of a story."""
    own = _own_names(story)
    desk = _Desk(copy, roster.read(copy), Memory(), own)
    made: list[Candidate] = []
    found = tuple(found)
    for one in found:
        _note_person(desk, one)
    ordered = sorted(found, key=lambda f: (f.source or f.cue or f.content)[0])
    inside: dict[tuple[Spans, Spans], list[Found]] = {}
    for one in ordered:
        if one.outer and (one.frame == "relayed" or not _speaks_of_himself(desk, one)):
            inside.setdefault((one.outer[0].source, one.outer[0].cue), []).append(one)
    for one in ordered:
        made.extend(_claims(desk, one, inside.get((one.source, one.cue), [])))
    return tuple(made)


def _note_person(desk: _Desk, one: Found) -> None:
    """Whoever speaks under a person's name is a person wherever the name stands."""
    for span in one.voice or one.source:
        name = phrase.read(desk.copy.body[span.start : span.end]).person
        if name and (person := desk.roster.person(name)) is not None:
            person.sure = True


def _own_names(story: Story) -> tuple[str, ...]:
    agency = agencies.find(story.agency or "")
    if agency is None:
        return (story.agency,) if story.agency else ()
    return (agency.name, agency.short, *agency.other_names)


def _speaks_of_himself(desk: _Desk, inner: Found) -> bool:
    """Whether the source of a nested attribution is a pronoun: "he said he had told them" is one claim."""
    words = claim_text(desk.copy.body, inner.source).lower()
    if inner.outer and inner.outer[0].frame == "according" and words in ("he", "she"):
        return False  # "…, he answered, according to three people there": he is none of them
    return not words or words in phrase.PRONOUNS or words in ("nobody", "no one", "anyone", "anybody", "none")


def _told_within(content: Spans, inner: Found) -> bool:
    """Whether a claim is no more than what somebody else said in it: "that Mishustin told Xi that …"."""
    inside = sum(a.overlap(b) for a in (*inner.source, *inner.cue, *inner.content) for b in content)
    return inside >= 0.6 * sum(b.end - b.start for b in content)


def _claims(desk: _Desk, one: Found, inside: list[Found]) -> Iterator[Candidate]:
    if one.outer and one.frame != "relayed" and _speaks_of_himself(desk, one):
        return
    if assertions.asks_for_anonymity(desk.copy, one) or assertions.is_nobody(desk.copy, one):
        return
    parts = split(desk.copy, one.content)
    if one.frame == "according" and all(any(_told_within(p, inner) for inner in inside) for p in parts):
        return  # whoever passed it on has not spoken himself: "he" is not him
    speaker = _speaker(desk, one) or _nobody(desk, one)
    home = _home(desk, one)
    chain = _chain(desk, one, speaker, told=[p for p in parts if desk.copy.sentence_at(p[0].start) not in home] == [])
    for content in parts:
        if any(_told_within(content, inner) for inner in inside):
            continue
        here = not one.medium or desk.copy.sentence_at(content[-1].end - 1) in home
        yield Candidate(one, content, speaker, chain if here else chain[:1])


def _speaker(desk: _Desk, one: Found) -> Speaker | None:
    if assertions.is_nobody(desk.copy, one):
        return None
    memory = desk.memory
    if one.frame == "relayed" and _speaks_of_himself(desk, one):  # whom the outlet quotes is not the outlet
        holders = {claim_text(desk.copy.body, s) for f in one.outer for s in (f.voice, f.source) if s}
        memory = Memory([m for m in memory.spoken if m[1].name not in holders])
    return resolve.resolve(desk.copy, desk.roster, memory, one.voice or one.source, one.content)


def _nobody(desk: _Desk, one: Found) -> Speaker:
    """A source that cannot be told, or none at all: no name is better than a wrong one."""
    words = claim_text(desk.copy.body, one.source)
    doubt = f"who {words!r} is, is unclear" if words else "no source is named"
    return Speaker("", SourceKind.UNNAMED, 0.3, named=False, doubt=doubt)


def _home(desk: _Desk, one: Found) -> set[int]:
    """The sentences in which source and cue stand: a medium is named for what stands there, and for no more."""
    return {desk.copy.sentence_at(s.start) for s in (*one.source, *one.cue)}


def _chain(desk: _Desk, one: Found, speaker: Speaker, *, told: bool) -> tuple[Link, ...]:
    """From the claimant outwards. `told`: all of the content stands where the medium is named."""
    own = one.source if speaker.others else pieces.of_speaker(desk.copy, one, speaker.name)
    links = [Link(speaker.name, speaker.kind, own, one.cue, one.content)]
    if (name := _medium(desk, one)) is not None:
        source = tuple(sorted((*own, *one.medium))) if told else own
        links.append(Link(name, SourceKind.AGENCY, source, one.cue, one.content))
    for outer in one.outer:
        heard = Memory(list(desk.memory.spoken))
        teller = resolve.resolve(desk.copy, desk.roster, heard, outer.voice or outer.source, outer.content)
        if teller is not None and teller.name not in ("", links[-1].name) and _may_pass_on(desk, teller, outer):
            links.append(Link(teller.name, teller.kind, outer.source, outer.cue, outer.content))
            told_to = _medium(desk, outer)
            if told_to is not None and told_to not in (link.name for link in links):
                links.append(Link(told_to, SourceKind.AGENCY, outer.source, outer.cue, outer.content))
    return tuple(links)


def _medium(desk: _Desk, one: Found) -> str | None:
    """The medium that somebody told it; a person addressed ("told Lapin") is none."""
    if not one.medium:
        return None
    words = desk.copy.body[one.medium[0].start : one.medium[0].end]
    addressed = desk.roster.person(words) is not None
    return None if addressed else media.medium(words, desk.own, desk.copy.body)


def _may_pass_on(desk: _Desk, teller: Speaker, outer: Found) -> bool:
    """Whether an outer source can be a voice, and not the story's own agency."""
    words = desk.copy.range((outer.voice or outer.source)[-1])
    return may_be_voice(desk.copy, *words) and not media.is_own(teller.name, desk.own)


def _passage(story: Story, copy: Copy, candidate: Candidate, claim: float, sure: float, *, silent: bool) -> Passage:
    one, content, speaker = candidate.found, candidate.content, candidate.speaker
    near = tuple(s for s in one.cue if abs(s.start - content[0].start) <= _REACH)
    meant = describe(copy.body, content, near, _sentences(copy, (*content, *near)), story.published)
    asserts = not silent or assertions.asserts(copy, one)
    polarity = Polarity.DENIES if one.frame == rebuttals.FRAME else meant.polarity if asserts else Polarity.ASSERTS
    negative = polarity is Polarity.DENIES or any(denial.negated(copy.body, span) for span in content)
    return Passage(
        text=claim_text(copy.body, content),
        chain=candidate.chain,
        claimants=(speaker.name, *speaker.others) if speaker.name else (),
        speech=_speech(copy, content),
        kind=meant.kind,
        polarity=polarity,
        modality=meant.modality,
        checkable=meant.checkable and not silent and _is_claim(one, claim),
        named=speaker.named,
        unnamed=speaker.unnamed,
        figures=meant.figures,
        places=meant.places,
        when=meant.when,
        confidence=certainty.of_whole(sure, negative=negative),
        doubt=speaker.doubt,
        share=content if content != one.content else (),
    )


_DOUBTFUL = 0.75
"""What only the tagger sees and is less likely a claim than this may be a wish or an act as well as a claim."""
_REACH = 1000
"""Characters: a cue further off (the speaker of a whole page of quotation) tells nothing of a claim's meaning."""


def _is_claim(one: Found, claim: float) -> bool:
    """Whether an attribution is surely more than a wish, an act or the naming of a source."""
    return bool(one.source) and one.frame != "cited" and (one.frame != "tagged" or claim >= _DOUBTFUL)


def _sentences(copy: Copy, spans: Spans) -> Span:
    """The sentence, or the run of sentences, that holds a claim and its cue."""
    whole = cover(spans)
    first, last = copy.sentences[copy.sentence_at(whole.start)], copy.sentences[copy.sentence_at(whole.end - 1)]
    return Span(min(first.start, whole.start), max(last.end, whole.end))


def _speech(copy: Copy, content: Spans) -> Speech:
    """Direct where all words stand in quotation marks, mixed where some do."""
    words = [i for i in copy.within(content) if copy.words[i][0].isalnum()]
    inside = sum(copy.quote_of[i] >= 0 for i in words)
    if words and inside == len(words):
        return Speech.DIRECT
    return Speech.MIXED if inside else Speech.INDIRECT


def kind_of(name: str) -> SourceKind:
    """What a claimant is, by the name alone."""
    return phrase.read(name).kind


def plain(story: Story, span: Span, chain: tuple[Link, ...], external_id: str | None) -> Passage:
    """A claim whose words are all of `span`, attributed (or not) by whoever sent it."""
    meant = describe(story.body, (span,), (), span, story.published)
    return Passage(
        text=claim_text(story.body, (span,)),
        chain=chain,
        claimants=(chain[0].name,) if chain[0].name else (),
        kind=meant.kind,
        polarity=meant.polarity,
        modality=meant.modality,
        checkable=meant.checkable,
        figures=meant.figures,
        places=meant.places,
        when=meant.when,
        external_id=external_id,
    )
