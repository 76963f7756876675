"""Who is in the team around an idea and who offers help: for the desk alone."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.foundation.access import require
from elava.ideas import queries
from elava.ideas.models import Idea
from elava.ideas.rules import may_screen


@never_cache
@require_GET
def company(request, pk):
    """Names and contacts, left so that a coordinator can bring these people together."""
    require(may_screen, request.person)
    idea = get_object_or_404(Idea.objects.seen_by(request.person), pk=pk)
    team, offers = queries.company_of(idea, request.person)
    return render(request, "ideas/company.html", {"idea": idea, "team": team, "offers": offers})
