from django.utils.translation import gettext_lazy as _

from elava.ui.panels import nav

from .rules import may_read_directory

nav(10, _("Who is in"), "organisations", area="foot")
nav(70, _("Directory"), "directory", who=may_read_directory, area="desk")
