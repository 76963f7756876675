"""One queue at the desk: read, show, hide with a reason, answer appeals, a cry for help."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.foundation.access import require
from elava.foundation.kinds import kind_of
from elava.foundation.once import once
from elava.ideas import actions, queries
from elava.ideas.forms import AppealAnswerForm, HideForm, ReadForm
from elava.ideas.models import Comment, Hiding, Idea
from elava.ideas.rules import may_screen
from elava.people.actions import show_attachment
from elava.people.models import Attachment
from elava.programmes.queries import crisis_lines
from elava.ui.dates import short_day

from .asking import ask

MOST = 50


@never_cache
@require_GET
def queue(request):
    """All that waits to be read, in one list: what has waited longest stands first."""
    require(may_screen, request.person)
    rows = [
        *_rows(queries.ideas_to_read(request.person), _("New idea"), "read_idea"),
        *_rows(queries.comments_to_read(request.person), _("New comment"), "read_comment"),
        *_rows(queries.photos_to_read(request.person), _("New picture"), "read_photo"),
        *(_row(post, _("Reported"), "judge", on, kind_of(post))
          for post, on in queries.reported_posts(MOST)),
        *(_row(hiding, _("The author disagrees"), "answer_appeal", hiding.appealed_on)
          | {"title": hiding.appeal[:120]} for hiding in queries.appeals_to_answer()[:MOST]),
    ]  # fmt: skip
    rows.sort(key=lambda row: row["day"])
    return render(request, "ideas/queue.html", {"rows": rows})


def _rows(posts, what, url_name):
    return [_row(post, what, url_name, post.created_on) for post in posts[:MOST]]


def _row(post, what, url_name, day, *args):
    url = reverse(url_name, args=[*args, post.pk])
    return {"what": what, "title": str(post)[:120], "url": url, "day": day, "on": short_day(day)}


def _ask(request, form, **words):
    return ask(request, form, back=reverse("queue"), readers="", **words)


@once
def read(request, pk):
    """The desk reads a new idea and lets it be shown."""
    require(may_screen, request.person)
    found = get_object_or_404(Idea.objects.seen_by(request.person), pk=pk)
    form = ReadForm(request.POST or None)
    if form.is_valid():
        actions.open_idea(found, by=request.person, **form.cleaned_data)
        return redirect("queue")
    _cluster, others = queries.cluster_of(found, request.person)
    similar = queries.dressed(queries.similar_ideas(found, request.person, but=others))
    return render(request, "ideas/read.html", {"idea": found, "similar": similar, "form": form})


@once
def read_comment(request, pk):
    """The desk reads a newcomer's comment and lets it be shown."""
    require(may_screen, request.person)
    comments = Comment.objects.seen_by(request.person).select_related("idea")
    found = get_object_or_404(comments, pk=pk)
    if request.method == "POST":
        actions.show_comment(found, by=request.person)
        return redirect("queue")
    return render(request, "ideas/read_comment.html", {"comment": found, "kind": kind_of(found)})


def _post(request, kind, pk):
    require(may_screen, request.person)
    model = {"idea": Idea, "comment": Comment}.get(kind, Idea)
    return get_object_or_404(model.objects.seen_by(request.person), pk=pk)


@once
def judge(request, kind, pk):
    """A reported post: leave it as it is, or go on to hide it."""
    post = _post(request, kind, pk)
    reports = queries.reports_about(post)
    if request.method == "POST":
        actions.settle_reports(post, by=request.person)
        return redirect("queue")
    context = {"post": post, "kind": kind, "reports": reports}
    return render(request, "ideas/judge.html", context)


@once
def hide(request, kind, pk):
    """A post is hidden; its author gets a reason and a message."""
    post = _post(request, kind, pk)
    form = HideForm(request.POST or None)
    if form.is_valid():
        message = {request.language: form.cleaned_data["message"]}
        reason = form.cleaned_data["reason"]
        actions.hide_post(post, by=request.person, reason=reason, message=message)
        return redirect("queue")
    words = {"title": _("Hide a post"), "button": _("Hide it and tell the author")}
    return _ask(request, form, quote=str(post), **words)


@once
def answer_appeal(request, pk):
    """A hiding is looked at again."""
    require(may_screen, request.person)
    hiding = get_object_or_404(Hiding.objects.seen_by(request.person).in_force(), pk=pk)
    post = queries.hidden_post(hiding)
    form = AppealAnswerForm(request.POST or None)
    if form.is_valid():
        shows = form.cleaned_data["shows_again"] == "yes"
        words = form.cleaned_data["words"]
        actions.answer_appeal(hiding, by=request.person, shows_again=shows, words=words)
        return redirect("queue")
    words = {"title": _("The author disagrees"), "button": _("Answer the author")}
    return _ask(request, form, lead=hiding.appeal, quote=str(post), **words)


@once
def photo(request, pk):
    """A picture that came with an idea: let it be shown with its words."""
    require(may_screen, request.person)
    photos = Attachment.objects.seen_by(request.person).filter(purpose="idea", kind="photo")
    found = get_object_or_404(photos, pk=pk)
    if request.method == "POST":
        show_attachment(found, by=request.person)
        return redirect("queue")
    return render(request, "ideas/read_photo.html", {"photo": found})


@once
def cry(request, pk):
    """Not an idea: somebody may need help. The operator's instruction, and whom to call."""
    require(may_screen, request.person)
    found = get_object_or_404(Idea.objects.seen_by(request.person), pk=pk)
    if request.method == "POST":
        actions.set_aside_idea(found, by=request.person)
        return redirect("queue")
    context = {"idea": found, "crisis_lines": crisis_lines()}
    return render(request, "ideas/cry.html", context)
