"""Whom a description means: offices with task and country, companies, papers, and whom a lead names only later."""

from __future__ import annotations

import pytest

from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "The Global Gazette, a tabloid, said the tests had failed. The paper said it was not known why.",
            "The Global Gazette",
        ),
        (
            "A public opinion poll showed that most were against. The survey showed that few were for it.",
            "A public opinion poll",
        ),
        (
            "Norland would send arms, Prime Minister David Camron said.\n\n"
            "When the committee said that this was risky, the Norland premier replied: “We have not decided.”",
            "David Camron",
        ),
        (
            "Former Velin striker Samuel Etor will play on Friday. “I'm happy,” said the Cameroon star, "
            "who has scored 44 goals.",
            "Samuel Etor",
        ),
        ("Orsa Air has dropped flights to Sorr. The airline said it would add flights to Velin.", "Orsa Air"),
        (
            "The club misses two men.\n\nOrsk, who lead by a point, have lost. “They train alone,” the club said.",
            "Orsk",
        ),
        ("A man who gave his name as Movlad Saidin said that it was not so.", "Movlad Saidin"),
        ("Traces were found, according to the toxicologist who had seen them, Professor Ulrich Hagen.", "Ulrich Hagen"),
        ("First officer Carlo Ambros begged for it. The captain has gone, the prosecutor said.", "the prosecutor"),
        ("A lawyer in Velin with a straight face said the outcome was law.", "A lawyer in Velin"),
        ("The Norland side in turn said one drone had come down.", "The Norland side"),
        ("It is news to nobody, two Norland Sunday papers reported.", "two Norland Sunday papers"),
        (
            "Scripps Nets Inc. on Monday reported earnings of $65.9 million.\n\n"
            "The Knoxville, Tennessee-based company said it had a profit of 50 cents a share.",
            "Scripps Nets Inc",
        ),
        (
            "Defence Minister Igor Lapin said it was calm. The foreign minister said the talks were over.",
            "The foreign minister",
        ),
        (
            "Prime Minister Igor Lapin said it was calm. Thailand's prime minister said it was not.",
            "Thailand's prime minister",
        ),
        (
            "Orsa Gas & Electric Co. was about to cut off a town. It rained. The utility said it would wait.",
            "Orsa Gas & Electric Co",
        ),
        ("The Norland airline halted flights. It rained. The airline said it would wait.", "The Norland airline"),
        ("Orsa Air Co. was to close. It rained. The state's largest utility said it would wait.", "Orsa Air Co"),
        ("Saudi Arabia has a quota of oil. The sources said the jump was small.", "The sources"),
        ("The Bank of Norland said M1 fell. In May, M0 grew. The Bank said lending grew.", "Bank of Norland"),
        ("Orsa Motors Corp said that it broke off talks. It rained. The union said that it was wrong.", "The union"),
        ("The Hartford Ledger said two had died. The airline said all had lived.", "The airline"),
    ],
)
def test_a_description_is_resolved_where_the_story_leaves_no_doubt(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "The country faces a mounting danger, the intelligence chief said Tuesday.\n\n"
            "National Intelligence Director James Claper said in a report that attacks could succeed.",
            "James Claper",
        ),
        (
            "A tiny book has been printed, the publishing company said Wednesday.\n\n"
            "Toplan Printing said the letters were small.",
            "Toplan Printing",
        ),
        (
            "Sorr will seek more aid as the war lifts costs, its finance minister said on Monday.\n\n"
            "The crisis had some benefits, Wale Edon said in a statement.",
            "Wale Edon",
        ),
        (
            "Lebanon's foreign minister said the city would press for a truce.\n\n"
            "It rained. Lebanese Foreign Minister Yusuf Ragi said the talks were on.",
            "Yusuf Ragi",
        ),
        (
            "Aid is slow, the senior diplomat in the country said on Monday.\n\n"
            "Half a million had lost their homes, the World Bread Program said.",
            "the senior diplomat in the country",
        ),
    ],
)
def test_whom_the_lead_describes_the_next_lines_name(text: str, claimant: str) -> None:
    assert claims_of(text)[0].claimant == claimant


def test_a_list_of_companies_names_them_in_its_headings() -> None:
    text = (
        "ORSA AIR (ORS.N)\n\nThe Norland carrier said flights to Sorr are off until May.\n\n"
        "VELIN AIRLINES (VEL.O)\n\nThe Ruritanian airline has said it is adding flights.\n\n"
        "TOPLAN (TPL.O)\n\nThe carrier has no flights.\n\nThe Moroccan carrier said flights are off."
    )
    assert [p.claimant for p in claims_of(text)] == ["Orsa Air", "Velin Airlines", "The Moroccan carrier"]
