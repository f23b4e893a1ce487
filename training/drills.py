"""Drills: sentences of wire copy made from templates, for forms that are rare in the corpora or not marked there.

Nested reports, datelines, "put the toll at", "said this while", noun phrases as contents. <s>, <c> and <t> mark source,
cue and content of the outermost attribution; what stands in braces is drawn from the lists below. All of it is our own.
"""

import random
import re
from collections.abc import Iterator

from training.corpora import Gold, Place
from training.examples import Example, example

COUNT = 160  # drill texts
FORMS = """
<s>{agency}</s> <c>reported</c> <t>that {person} told {listener} that {clause}</t>.
<s>{agency}</s> <c>reported</c> <t>that {body} said {clause}</t>.
<s>{agency}</s> <c>said</c> <t>{person} had told {listener} that {clause}</t>.
<s>{agency}</s> <c>reported on {day}</c> <t>that {body} had denied {deed}</t>.
<s>{agency}</s> <c>quoted</c> <t>{body} as saying that {clause}</t>.
<s>{agency}</s> <c>quoted</c> <t>{person} as saying on {day} that {clause}</t>.
<s>{agency}</s> <c>cited</c> <t>{body} as saying {clause}</t>.
<t>{Body} said {clause}</t>, <c>according to</c> <s>{agency}</s>.
<c>According to</c> <s>{agency}</s>, <t>{person} said that {clause}</t>.
<t>{Clause}</t>, <s>{agency}</s> <c>reported</c>, citing {body}.
<t>{Clause}</t>, <s>{agency}</s> <c>said</c>, quoting {body}.
<s>{Agency}</s>, citing {body}, <c>said</c> <t>that {clause}</t>.
<s>{Body}</s> <c>said</c> <t>that {body}'s claim that {clause} was false</t>.
<s>{Body}</s> <c>said</c> <t>{body} had told it that {clause}</t>.
<s>{Person}</s> <c>told</c> {agency} <t>that {clause}</t>.
<s>{Person}</s> <c>told</c> reporters in {place} on {day} <t>that {clause}</t>.
<t>{Clause}</t>, <s>{person}</s> <c>told</c> {agency}.
<t>{Clause}</t>, {agency} <c>was told by</c> <s>{body}</s>.
<t>"{Clause},"</t> <s>{person}</s> <c>told</c> {agency} by telephone.
<t>'{Clause},'</t> <c>said</c> <s>{person}</s>.
<t>‘{Clause},’</t> <c>said</c> <s>{person}</s>. <t>‘{Clause}.’</t>
<s>{Body}</s> <c>put</c> <t>the toll at {number}</t>.
<s>{Body}</s> <c>put</c> <t>the number of dead at {number} and of injured at {number}</t>.
<s>{Body}</s> <c>spoke of</c> <t>{number} {victims}</t>.
<s>{Body}</s> <c>gave</c> <t>a figure of {number}</t>.
<s>{Body}</s> <c>counted</c> <t>{number} {victims}</t>.
<t>{Number} {victims}</t>, <c>by</c> <s>{body}</s>'s <c>count</c>.
<t>{Number} {victims}</t>, <c>according to</c> <s>{body}</s>.
<s>{Body}</s> <c>denied</c> <t>{deed}</t>.
<s>{Body}</s> <c>has denied</c> <t>{deed}</t>, and gave no details.
<s>{Body}</s> <c>rejected</c> <t>the accusation</t>.
<s>{Body}</s> <c>dismissed</c> <t>the report</t> <c>as</c> <t>an invention</t>.
<s>{Body}</s> <c>called</c> <t>the report a lie</t>.
<s>{Body}</s> <c>accused</c> <t>{body}</t> <c>of</c> <t>{deed}</t>.
<s>{Body}</s> <c>blamed</c> <t>{body} for {deed}</t>.
<s>{Body}</s> <c>confirmed</c> <t>{deed}</t>.
<s>{Body}</s><c>:</c> <t>no comment</t>.
<s>{Body}</s><c>:</c> <t>{clause}</t>.
{dateline}<s>{Body}</s> <c>said</c> on {day} <t>that {clause}</t>.
{dateline}<t>{Clause}</t>, <s>{body}</s> <c>said</c> on {day}.
{dateline}<t>"{Clause},"</t> <s>{person}</s> <c>said</c> on {day}.
{dateline}<t>'{Clause},'</t> <s>{person}</s> <c>said</c>.
{dateline}{Clause}. <t>{Clause}</t>, <s>{body}</s> <c>said</c>.
{dateline}{Clause}.
By {name}
{Person} said this while {doing}.
{Person} said so while {doing}.
{Person} made the remark while {doing}.
{Person} left {place} on {day} without a word to reporters.
The self-proclaimed head of the region arrived in {place} on {day}.
The so-called council met in {place} on {day}.
{Clause}. No more details were at hand.
<t>{Clause}</t>, <s>{body}</s> <c>said</c>. {Clause}.
<t>{Clause}</t>, <s>{body}</s> <c>said</c>. <t>{Clause}</t>, <s>they</s> <c>added</c>.
<s>{Person}</s> <c>said</c> <t>that {clause}</t> <c>and added</c> <t>that {clause}</t>.
<t>"{Clause},"</t> <c>said</c> <s>{person}</s>. <t>"{Clause}."</t>
<t>"{Clause},"</t> <s>{person}</s> <c>said</c>, <t>"and {clause}."</t>
<s>{Person}</s>, who {past}, <c>said</c> <t>{clause}</t>.
Asked about it in {place}, <s>{person}</s> <c>said</c>: <t>"{Clause}."</t>
It was not immediately clear whether {clause}.
{agency} could not independently verify the report.
{Body} did not immediately respond to a request for comment.
{Body} declined to comment.
""".strip().split("\n")
LISTS = {
    "agency": (
        "RIA|TASS|Interfax|Reuters|AFP|the AP|dpa|Northwire|Halden News|Xinhua|state television|state media|"
        "the BBC|the newspaper Dagens Tid|the Kyodo news agency|Al Jazeera|Ukrinform|the broadcaster NRK"
    ),
    "name": (
        "Anna Berg|Oleg Marin|John Carver|Li Wei|Maria Koss|Samir Haddad|Ines Duarte|Tom Okafor|Petra Novak|"
        "Denis Pushkov|Aung Thein|Rosa Melendez|Karl Lindqvist|Fatima Noor|Viktor Hale|Mikhail Sedov|"
        "Ellen Park"
    ),
    "title": (
        "Prime Minister|Foreign Minister|Defence Minister|President|Governor|Mayor|General|Gen.|Sen.|"
        "spokesman|spokeswoman|police chief|union leader|prosecutor|Ambassador"
    ),
    "role": (
        "a nurse at the hospital|a ministry spokesman|the regional governor|a resident|"
        "who lives next to the plant|deputy head of the coast guard|the company's chief executive|"
        "an aid worker"
    ),
    "body": (
        "the ministry|the Defence Ministry|the government|police|officials|the coast guard|the army|Moscow|"
        "Kyiv|Beijing|the company|the operator|witnesses|a security source|two diplomats|the United Nations|"
        "the Red Cross|rescuers|the rebels|the governor|the mayor's office|hospital staff|the opposition|"
        "a senior official|prosecutors|the airline|the report"
    ),
    "listener": (
        "Xi|lawmakers|the president|reporters|a news conference|the council|parliament|his counterpart|diplomats"
    ),
    "clause": (
        "two drones had been shot down over the refinery|the bridge was closed|nobody had been hurt|"
        "the talks had been called off|the town was under control|the plant was safe|"
        "12 people had died in the fire|the pipeline would be built|the ship had turned back|"
        "there was no ceasefire|the dam could fail within hours|the vote had been fair|"
        "troops had left the village on Sunday|the water was fit to drink|"
        "the aircraft had been hit by a missile|the strike would go on until Friday|"
        "the ministry had known of the fault since May|power was back in most of the city|"
        "the minister had lied|'Artemovsk' was surrounded|the children had been taken to the border|"
        "more than 300 homes were flooded"
    ),
    "deed": (
        "any role in the blast|any involvement|firing on the convoy|the attack on the port|"
        "having shelled the market|responsibility for the leak|hiding the true toll|the sale of the missiles|"
        "a plot against the government"
    ),
    "victims": "deaths|dead|people killed|wounded|missing|injured|houses destroyed|arrests",
    "number": "12|64|at least 30|more than 200|1,400|between 30 and 40|some 1.2 million|some 40|93|three",
    "place": "Geneva|Paris|Kyiv|Nairobi|Lima|Manila|Tashkent|Oslo|Beirut|Kursk|Odesa",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "doing": (
        "visiting the plant|on a visit to the port|inspecting the repaired bridge|"
        "meeting volunteers in {place}|on his way to {place}"
    ),
    "past": "arrived on {day}|has led the inquiry since March|was in the square|runs the hospital",
    "month": "March 3|Nov 12|June 21|Oct. 7",
    "sign": "Northwire|Reuters|AFP|AP|TPS|Halden News|CPA",
}
TAG = re.compile(r"</?([sct])>")
MENDED = ((r",((?:</\w>)?)([.,:])", r"\1\2"), (r"s's\b", "s'"))
"""What filling leaves behind: a comma before another mark, a possessive after an s."""


