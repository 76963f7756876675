from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule

DECLARATIONS = ("notices", "panels", "search")


class ConfigConfig(AppConfig):
    name = "elava.config"

    def ready(self):
        """Read the declarations of every package: what can happen, what hangs where."""
        for app in apps.get_app_configs():
            if app.name.startswith("elava."):
                for room in DECLARATIONS:
                    if module_has_submodule(app.module, room):
                        import_module(f"{app.name}.{room}")
