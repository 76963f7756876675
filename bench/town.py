"""The town that is measured: the demo programme, and ideas up to a number, made by the actions."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "elava.config.settings")

SUBJECTS = ["Kävelykerho", "Kielikahvila", "Iltauinti", "Lautapeli-ilta", "Puutarhatalkoot",
            "Kuorolaulu", "Pyöräpaja", "Satutunti", "Hiihtoretki", "Ruokapiiri"]  # fmt: skip
PLACES = ["torilla", "rannassa", "kirjastolla", "koululla", "kylätalolla", "puistossa"]
DAYS = ["maanantaisin", "tiistaisin", "keskiviikkoisin", "torstaisin", "perjantaisin"]


def fill(number):
    """Give ideas until there are `number` of them, each read by the desk."""
    import django

    django.setup()
    from django.db import transaction
    from django_scopes import scope

    from elava.ideas.actions import give_idea, open_idea
    from elava.ideas.models import Idea, Intake
    from elava.notices.worker import Worker
    from elava.people.models import NOBODY
    from elava.programmes.queries import programme_at
    from tests.given.people import a_coordinator

    with scope(programme=programme_at("127.0.0.1")), transaction.atomic():
        desk = a_coordinator("Bench")
        for count in range(Idea.objects.count(), number):
            day, place = DAYS[count % 5], PLACES[count % 6]
            text = (
                f"{SUBJECTS[count % 10]} {place} {day}, ryhmä {count}. Kaikki ovat tervetulleita."
            )
            idea = give_idea(text, by=NOBODY, door=Intake.Door.WEB, language="fi",
                             visibility=Idea.Visibility.WITHOUT_NAME)  # fmt: skip
            open_idea(idea, by=desk)
    # A town in its everyday state: all is indexed, and the database knows its tables.
    Worker().drain()


if __name__ == "__main__":
    fill(int(sys.argv[1]))
