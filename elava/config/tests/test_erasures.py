from elava.config.backups.erasures import NAME, erase_again
from elava.notices.worker import Worker
from elava.people.models import OPERATOR, Person
from elava.rights.actions import erase_person
from tests.given.people import a_person


def test_who_was_erased_since_the_backup_is_erased_again(settings, tmp_path):
    settings.ELAVA_DATA = tmp_path
    aino, still_there = a_person("Aino"), a_person("Aino, palautettu")
    erase_person(aino, by=OPERATOR)
    Worker().drain()
    kept = tmp_path / NAME
    assert kept.read_text().count("\n") == 1
    assert "Aino" not in kept.read_text()
    assert erase_again(kept) == 0
    kept.write_text(kept.read_text().replace(str(aino.pk), str(still_there.pk)))
    assert erase_again(kept) == 1
    assert not Person.objects.filter(called__startswith="Aino").exists()
    assert erase_again(kept) == 0
