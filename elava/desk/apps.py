from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "elava.desk"

    def ready(self):
        from elava.foundation.access import roles_come_from

        from .queries import roles_from_absences

        roles_come_from(roles_from_absences)
