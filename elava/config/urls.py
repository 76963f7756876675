"""Every package's addresses, each under the root: a package names its own first segment."""

from django.apps import apps
from django.urls import include, path
from django.utils.module_loading import module_has_submodule

urlpatterns = [
    path("", include(f"{app.name}.urls"))
    for app in apps.get_app_configs()
    if app.name.startswith("elava.") and module_has_submodule(app.module, "urls")
    if app.name != "elava.config"
]

handler400 = "elava.ui.sorry.bad_request"
handler403 = "elava.ui.sorry.not_allowed"
handler404 = "elava.ui.sorry.not_found"
handler429 = "elava.ui.sorry.too_often"
handler500 = "elava.ui.sorry.broken"
