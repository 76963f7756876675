from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from elava.decisions import actions
from elava.decisions.forms import CheckForm, NoteForm
from elava.decisions.models import Attendance
from elava.decisions.queries.extract import minutes_in_full
from elava.decisions.queries.minutes import checks_of, is_checked, newest_minutes
from elava.decisions.rules import may_check, may_run
from elava.foundation import clock
from elava.foundation.once import once
from elava.people.models import Person
from elava.ui.dates import moment

from .papers import minutes_of, read_by


@never_cache
@require_GET
def minutes(request, pk):
    """The minutes, and what is still to be done with them."""
    context = minutes_of(request, pk)
    return render(request, "decisions/minutes.html", context | _desk(request, context))


def _desk(request, context, check_form=None, note_form=None):
    meeting, found = context["meeting"], context["minutes"]
    keeps = may_run.test(request.person, meeting)
    people = _checkers(request, meeting, found, keeps)
    leaves_at = meeting.answers_leave_at
    return {
        "keeps": keeps,
        "checks": checks_of(found),
        "missing": max(
            0, meeting.body.minutes_checkers - found.checks.filter(is_right=True).count()
        ),
        "is_checked": is_checked(found),
        "check_form": check_form or (CheckForm(people=people) if people else None),
        "note_form": note_form or NoteForm(),
        "leaves_at": moment(leaves_at) if leaves_at else "",
        "may_undo": bool(leaves_at and clock.now() < leaves_at),
        "signed": moment(found.signed_at) if found.signed_at else "",
        "published": moment(found.published_at) if found.published_at else "",
        "form": check_form or note_form,
    }


def _checkers(request, meeting, found, keeps):
    """Those who may check and have not: everybody who was there, or oneself."""
    if found.signed_at:
        return []
    came = Attendance.objects.filter(meeting=meeting).values("membership__person")
    people = Person.objects.filter(pk__in=came).exclude(pk=meeting.secretary_id)
    people = people.exclude(pk__in=found.checks.values("person")).order_by("called", "pk")
    if not keeps:
        people = people.filter(pk=request.person.pk)
    return [(str(one.pk), one.called) for one in people]


@require_POST
@once
def check(request, pk):
    """Somebody has read the minutes."""
    meeting = read_by(request, pk)
    found, keeps = newest_minutes(meeting), may_run.test(request.person, meeting)
    if found is None or not (keeps or may_check.test(request.person, meeting)):
        return redirect(meeting)
    form = CheckForm(request.POST, people=_checkers(request, meeting, found, keeps))
    if form.is_valid():
        said = form.cleaned_data
        actions.check_minutes(
            meeting, by=request.person, person=Person.objects.get(pk=said["person"]),
            is_right=said["is_right"] == "yes", remark=said["remark"],
        )  # fmt: skip
        return redirect("minutes", meeting.pk)
    context = {"meeting": meeting, "minutes": found, "shown": minutes_in_full(found)}
    return render(request, "decisions/minutes.html", context | _desk(request, context, form))


@require_POST
@once
def correct(request, pk):
    """A corrected version, which is checked anew."""
    meeting = read_by(request, pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        context = minutes_of(request, pk)
        desk = _desk(request, context, note_form=form)
        return render(request, "decisions/minutes.html", context | desk)
    actions.correct_minutes(meeting, by=request.person, **form.cleaned_data)
    return redirect("minutes", meeting.pk)


@require_POST
@once
def sign(request, pk):
    """The minutes are signed."""
    meeting = read_by(request, pk)
    actions.sign_minutes(meeting, by=request.person)
    return redirect("minutes", meeting.pk)


@require_POST
@once
def publish(request, pk):
    """The extract is published."""
    meeting = read_by(request, pk)
    actions.publish_extract(meeting, by=request.person)
    return redirect(meeting)
