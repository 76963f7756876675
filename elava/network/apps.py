from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "elava.network"

    def ready(self):
        from elava.foundation.access import roles_come_from

        from .queries import roles_from_memberships

        roles_come_from(roles_from_memberships)
