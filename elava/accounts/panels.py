from django.utils.translation import gettext_lazy as _

from elava.ui.panels import nav

from .rules import may_invite

nav(90, _("Invite"), "invite", who=may_invite, area="desk")
nav(95, _("Your account"), "account", who=lambda person: not person.is_visitor, area="own")
