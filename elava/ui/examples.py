"""What the gallery shows: every component in its states, with words as in real life."""

from django import forms as django_forms

from elava.ui.forms import (
    CardsField,
    ClockField,
    DayField,
    Form,
    LongTextField,
    ManyCardsField,
    WholeNumberField,
)
from elava.ui.stages import STAGES, stage_tag

SHOWN = (
    ("all", "Kyllä, ilman nimeäni"),
    ("name", "Kyllä, etunimelläni"),
    ("group", "Ei. Vain työryhmä lukee sen"),
)
HINTS = {"group": "Idea käsitellään silti samalla tavalla."}


class ExampleForm(Form):
    """One field of every kind."""

    words = LongTextField(
        label="Mikä on ideasi?",
        help_text="Esimerkki: Kävelykerho iäkkäille tiistaisin",
        error_messages={"required": "Kirjoita ideasi. Yksi lause riittää"},
    )
    shown = CardsField(label="Saako idean näyttää kaikille?", choices=SHOWN, hints=HINTS)
    days = ManyCardsField(
        label="Mikä päivä sopii?",
        choices=[("mon", "Maanantai"), ("tue", "Tiistai")],
        required=False,
    )
    contact = django_forms.CharField(
        label="Puhelinnumero tai sähköposti",
        required=False,
        help_text="Käytämme sitä vain tähän asiaan",
    )
    place = django_forms.ChoiceField(
        label="Paikka", choices=[("", ""), ("lib", "Kirjasto"), ("gym", "Liikuntahalli")]
    )
    on = DayField(label="Päivä")
    at = ClockField(label="Kellonaika", required=False)
    people = WholeNumberField(label="Montako ihmistä?", required=False)
    photo = django_forms.FileField(label="Kuva", required=False)
    agrees = django_forms.BooleanField(label="Olen lukenut ohjeen")


class QuestionForm(Form):
    """One question on a page."""

    first_focus = True
    words = LongTextField(
        label="Mikä on ideasi?",
        help_text="Esimerkki: Kävelykerho iäkkäille tiistaisin",
        error_messages={"required": "Kirjoita ideasi. Yksi lause riittää"},
    )


WORDS = dict(
    zip(
        STAGES,
        (
            "Uusi",
            "Luettu",
            "Päätetään 21.3.",
            "Kokeillaan",
            "Tauolla",
            "Päättyi, opimme",
            "Jatkuu arjessa",
            "Yhdistetty",
            "Viety muualle",
            "Ei nyt",
            "Peruttu",
            "Vastaus myöhässä",
            "Valmis",
        ),
        strict=True,
    )
)

JOURNEY = [
    {"word": "Kuultu", "state": "done", "when": "3.3."},
    {"word": "Luettu", "state": "done", "when": "9.3."},
    {"word": "Päätetty", "state": "done", "when": "21.3. Kokeillaan!"},
    {"word": "Kokeillaan nyt", "state": "now", "when": "huhtikuun loppuun"},
    {"word": "Opittu", "state": "next", "when": "toukokuussa"},
]

TILES = [
    {
        "name": "Ikäihmiset",
        "cells": [
            {"text": "61", "level": 3},
            {"text": "22", "level": 2},
            {"text": "8", "level": 1},
            {"text": "0", "level": "gap", "url": "#visit"},
        ],
    },
    {
        "name": "Nuoret",
        "cells": [
            {"text": "44", "level": 3},
            {"text": "17", "level": 2},
            {"text": "alle 5", "level": 0},
            {"text": "7", "level": 1},
        ],
    },
]


def _cards():
    return [
        {
            "stage": stage_tag("running", "Kokeillaan"),
            "title": "Kävelykaveri Kalevankankaalla",
            "words": "Tiistaisin klo 10. Mukana 9 ihmistä. Tule mukaan!",
        },
        {
            "stage": stage_tag("now", "Päätetään 21.3."),
            "title": "Kielikahvila kirjastossa",
            "words": "12 ihmistä haluaa auttaa.",
        },
        {
            "stage": stage_tag("learned", "Päättyi, opimme"),
            "title": "Iltauinti työttömille",
            "words": "Kellonaika oli väärä. Kokeilemme aamua.",
        },
    ]


def everything():
    """The context of the gallery page."""
    return {
        "stages": [stage_tag(kind, word) for kind, word in WORDS.items()],
        "steps": JOURNEY,
        "fresh": ExampleForm(auto_id="fresh_%s"),
        "form": ExampleForm({"contact": "015 000 000", "on": "huomenna"}),
        "cards": _cards(),
        "doors": [
            {"label": "Kielikahvila kirjastossa", "url": "#a", "note": "Torstaisin klo 10–12"},
            {"label": "Kävelykaveri", "url": "#b"},
        ],
        "todo": [
            {"word": "Perustiedot", "url": "#c", "done": True},
            {"word": "Raha", "url": "#d", "done": False, "note": "Kaksi lukua puuttuu"},
        ],
        "answers": [
            {"label": "Idea", "value": "Kielikahvila kirjastossa", "url": "#e"},
            {"label": "Näkyvyys", "value": "Kaikille, ilman nimeä"},
        ],
        "ways": [
            {"label": "Uusimmat", "url": "#f", "current": True, "count": 12},
            {"label": "Kauimmin odottaneet", "url": "#g", "current": False},
        ],
        "columns": ["Keskusta", "Rantakylä", "Ristiina", "Haukivuori"],
        "rows": TILES,
        "crisis_lines": [
            {"name": "Kriisipuhelin", "phone": "015 000 000", "note": "kaikkina aikoina"}
        ],
    }
