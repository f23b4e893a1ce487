from __future__ import annotations

import pytest

from claims.wire.language import checked, code, told

ENGLISH = "The harbour master said on Friday that it would be closed to all ships until the storm had passed."
GERMAN = "Der Hafenmeister sagte am Freitag, dass der Hafen bis zum Ende des Sturms für alle Schiffe geschlossen ist."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        ("Le capitaine du port a dit vendredi que les navires ne sont pas admis dans le port avec cette mer.", "fr"),
        ("El capitán del puerto dijo el viernes que los barcos no pueden entrar por el temporal en la costa.", "es"),
        ("Il comandante del porto ha detto che le navi non possono entrare per la tempesta che è in arrivo.", "it"),
        ("De havenmeester zei vrijdag dat het niet mogelijk is voor de schepen om in de haven te komen.", "nl"),
        ("O capitão do porto disse que os navios não podem entrar no porto por causa da tempestade com uma", "pt"),
        ("El capità del port ha dit que els vaixells no poden entrar al port amb aquesta mar i és perillós per", "ca"),
        ("Капитан порта заявил, что суда не войдут в порт, пока бушует шторм и был объявлен запрет.", "ru"),
        ("Капітан порту заявив, що судна не зайдуть у порт, поки триває шторм і є заборона.", "uk"),
        ("قال قبطان الميناء يوم الجمعة إن السفن لن تدخل", "ar"),
        ("港の責任者は金曜日に船は入港できないと述べた", "ja"),
        ("港口负责人周五表示船只不能入港", "zh"),
    ],
)
def test_a_few_words_tell_a_language(text: str, language: str) -> None:
    assert told(text) == language


@pytest.mark.parametrize("text", ["", "Amsterdam;42;50;rn", "Lorem ipsum dolor sit amet, consectetur elit " * 3])
def test_too_little_tells_nothing(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("stated", "short"),
    [
        ("en-GB", "en"),
        ("ENGLISH", "en"),
        ("eng", "en"),
        ("English; EN", "en"),
        ("de", "de"),
        ("", None),
        ("xx", None),
        ("?", None),
    ],
)
def test_a_language_is_stated_in_many_ways(stated: str, short: str | None) -> None:
    assert code(stated) == short


def test_what_is_stated_is_believed_where_the_text_does_not_tell() -> None:
    assert checked("en", "Short.") == ("en", "")
    assert checked(None, ENGLISH) == ("en", "")


def test_what_is_stated_is_not_believed_where_the_text_plainly_says_otherwise() -> None:
    language, doubt = checked("en", GERMAN)
    assert language == "de"
    assert "stated to be en" in doubt


def test_a_language_that_shares_its_script_is_believed() -> None:
    assert checked("fa", "وزیر گفت که کشتی‌ها نمی‌آیند")[0] == "fa"
