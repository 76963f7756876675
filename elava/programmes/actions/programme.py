from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.programmes.models import Area, Clock, Programme
from elava.programmes.rules import may_create_programme, may_shape_programme


@action
def create_programme(*, by, **facts):
    """A programme starts, with a clock at zero and an area for what has no location."""
    require(may_create_programme, by)
    programme = Programme.objects.create(**facts)
    Clock.objects.create(programme=programme)
    Area(
        programme=programme,
        slug="no-location",
        name=_in_every_language(programme),
        order=999,
        is_no_location=True,
    ).save()
    record("programme.created", programme, by=by)
    return programme


def _in_every_language(programme):
    names = {}
    for entry in programme.languages:
        with translation.override(entry["code"]):
            names[entry["code"]] = _("The whole town, or no place")
    return names


@action
def change_programme(programme, *, by, **facts):
    """The programme's own facts change: its words, help line, dates, data controller."""
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    require(may_shape_programme, by, programme)
    changed = [name for name, value in facts.items() if getattr(programme, name) != value]
    for name in changed:
        setattr(programme, name, facts[name])
    programme.save(update_fields=changed)
    record("programme.changed", programme, by=by, changed=changed)
    return programme


@action
def set_languages(programme, *, by, languages):
    """The languages of the programme, the first one without a prefix; a list of codes.

    The other prefixes are the codes themselves, "selko" for easy Finnish.
    """
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    require(may_shape_programme, by, programme)
    if not languages or set(languages) - set(dict(settings.LANGUAGES)):
        raise NotNow(_("Choose at least one language that this service speaks."))
    first, *others = dict.fromkeys(languages)
    rows = [{"code": code, "prefix": code.removeprefix("fi-")} for code in others]
    programme.languages = [{"code": first, "prefix": ""}, *rows]
    programme.save(update_fields=["languages"])
    record("programme.languages_set", programme, by=by, languages=list(languages))
    return programme
