from hypothesis import given
from hypothesis import strategies as st

from claims.language import places


def test_countries_capitals_and_cities_are_found_by_name() -> None:
    assert places.names("A bus from Lima to Cusco left Peru for La Paz in Bolivia.") == (
        "Lima",
        "Peru",
        "La Paz",
        "Bolivia",
    )


def test_two_spellings_are_one_place() -> None:
    assert places.names("Kiev, then Kyiv") == ("Kyiv",)


def test_an_unknown_name_after_a_preposition_of_place_is_a_place() -> None:
    assert places.names("near Krasny Yar and in the village of Lower Tarn") == ("Krasny Yar", "Lower Tarn")


def test_days_people_and_institutions_are_no_places() -> None:
    assert places.names("In March, in Parliament, at I. said; Mr Paris Green left") != ("March",)
    assert places.names("In March and on Friday, in God we trust") == ()


def test_a_country_is_told_from_a_place_in_it() -> None:
    assert places.is_country("Ukraine")
    assert not places.is_country("Kharkiv")
    assert places.country_of("Kharkiv") == places.country_of("Ukraine") == "Ukraine"
    assert places.country_of("Nowhere") is None


def test_nations_are_named_by_their_people_and_their_capitals() -> None:
    assert places.nations("Russian troops met a Japanese envoy in Washington") == ("Russia", "Japan", "United States")


@given(st.text())
def test_any_text_gives_places_inside_it(text: str) -> None:
    for place in places.mentions(text):
        assert 0 <= place.span.start < place.span.end <= len(text)
