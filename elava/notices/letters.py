"""The text of a letter: one plain template for mail, telephone, paper and text message."""

import re
from dataclasses import dataclass

from django.template import Context, engines
from django.utils.translation import override

from elava.foundation.addresses import address

CUT = "\x1e"
SMS_LENGTH = 160


@dataclass(frozen=True)
class Text:
    """What a recipient reads: a headline, the letter, and one line that fits a text message."""

    subject: str
    body: str
    short: str


def template_of(name):
    """The template of the letter "ideas/answered": ideas/letters/answered.txt."""
    package, _slash, letter = name.partition("/")
    return f"{package}/letters/{letter}.txt"


def text_of(letter, route, *, link=None):
    """A letter in the recipient's language; `link` stands in for the address it leads to."""
    programme = letter.about.programme
    language = route.language or programme.first_language
    opens = letter.about if letter.opens is None else letter.opens
    with override(language):
        values = {
            "about": letter.about,
            "link": link if link is not None else address(opens, language),
            "programme": programme,
            "called": route.called,
            "way": route.way,
            "cut": CUT,
            **letter.fields,
        }
        template = engines["django"].engine.get_template(template_of(letter.name))
        subject, body, short = template.render(Context(values, autoescape=False)).split(CUT)
    return Text(_one_line(subject), _tidy(body), _one_segment(_one_line(short)))


def _one_line(text):
    return " ".join(text.split())


def _one_segment(text):
    """At most 160 characters, cut between words; three dots, as "…" is no letter of GSM 03.38."""
    return text if len(text) <= SMS_LENGTH else text[: SMS_LENGTH - 3].rsplit(" ", 1)[0] + "..."


def _tidy(text):
    """Without the blank lines that tags leave behind, and with one between paragraphs."""
    lines = "\n".join(line.strip() for line in text.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n"
