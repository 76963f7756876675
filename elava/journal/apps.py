from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "elava.journal"

    def ready(self):
        from elava.foundation.actions import keep_journal_with

        from .ledger import seal

        keep_journal_with(seal)
