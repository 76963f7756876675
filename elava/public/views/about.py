from decimal import Decimal

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from elava.foundation import clock
from elava.foundation.addresses import address_of_page
from elava.foundation.privacy import what_we_keep
from elava.foundation.public_pages import public_page
from elava.network.queries import carriers
from elava.programmes import queries
from elava.programmes.models import Page
from elava.programmes.rules import may_shape_programme
from elava.public.queries import banner_of_programme, picture_of
from elava.ui.dates import short_day, span
from elava.ui.numbers import euros, grouped


@public_page
def about(request):
    """The programme: its aims and the goals behind them, its projects, its funder's mark."""
    by_project = carriers()
    projects = list(queries.projects())
    for project in projects:
        project.days = _days(project)
        project.partners = by_project.get(project.pk, [])
    pack = queries.funder_pack(clock.today())
    shown = banner_of_programme()
    context = {
        "days": _days(request.programme),
        "aims": queries.aims_with_goals(),
        "projects": projects,
        "links": queries.links_of_programme(),
        "pages": Page.objects.public(),
        "pack": pack,
        "mark": pack and picture_of(pack),
        "banner": shown,
        "embed": shown and _embed_line(shown),
        "may_edit": may_shape_programme(request.person),
    }
    return render(request, "public/about.html", context)


def _embed_line(banner):
    """What another site pastes into its page: our picture, which leads to our front door.

    The picture has an address of its own that stays when the picture changes, and so no size.
    """
    line = '<a href="{}"><img src="{}" alt="{}">{}</a>'
    programme, words = banner.programme, banner.embed_words
    home = address_of_page(programme, "home", get_language())
    below = format_html("<br>{}", words) if words else ""
    return format_html(line, home, address_of_page(programme, "banner"), banner.alt, below)


@require_GET
def banner(request):
    """The banner's fixed address: it leads to the picture of today, also from other sites."""
    found = banner_of_programme()
    if found is None:
        raise Http404
    response = redirect(found.picture)
    response["Cache-Control"] = "no-cache"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _days(row):
    if not row.started_on:
        return ""
    return span(row.started_on, row.ends_on) if row.ends_on else f"{short_day(row.started_on)}–"


@public_page
def page(request, slug):
    """A page that the programme writes itself, each fact with its source."""
    found = queries.page_at(slug, request.person)
    if found is None:
        raise Http404
    parts = found.parts.all()
    for part in parts:
        part.notes = _notes(part.sources)
        part.lines = [_fact(fact) for fact in part.facts.all()]
    context = {"page": found, "parts": parts, "may_edit": may_shape_programme(request.person)}
    return render(request, "public/page.html", context)


def _notes(numbers):
    return "".join(f"[{number}]" for number in sorted(numbers))


def _fact(fact):
    figure = ""
    if fact.cents is not None:
        figure = euros(Decimal(fact.cents) / 100)
    elif fact.percent is not None:
        decimals = max(0, -fact.percent.normalize().as_tuple().exponent)
        figure = _("%(share)s %%") % {"share": grouped(fact.percent, decimals=decimals)}
    return {"label": fact.label, "figure": figure, "notes": _notes(fact.sources)}


@public_page
def help_and_contact(request):
    """Whom to ask, by telephone, by message or at a place; and where to call in an emergency."""
    return render(request, "public/help.html", {"crisis_lines": queries.crisis_lines()})


@public_page
def privacy(request):
    """Who reads what, what is kept of people, why, on which ground and how long."""
    return render(request, "public/privacy.html", {"purposes": what_we_keep()})


@public_page
def accessibility(request):
    """The accessibility statement, and the way to tell what does not work."""
    return render(request, "public/accessibility.html")
