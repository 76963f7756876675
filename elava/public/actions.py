from datetime import timedelta

from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.people.actions import attach_photo, hide_attachment, show_attachment
from elava.people.models import Attachment
from elava.programmes.models import Banner
from elava.programmes.rules import may_shape_programme

from .models import Feedback
from .queries import picture_of
from .rules import may_answer_feedback


@action
def give_feedback(words, *, by, page="", contact=""):
    """Somebody tells what they could not use; anybody may, also without leaving a contact."""
    feedback = Feedback.objects.create(
        words=words,
        page=page,
        contact=contact,
        given_by=by if by.pk else None,
        answer_by=clock.today() + timedelta(days=Feedback.DAYS),
    )
    record("feedback.given", feedback, by=by)
    return feedback


@action
def answer_feedback(feedback, *, by, answer):
    """The desk notes what it answered; the answer itself goes to the contact that was left."""
    feedback = Feedback.objects.locked(feedback)
    require(may_answer_feedback, by, feedback)
    if feedback.answered_on is not None:
        raise NotNow(_("This feedback has its answer already."))
    feedback.answer, feedback.answered_on = answer, clock.today()
    feedback.save(update_fields=["answer", "answered_on"])
    record("feedback.answered", feedback, by=by)
    return feedback


@action
def show_picture(row, file, *, by):
    """A banner or a funder's mark gets its picture, told in words by the row; the old one hides."""
    require(may_shape_programme, by, row)
    is_banner = isinstance(row, Banner)
    purpose = Attachment.For.BANNER if is_banner else Attachment.For.MARK
    old = picture_of(row)
    alt = str(row.alt if is_banner else row.mark_alt or row.mark)[:300]
    photo = attach_photo(row, file, by=by, purpose=purpose, alt=alt)
    show_attachment(photo, by=by)
    if old is not None:
        hide_attachment(old, by=by)
    record("picture.shown", row, by=by, purpose=purpose)
    return photo