def drawn(field: str, chance: random.Random) -> str:
    """A filling for a field; a capital initial in the field asks for one in the filling."""
    name = field.lower()
    if name == "person":
        found = chance.choice(["{title} {name}", "{name}", "{name}, {role},"])
    elif name == "dateline":
        place = drawn("place", chance).upper()
        found = place + chance.choice([" ({sign}) - ", ", {month} ({sign}) — ", ", {month} ({sign}) -- ", " — "])
    else:
        found = chance.choice(LISTS[name].split("|"))
    found = filled(found, chance)
    return found[0].upper() + found[1:] if field[0].isupper() else found


def filled(text: str, chance: random.Random) -> str:
    """A text with its fields filled."""
    return re.sub(r"\{(\w+)\}", lambda match: drawn(match[1], chance), text)


def read(form: str, chance: random.Random, offset: int) -> tuple[str, list[Gold]]:
    """A filled template and its attributions, with places counted from `offset`."""
    marked = filled(form, chance)
    for found, instead in MENDED:
        marked = re.sub(found, instead, marked)
    text, at, opened = "", 0, 0
    parts: dict[str, list[Place]] = {"s": [], "c": [], "t": []}
    for match in TAG.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[0][1] == "/":
            parts[match[1]].append((offset + opened, offset + len(text)))
        opened = len(text)
    return text + marked[at:], list(attributions(parts["s"], parts["c"], parts["t"]))


def attributions(sources: list[Place], cues: list[Place], contents: list[Place]) -> Iterator[Gold]:
    """One attribution, or as many as there are contents where each has its own cue."""
    if len(cues) == len(contents) > 1 and len(sources) in (1, len(cues)) and not _broken(sources, cues):
        for i, (cue, content) in enumerate(zip(cues, contents, strict=True)):
            yield Gold([sources[min(i, len(sources) - 1)]], [cue], [content])
    elif contents:
        yield Gold(sources, cues, contents)


def _broken(sources: list[Place], cues: list[Place]) -> bool:
    """Whether two cues are parts of one ("dismissed the report as an invention", "accused X of Y")."""
    return len(sources) == 1 and cues[1][1] - cues[1][0] <= 2


def texts(seed: int) -> list[Example]:
    """The drill texts: a few sentences each, a paragraph each."""
    chance = random.Random(seed)
    out = []
    for n in range(COUNT):
        body, gold = "", []
        for form in chance.sample(FORMS, chance.randint(3, 6)):
            sentence, found = read(form, chance, len(body))
            gold += found
            body += sentence + "\n\n"
        out.append(example(f"drill-{n}", body, gold))
    return out
