from uuid import UUID

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET
from ninja import NinjaAPI

from elava.challenges.models import Challenge
from elava.decisions.models import Meeting
from elava.decisions.queries.extract import extract_of
from elava.decisions.queries.minutes import published_minutes
from elava.ideas.models import Idea
from elava.journal.models import Thread
from elava.journal.parts import parts_of
from elava.people.models import NOBODY

from .queries import page_of
from .shapes import (
    TOLD_AS,
    ChallengeShape,
    IdeaShape,
    MeetingShape,
    Page,
    ThreadShape,
    WholeThreadShape,
)

api = NinjaAPI(
    title="Elävä",
    version="1",
    description="What is public in this programme, to read. Lists come in parts: follow `next`.",
    docs_url=None,
    openapi_url="openapi.json",
    urls_namespace="api",
)


@api.get("/", response=dict[str, str], url_name="doors", operation_id="doors")
def doors(request):
    """What can be read here, and where."""
    names = ("ideas", "challenges", "meetings", "threads", "openapi-json")
    return {name.removesuffix("-json"): reverse(f"api:{name}") for name in names}


@api.get("/ideas/", response=Page[IdeaShape], url_name="ideas", operation_id="ideas")
def ideas(
    request,
    stage: Idea.Stage | None = None,
    kind: Idea.Kind | None = None,
    after: UUID | None = None,
    limit: int = 50,
):
    """Public ideas, by stage and kind."""
    rows = Idea.objects.public().select_related("answer")
    if stage:
        rows = rows.filter(stage=stage)
    if kind:
        rows = rows.filter(kind=kind)
    return page_of(request, rows, _idea, after=after, limit=limit, stage=stage, kind=kind)


@api.get("/ideas/{uuid:pk}/", response=IdeaShape, url_name="idea", operation_id="idea")
def idea(request, pk: UUID):
    """One public idea."""
    return _idea(get_object_or_404(Idea.objects.public().select_related("answer"), pk=pk))


def _idea(row):
    answer = row.answer
    return {
        "id": row.pk,
        "title": row.title,
        "text": row.text,
        "kind": row.kind,
        "stage": row.stage,
        "given_on": row.created_on,
        "answer_by": row.answer_by,
        "outcome": answer.outcome if answer else None,
        "reason": str(answer.reason) if answer else None,
        "thread": row.thread_id,
        "url": row.get_absolute_url(),
    }


@api.get(
    "/challenges/", response=Page[ChallengeShape], url_name="challenges", operation_id="challenges"
)
def challenges(request, after: UUID | None = None, limit: int = 50):
    """Confirmed challenges."""
    return page_of(request, Challenge.objects.public(), _challenge, after=after, limit=limit)


@api.get(
    "/challenges/{uuid:pk}/", response=ChallengeShape, url_name="challenge",
    operation_id="challenge",
)  # fmt: skip
def challenge(request, pk: UUID):
    """One confirmed challenge."""
    return _challenge(get_object_or_404(Challenge.objects.public(), pk=pk))


def _challenge(row):
    return {
        "id": row.pk,
        "title": str(row.title),
        "words": str(row.words),
        "stage": row.stage,
        "answer_by": row.answer_by,
        "thread": row.thread_id,
        "url": row.get_absolute_url(),
    }


@api.get("/meetings/", response=Page[MeetingShape], url_name="meetings", operation_id="meetings")
def meetings(request, after: UUID | None = None, limit: int = 20):
    """Meetings to come and held; what was decided comes with one meeting."""
    rows = Meeting.objects.select_related("body")
    return page_of(request, rows, _meeting, after=after, limit=limit)


@api.get("/meetings/{uuid:pk}/", response=MeetingShape, url_name="meeting", operation_id="meeting")
def meeting(request, pk: UUID):
    """One meeting, with what was decided once its minutes are published."""
    row = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    minutes = published_minutes(row)
    return _meeting(row, extract_of(minutes) if minutes else None)


def _meeting(row, extract=None):
    return {
        "id": row.pk,
        "body": str(row.body),
        "place": row.place,
        "starts_at": row.starts_at,
        "stage": row.stage,
        "items": [_item(item) for item in extract["items"]] if extract else [],
        "url": row.get_absolute_url(),
    }


def _item(item):
    decision = item["decision"] or {}
    facts = {name: str(decision.get(name, "")) for name in ("outcome", "reason")}
    return {"title": item["title"]} | facts


@api.get("/threads/", response=Page[ThreadShape], url_name="threads", operation_id="threads")
def threads(request, after: UUID | None = None, limit: int = 50):
    """Public red threads."""
    return page_of(request, Thread.objects.public(), _thread, after=after, limit=limit)


@api.get("/threads/{uuid:pk}/", response=WholeThreadShape, url_name="thread", operation_id="thread")
def thread(request, pk: UUID):
    """One red thread with its parts."""
    row = get_object_or_404(Thread.objects.public(), pk=pk)
    parts = [
        {
            "kind": TOLD_AS.get(part.kind, part.kind),
            "title": part.title,
            "at": part.at,
            "text": part.text,
            "url": part.url,
        }
        for part in parts_of(row, NOBODY)
    ]
    return _thread(row) | {"parts": parts}


def _thread(row):
    return {"id": row.pk, "title": str(row.title), "url": row.get_absolute_url()}


@api.exception_handler(Http404)
def missing(request, exception):
    """What is not there, or not public, in one sentence."""
    return problem("There is nothing public here.")


@require_GET
def nowhere(request):
    """An address that no page of this door has."""
    start = reverse("api:doors")
    return problem(f"This address leads nowhere. What can be read here begins at {start}.")


def problem(sentence):
    """A 404 for machines, with a sentence for whoever reads it (RFC 9457)."""
    body = {"title": "Not found", "status": 404, "detail": sentence}
    return JsonResponse(body, status=404, content_type="application/problem+json")
