"""Chooses what is measured: an idea with comments, a long thread, and a session of the desk."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "elava.config.settings")


def main():
    """Print the idea's id, the thread's id and the session's key."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.sessions.backends.db import SessionStore
    from django.db.models import Count
    from django_scopes import scope

    from elava.ideas.models import Idea
    from elava.journal.models import Thread
    from elava.network.models import Membership
    from elava.programmes.queries import programme_at

    with scope(programme=programme_at("127.0.0.1")):
        threads = Thread.objects.public().annotate(length=Count("entries"))
        thread = threads.order_by("-length", "pk").first()
        idea = Idea.objects.public().filter(thread=thread).first() or Idea.objects.public().first()
        desk = Membership.objects.filter(body__kind="coordination", person__account__isnull=False)
        account = desk.select_related("person__account").first().person.account
    session = SessionStore()
    session["_auth_user_id"] = str(account.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
    session["_auth_user_hash"] = account.get_session_auth_hash()
    session.create()
    print(idea.pk, thread.pk, session.session_key, sep="\n")


if __name__ == "__main__":
    main()
