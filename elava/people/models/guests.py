"""What the libraries that we build on keep of people: the register speaks for them, too."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elava.foundation.privacy import Privacy, describe, personal


def _of_account(person):
    return Q(user=person.account_id) if person.account_id else Q(pk=None)


_ours = {"purpose": "sign_in", "basis": "agreement", "keep": "until_stopped", "erase": "delete"}

describe(
    "account.EmailAddress",
    Privacy(
        personal={"email": personal(_("the e-mail address you sign in with"), **_ours)},
        facts="id user verified primary",
        whose=_of_account,
    ),
)
describe(
    "mfa.Authenticator",
    Privacy(
        personal={
            "data": personal(_("the second step of your sign-in"), is_exported=False, **_ours)
        },
        facts="id user type created_at last_used_at",
        whose=_of_account,
    ),
)
