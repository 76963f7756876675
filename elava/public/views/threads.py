from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_GET

from elava.foundation.public_pages import public_page
from elava.ideas.queries import answered_in_time, latest_answers
from elava.journal.models import Thread
from elava.journal.parts import parts_of
from elava.public import queries
from elava.ui.prose import excerpt


@public_page
def home(request):
    """The question, and what became of earlier answers to it."""
    context = {
        "in_time": answered_in_time(),
        "answers": latest_answers(),
        "steps": queries.how_an_idea_travels(),
    }
    return render(request, "public/home.html", context)


@public_page(query=("after",))
def threads(request):
    """The red threads that everybody may read."""
    page = queries.page_of_threads(request.person, request.GET.get("after", ""))
    context = {"threads": page.rows, "next": f"?after={page.next}" if page.next else ""}
    return render(request, "public/threads.html", context)


@public_page
def thread(request, pk):
    """The whole story of one matter."""
    found = get_object_or_404(Thread.objects.seen_by(request.person), pk=pk)
    parts = parts_of(found, request.person)
    context = {
        "thread": found,
        "parts": queries.told(parts),
        "steps": queries.journey_of(parts),
        "summary": excerpt(" ".join(part.title for part in parts)),
        "happened": queries.what_happened_on(found),
    }
    return render(request, "public/thread.html", context)


@require_GET
def robots(request):
    """What search engines leave alone: the desk always, and a demonstration as a whole."""
    alone = ["/"] if settings.ELAVA_DEMO else ["/desk/", "/number/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in alone)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_GET
def favicon(request):
    """For browsers that ask for the icon at its old place."""
    return redirect(static("ui/icons.svg"), permanent=True)


@require_GET
def health(request):
    """Says that the server and its database answer."""
    Thread.objects.exists()
    return HttpResponse("ok", content_type="text/plain")
