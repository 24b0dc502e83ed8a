"""English told from other languages, near and far."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.text.language import LanguageFinder


@pytest.fixture(scope="module")
def finder() -> LanguageFinder:
    return LanguageFinder.load()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            "De minister van Buitenlandse Zaken heeft dinsdag gezegd dat het land voor het einde van "
            "het jaar een nieuw consulaat in de havenstad zal openen en dat er over de grens niet is "
            "gesproken.",
        ),
        (
            "af",
            "Die minister van buitelandse sake het Dinsdag gesê dat die land voor die einde van die "
            "jaar 'n nuwe konsulaat in die hawestad sal oopmaak en dat daar nie oor die grens "
            "gepraat is nie.",
        ),
        (
            "de",
            "Der Außenminister sagte am Dienstag, das Land werde noch vor Ende des Jahres ein neues "
            "Konsulat in der Hafenstadt eröffnen, über die Grenze sei nicht gesprochen worden.",
        ),
        (
            "fr",
            "Le ministre des Affaires étrangères a déclaré mardi que le pays ouvrirait un nouveau "
            "consulat dans la ville portuaire avant la fin de l'année et que la frontière n'avait "
            "pas été évoquée.",
        ),
        (
            "es",
            "El ministro de Asuntos Exteriores dijo el martes que el país abriría un nuevo consulado "
            "en la ciudad portuaria antes de fin de año y que no se había hablado de la frontera.",
        ),
        (
            "id",
            "Menteri luar negeri mengatakan pada hari Selasa bahwa negara itu akan membuka konsulat "
            "baru di kota pelabuhan sebelum akhir tahun dan bahwa masalah perbatasan tidak "
            "dibicarakan sama sekali.",
        ),
        (
            "ru",
            "Министр иностранных дел заявил во вторник, что страна откроет новое консульство до конца года.",
        ),
        (
            "ar",
            "قال وزير الخارجية يوم الثلاثاء إن البلاد ستفتح قنصلية جديدة في المدينة الساحلية قبل نهاية العام",
        ),
        ("zh", "外交部长星期二表示，该国将在年底前在港口城市开设一个新的领事馆，双方没有谈到边界问题。"),
    ],
)
def test_other_languages_are_named(finder: LanguageFinder, language: str, text: str) -> None:
    assert finder.find(text) == language
    assert not finder.name(language).startswith("language")


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister said on Tuesday that the country would open a consulate before the end "
        "of the year.",
        # Scots, and a creole: close enough to be read.
        "The meenister said on Tuesday that the kintra wad open a new consulate in the toun afore "
        "the end o the year, an that naebody haed spak aboot the mairch atween the twa kintras at aw.",
        # A list of names and offices has hardly any function words.
        "Jean-Pierre Moreau, Ambassadeur. Appointed: 1990-04-01. Left post: 1994-02-11.\n"
        "María José Núñez García, Envoy Extraordinary. Appointed: 1995-05-05. Left post: 1999-03-03.\n"
        "Søren Kjærgaard, Minister Plenipotentiary. Appointed: 2001-09-09. Left post: 2004-12-12.",
        # English that quotes another language at length.
        "“Nous ne reconnaîtrons jamais ce gouvernement,” the minister told the assembly, and added that “la "
        "question est close.” The opposition walked out of the chamber when she said it.",
        "Hola",
        "12345 67.8%",
        "",
    ],
)
def test_english_and_what_cannot_be_told_pass(finder: LanguageFinder, text: str) -> None:
    assert finder.find(text) == "en"


FINDER = LanguageFinder.load()


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_gets_a_language(text: str) -> None:
    assert FINDER.name(FINDER.find(text))
