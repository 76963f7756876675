from django.utils.translation import gettext_lazy as _

from elava.ui.panels import nav

from .rules import may_see_desk

nav(10, _("Desk"), "desk", who=may_see_desk, area="desk")
