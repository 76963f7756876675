from django.utils.translation import gettext_lazy as _

from elava.ui.panels import nav

nav(95, _("Search"), "search")
