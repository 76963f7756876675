"""What everybody may read: the list, an idea, what became of them all."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from elava.foundation.public_pages import public_page
from elava.ideas import queries
from elava.ideas.models import Answer
from elava.ideas.queries.lists import FACETS
from elava.ideas.queries.shown import dressed, tag_of
from elava.ideas.rules import may_answer, may_screen
from elava.ui.context import LANGUAGES
from elava.ui.dates import short_day

from .keys import voter_of

ASKED = (*FACETS, "order", "after")


@public_page(query=ASKED)
def ideas(request):
    """The ideas that may be shown, with filters as links."""
    listing = queries.Listing(request.person, request.GET)
    rows, more = listing.page
    context = {
        "ideas": rows, "total": listing.total, "orders": _orders(request, listing),
        "filters": [_filter(request, listing, name) for name in FACETS],
        "is_filtered": any(listing.chosen.values()),
        "next": _link(request, after=more) if more else "",
        "first": _link(request, after="") if request.GET.get("after") else "",
    }  # fmt: skip
    return render(request, "ideas/list.html", context)


def _orders(request, listing):
    words = {
        "newest": _("Newest"), "waiting": _("Waiting longest"), "quiet": _("Quietest voices first"),
    }  # fmt: skip
    return [
        {
            "label": word,
            "url": _link(request, order=name, after=""),
            "current": listing.order == name,
        }
        for name, word in words.items()
    ]


def _filter(request, listing, name):
    labels = {
        "state": _("Where it is"), "kind": _("What it is about"), "area": _("Area"),
        "life": _("Whose everyday life"), "challenge": _("Challenge"), "language": _("Language"),
    }  # fmt: skip
    chosen = listing.chosen[name]
    every = {"label": _("All"), "url": _link(request, **{name: "", "after": ""}),
             "current": not chosen}  # fmt: skip
    rows = [
        {"label": LANGUAGES.get(word, (word,))[0] if name == "language" else word, "count": count,
         "url": _link(request, **{name: value, "after": ""}), "current": value == chosen}
        for value, word, count in listing.choices(name)
    ]  # fmt: skip
    now = next((row["label"] for row in rows if row["current"]), "")
    return {"label": labels[name], "now": now, "rows": [every, *rows] if rows else []}


def _link(request, **changed):
    query = request.GET.copy()
    for name in list(query):
        if name not in ASKED:
            del query[name]
    for name, value in changed.items():
        query[name] = value
        if not value:
            del query[name]
    return request.path + (f"?{query.urlencode()}" if query else "")


@public_page
def idea(request, pk):
    """One idea: its words, its way, its answer, its company."""
    found = get_object_or_404(queries.idea_for_page(request.person), pk=pk)
    cluster, others = queries.cluster_of(found, request.person)
    supporters, is_in = queries.supporters_of(found, voter_of(request), cluster)
    context = {
        "idea": found, "tag": tag_of(found), "steps": queries.journey(found),
        "cluster": cluster, "others": others,
        "supporters": supporters, "is_in": is_in,
        "comments": _comments(found), "answer": _answer(found),
        "similar": dressed(queries.similar_ideas(found, request.person, but=others)),
        "photos": queries.photos_of_idea(found, request.person),
        "challenges": queries.challenges_of(found) if found.n_challenges else [],
        "step": queries.next_step(found),
        "may_answer": may_answer.test(request.person, found),
        "may_screen": may_screen.test(request.person, found),
    }  # fmt: skip
    return render(request, "ideas/idea.html", context)


def _comments(found):
    rows = queries.comments_under(found)
    for comment in rows:
        comment.said_shown = short_day(comment.created_on)
        comment.report_url = reverse("report_comment", args=[comment.pk])
        comment.report_shown = _("Tell us that something is wrong")
    return rows


def _answer(found):
    return found.answer if found.stage == found.Stage.ANSWERED else None


@public_page
def results(request):
    """Answers and waiting times, for everybody to read."""
    by_outcome, n_elsewhere = queries.results_by_outcome()
    context = {
        "in_time": queries.answered_in_time(),
        "outcomes": [_in_list(outcome, count) for outcome, count in by_outcome],
        "elsewhere": _in_list(Answer.Brought.ALONG, n_elsewhere) if n_elsewhere else None,
        "answers": queries.latest_answers(12),
        "waiting": dressed(queries.waiting_longest()),
    }
    for idea in context["waiting"]:
        idea.promise_shown = queries.promised_day(idea)
    context["answered"] = sum(row["n"] for row in context["outcomes"])
    return render(request, "ideas/results.html", context)


def _in_list(state, count):
    return {"word": state.label, "n": count, "url": f"{reverse('ideas')}?state={state}"}


@public_page
def log(request):
    """What was hidden and why: no person, no text."""
    rows = queries.open_log()
    for row in rows:
        row.day_shown = short_day(row.created_at)
        row.what_shown = _("Comment") if row.kind == "comment" else _("Idea")
        row.outcome_shown = _outcome_of(row)
    return render(request, "ideas/log.html", {"rows": rows})


def _outcome_of(hiding):
    if hiding.lifted_at:
        return _("Shown again")
    if hiding.appeal_answer:
        return _("Looked at again, stays hidden")
    return _("The author disagrees, being looked at") if hiding.appeal else _("Hidden")
