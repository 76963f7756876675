"""One queue: reading new posts, hiding with a reason, appeals, reports, a cry for help."""

from django.utils.translation import gettext as _

from elava.foundation import clock
from elava.foundation.access import require
from elava.foundation.actions import action, record
from elava.foundation.errors import NotNow
from elava.foundation.kinds import kind_of
from elava.ideas.models import Comment, Hiding, Idea, Report
from elava.ideas.queries import hidden_post
from elava.ideas.rules import may_appeal, may_forget, may_report, may_screen
from elava.journal.actions import name_thread, show_thread

from .giving import begin_answering


@action
def open_idea(idea, *, by, without_name=False):
    """The desk has read the idea; from now on those may see it whom the giver lets.

    `without_name` takes off what stands as a first name, which was read with the words.
    """
    idea = Idea.objects.select_related("thread").locked(idea)
    require(may_screen, by, idea)
    if idea.stage != Idea.Stage.HELD:
        raise NotNow(_("This idea has already been read."))
    idea.stage = Idea.Stage.OPEN
    idea.save(update_fields=["stage"])
    if without_name and idea.first_name:
        _take_name_off(idea, by)
    _let_thread_follow(idea, by)
    record("idea.opened", idea, by=by)
    begin_answering(idea, by=by)
    return idea


def _take_name_off(idea, by):
    idea.first_name, idea.visibility = "", Idea.Visibility.WITHOUT_NAME
    idea.version += 1
    idea.save(update_fields=["first_name", "visibility", "version"])
    record("idea.sorted", idea, by=by, facts=["first_name"])


@action
def hide_post(post, *, by, reason, message):
    """An idea or a comment is hidden; `message` tells its author why, in plain words."""
    post = type(post).objects.locked(post)
    require(may_screen, by, post)
    if Hiding.objects.in_force().filter(object_id=post.pk).exists():
        raise NotNow(_("This has already been hidden."))
    post.is_hidden = True
    post.save(update_fields=["is_hidden"])
    _let_thread_follow(post, by)
    hiding = Hiding.objects.create(
        kind=kind_of(post), object_id=post.pk, reason=reason, message=message
    )
    record("post.hidden", hiding, by=by, kind=hiding.kind, reason=reason)
    return hiding


@action
def appeal_hiding(hiding, *, by, words):
    """The author of a hidden idea disagrees, with the slip's key."""
    hiding = Hiding.objects.locked(hiding)
    require(may_appeal, by, hidden_post(hiding))
    if hiding.lifted_at or hiding.appeal:
        raise NotNow(_("You have already asked us to look again."))
    hiding.appeal, hiding.appealed_on = words, clock.today()
    hiding.save(update_fields=["appeal", "appealed_on"])
    record("hiding.appealed", hiding, by=by)
    return hiding


@action
def answer_appeal(hiding, *, by, shows_again, words=""):
    """The hiding is looked at again: the post is shown, or stays hidden and says why."""
    hiding = Hiding.objects.locked(hiding)
    post = hidden_post(hiding)
    require(may_screen, by, post)
    if hiding.lifted_at:
        raise NotNow(_("This is already shown again."))
    hiding.appeal_answer = words
    if shows_again:
        hiding.lifted_at = clock.now()
        post = type(post).objects.locked(post)
        post.is_hidden = False
        post.save(update_fields=["is_hidden"])
        _let_thread_follow(post, by)
    hiding.save(update_fields=["appeal_answer", "lifted_at"])
    record("post.looked_at_again", hiding, by=by, is_shown=shows_again)
    return hiding


@action
def report_post(post, *, by, reason, words=""):
    """Somebody asks us to look at a post; the act keeps no name."""
    require(may_report, by, post)
    report = Report.objects.create(
        kind=kind_of(post), object_id=post.pk, reason=reason, words=words
    )
    record("post.reported", report, by=by, kind=report.kind, reason=reason)
    return report


@action
def settle_reports(post, *, by):
    """The desk has looked at what was reported about a post."""
    require(may_screen, by, post)
    open_ones = Report.objects.filter(kind=kind_of(post), object_id=post.pk, handled_on=None)
    handled = open_ones.update(handled_on=clock.today())
    record("post.reports_settled", post, by=by, reports=handled)
    return handled


@action
def set_aside_idea(idea, *, by):
    """Not an idea: its words leave the house at once, and nothing tells what they were.

    The same act for a cry for help and for a mistake, so that it labels nobody.
    """
    idea = Idea.objects.locked(idea)
    require(may_screen, by, idea)
    if idea.stage != Idea.Stage.HELD:
        raise NotNow(_("This idea has already been read."))
    idea.stage, idea.closed_on = Idea.Stage.SET_ASIDE, clock.today()
    idea.save(update_fields=["stage", "closed_on"])
    _empty(idea, by)
    record("idea.set_aside", idea, by=by)
    return idea


@action
def forget_words(idea, *, by):
    """Some weeks after its giver took an idea back, its words leave the house, too."""
    idea = Idea.objects.locked(idea)
    require(may_forget, by, idea)
    if not idea.closed_on:
        raise NotNow(_("This idea is still there."))
    _empty(idea, by)
    record("idea.words_forgotten", idea, by=by)
    return idea


def _empty(idea, by):
    idea.title = idea.text = idea.first_name = ""
    idea.save(update_fields=["title", "text", "first_name"])
    idea.intake.raw_words = ""
    idea.intake.save(update_fields=["raw_words"])
    name_thread(idea.thread, "", by=by)


def _let_thread_follow(post, by):
    """The story of an idea is public exactly as long as the idea is."""
    if isinstance(post, Comment):
        return
    is_shown = post.stage in Idea.SHOWN_STAGES and not post.is_hidden
    is_shown = is_shown and post.visibility != Idea.Visibility.NOBODY
    show_thread(post.thread, by=by, is_public=is_shown)
