"""The agency table answers by any name and confuses none."""

from __future__ import annotations

from claims import agencies


def test_an_agency_is_found_by_name_short_name_and_alias() -> None:
    for name in ("The Associated Press", "AP", "associated press", "the AP"):
        found = agencies.find(name)
        assert found is not None
        assert found.short == "AP"


def test_a_name_with_a_foreign_letter_is_not_the_agency_it_looks_like() -> None:
    assert agencies.find("R\u0435uters") is None


def test_an_unknown_agency_keeps_its_own_name() -> None:
    assert agencies.short_name(" Northern Lamp Post ") == "Northern Lamp Post"
    assert agencies.find("") is None


def test_a_misspelt_agency_has_its_nearest_names() -> None:
    assert agencies.nearest("Reuterz")[0] == "Reuters"


def test_a_host_belongs_to_the_agency_of_its_domain() -> None:
    found = agencies.by_domain("www.bbc.co.uk")
    assert found is not None
    assert found.short == "BBC"
    assert agencies.by_domain("nobody.example") is None


def test_mentions_are_whole_words_in_order() -> None:
    text = "News from BBC, AFP and Reuters; an APPLE fell."
    assert [a.short for _, a in agencies.mentions(text)] == ["BBC", "AFP", "Reuters"]
    assert all(text[s.start : s.end] in {"BBC", "AFP", "Reuters"} for s, _ in agencies.mentions(text))


def test_every_row_of_the_table_has_what_listings_show() -> None:
    shorts = [a.short for a in agencies.table()]
    assert len(shorts) == len(set(shorts))
    assert all(a.id and a.name and a.short and a.kind for a in agencies.table())
