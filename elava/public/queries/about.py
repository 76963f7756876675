from elava.foundation.kinds import kind_of
from elava.people.models import Attachment
from elava.programmes.models import Banner
from elava.public.models import Feedback


def feedback_to_answer(person):
    """Feedback on accessibility without an answer, the nearest date first."""
    return Feedback.objects.seen_by(person).filter(answered_on=None).order_by("answer_by", "pk")


def picture_of(row):
    """The picture that everybody sees of a banner or a funder's mark, or None."""
    shown = Attachment.objects.public().filter(owner_kind=kind_of(row), owner_id=row.pk)
    return shown.order_by("-created_on", "-pk").first()


def banner_of_programme():
    """The programme's own banner with its `picture`, or None where there is no picture."""
    banner = Banner.objects.filter(project=None).first()
    if banner is None:
        return None
    banner.picture = picture_of(banner)
    return banner if banner.picture else None
