import rules

from elava.foundation.access import has_role, is_coordinator, is_the_house
from elava.ideas.models import Idea, Intake
from elava.network.models import Body, Membership
from elava.people.rules import holds_its_key, is_theirs

Door, Consent = Intake.Door, Intake.Consent
# Where somebody can have agreed so; aloud they can agree at every door.
AGREED_AT = {
    Consent.ON_PAGE: (Door.KIOSK, Door.EVENT, Door.WORKSHOP),
    Consent.ON_PAPER: (Door.PAPER, Door.KIOSK, Door.HELPER, Door.EVENT, Door.WORKSHOP),
    Consent.IN_MESSAGE: (Door.SMS, Door.EMAIL, Door.HELPER),
    Consent.ALOUD: tuple(Door),
}


def contradictions(*, spoken_by, visibility, reply_route):
    """What cannot be true of whoever stays unknown: "visibility", "reply_route", both or none."""
    if spoken_by != Intake.Speaker.RELAY:
        return set()
    says = {"visibility": visibility == Idea.Visibility.FIRST_NAME,
            "reply_route": reply_route == Intake.Route.CONTACT}  # fmt: skip
    return {name for name, is_too_much in says.items() if is_too_much}


@rules.predicate
def everybody(_person, _subject=None):
    """No account is asked for."""
    return True


@rules.predicate
def is_helper(person, _subject=None):
    """Somebody who helps others to be heard, in whatever group or organisation."""
    return any(role.name == "helper" for role in person.roles)


@rules.predicate
def keeps_a_deciding_body(person, _subject=None):
    """Chairs or writes for a body that decides on ideas."""
    return any(
        role.place in Body.DECIDING and role.name in Membership.KEEPERS for role in person.roles
    )


@rules.predicate
def has_recorded(person, idea):
    """Wrote this idea down for somebody else."""
    return bool(person.pk) and idea.intake.recorded_by_id == person.pk


leads_support_group = has_role("support", *Membership.KEEPERS)
leads_steering_group = has_role("steering", *Membership.KEEPERS)

may_give = everybody
may_take_part = everybody
may_report = everybody
may_record_for_others = is_coordinator | is_helper | leads_support_group
may_screen = is_coordinator
may_open_again = is_coordinator | has_recorded
may_sort = is_coordinator
may_import = is_coordinator
may_cluster = is_coordinator | leads_support_group
may_shortlist = is_coordinator | keeps_a_deciding_body
may_answer = is_coordinator | leads_support_group | leads_steering_group | is_the_house
is_giver = holds_its_key | is_theirs
may_change = is_coordinator | is_giver
may_appeal = is_giver
may_forget = is_coordinator | is_the_house
