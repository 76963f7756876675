"""An installation of its own for trials: a folder, a database, and children that can be killed."""

import os
import shutil
import signal
import sys
import tempfile
import traceback
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

HOST = "trials.localhost"
WARM = "warm.localhost"
LETTER = """{% extends "notices/letter.txt" %}{% block subject %}Vastaus{% endblock %}
{% block words %}{{ about.answer.reason }}{% endblock %}{% block short %}Vastaus.{% endblock %}"""
LANGUAGES = [{"code": "fi", "prefix": ""}, {"code": "sv", "prefix": "sv"}]


@contextmanager
def installation():
    """Make this process an installation with one programme, in a folder that is removed after."""
    folder = Path(tempfile.mkdtemp(prefix="elava-trials-"))
    os.environ |= {
        "ELAVA_MODE": "test",
        "ELAVA_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "elava.config.settings",
    }
    # DATABASE_URL must not lead a trial into somebody's data: TRIALS_DATABASE_URL is asked for.
    os.environ["DATABASE_URL"] = os.environ.get("TRIALS_DATABASE_URL", "")
    try:
        _made(folder)
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _made(folder):
    import django
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    from elava.search import index as search

    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(folder / "mail")
    settings.ALLOWED_HOSTS = [HOST, WARM]
    # The tables as they are now, without the long way on which they became so.
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)
    search.prepare()
    call_command("flush", verbosity=0, interactive=False)
    _tell_every_giver(folder)
    for host in (HOST, WARM):
        _programme(host)
    _warm_up()
    _let_go()


def _programme(host):
    from elava.people.models import OPERATOR
    from elava.programmes.actions import create_programme

    create_programme(by=OPERATOR, host=host, name={"fi": "Koe"}, languages=LANGUAGES)


def _tell_every_giver(folder):
    """A letter of our own, so that the trial stands whatever the packages tell."""
    from django.template import engines

    from elava.foundation import news
    from elava.foundation.news import Letter
    from elava.ideas.models import Idea

    (folder / "trials" / "letters").mkdir(parents=True)
    (folder / "trials" / "letters" / "answered.txt").write_text(LETTER)
    engines["django"].engine.dirs = [folder]

    def tell(entry):
        idea = Idea.objects.select_related("receipt", "answer").get(pk=entry.subject_id)
        yield Letter("trials/answered", to=idea.receipt, about=idea)

    told = news.get("idea.answered")
    news._verbs["idea.answered"] = replace(told, tells=(tell,))


def _warm_up():
    """Import everything before the first child is born: it has few milliseconds to live."""
    from django.test import Client

    from elava.notices.worker import Worker

    fields = {"text": "Lämmin", "visibility": "without_name", "once_key": "warm" * 5}
    Client(headers={"host": WARM}).post("/ideas/new/send/", fields, follow=True)
    Worker().drain()


def _let_go():
    """A connection must not be shared by two processes."""
    from django.db import connections

    connections.close_all()


class Child:
    """A process that works until it is done or killed; each line it tells is an acknowledgement."""

    def __init__(self, work, *arguments):
        """Start `work(tell, *arguments)` in the programme's scope."""
        self.reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.reading)
            self._live(work, writing, arguments)
        os.close(writing)

    @staticmethod
    def _live(work, writing, arguments):
        from django_scopes import scope

        from elava.programmes.models import Programme

        code = 1
        try:
            with scope(programme=Programme.objects.get(host=HOST)):
                work(lambda line: os.write(writing, f"{line}\n".encode()), *arguments)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)

    def kill(self):
        """Kill it as a power cut would; whether it was still at work."""
        os.kill(self.pid, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(self.pid, 0)[1])

    def wait(self):
        """Wait until it has done its work; its exit code."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def told(self):
        """What it acknowledged, once it is over."""
        with os.fdopen(self.reading, encoding="utf-8") as lines:
            return lines.read().splitlines()
