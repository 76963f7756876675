"""The list of ideas: filters as links, counts beside them, pages by key."""

from collections import Counter
from functools import cached_property

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Value, When
from django.db.models.functions import Least
from django.utils.translation import ngettext

from elava.challenges.models import Challenge
from elava.foundation.keyset import Keyset
from elava.ideas.models import Answer, Idea, IdeaChallenge, IdeaLifeStage, Support
from elava.journal.kept import kept
from elava.programmes.models import LifeStage
from elava.programmes.queries import areas
from elava.ui.context import LANGUAGES
from elava.ui.prose import excerpt

from .around import counted
from .shown import dressed

PAGE = 30
MOST_CHALLENGES = 40
# Whom an idea comes from, as far as we ask: the smallest of these crowds makes it quiet.
CROWDS = ("area__slug", "intake__language", "intake__door")
ORDERS = ("newest", "waiting", "quiet")
STATES = (Idea.Stage.OPEN, Idea.Stage.SHORTLISTED, *Answer.Outcome, Answer.Brought.ALONG)
IS_BROUGHT = Case(When(answer__source="", then=False), When(answer=None, then=False), default=True)
FACETS = ("state", "kind", "area", "life", "challenge", "language")


def latest_answers(limit=3):
    """Public ideas with the newest answers, ready to be shown as cards."""
    answered = Idea.objects.public().filter(stage=Idea.Stage.ANSWERED, answer__source="")
    answered = answered.select_related("answer__body", "area", "intake").order_by(
        "-answer__at", "pk"
    )
    rows = dressed(answered[:limit])
    for idea in rows:
        idea.answer_shown = excerpt(idea.answer.reason)
        idea.answer_lang = idea.answer.reason.lang
    return rows


class Listing:
    """What a reader asked of the list, understood by allow-lists; what is unknown is left out."""

    def __init__(self, person, asked):
        """Take the person and a mapping of the query's parameters."""
        self._person = person
        self.order = asked.get("order") if asked.get("order") in ORDERS else "newest"
        self._areas = {area.slug: area for area in areas()}
        self._life = {stage.slug: stage for stage in LifeStage.objects.order_by("order", "pk")}
        open_ones = Challenge.objects.public().order_by("-created_at", "pk")
        self._challenges = {row.pk.hex: row for row in open_ones[:MOST_CHALLENGES]}
        self._after = asked.get("after", "")
        self.chosen = {name: self._known(name, asked.get(name, "")) for name in FACETS}

    def _known(self, name, value):
        known = {
            "state": STATES, "kind": Idea.Kind.values, "area": self._areas, "life": self._life,
            "challenge": self._challenges,
        }  # fmt: skip
        if name == "language":
            return value if value in LANGUAGES else ""
        return value if value in known[name] else ""

    @cached_property
    def _languages(self):
        return {group["intake__language"] for group in self._groups}

    @cached_property
    def _groups(self):
        """How many ideas there are of each sort: one query feeds the counts of all filters."""
        return self._counted("sorts", self._count_sorts)

    def _count_sorts(self):
        by = ("stage", "answer__outcome", "is_brought", "kind", *CROWDS)
        seen = self._tagged(Idea.objects.seen_by(self._person)).annotate(is_brought=IS_BROUGHT)
        return list(seen.order_by().values(*by).annotate(n=Count("pk")))

    @cached_property
    def _by_life(self):
        return self._counted("life", lambda: self._count_tags(IdeaLifeStage, "life_stage__slug"))

    @cached_property
    def _by_challenge(self):
        found = self._counted("challenge", lambda: self._count_tags(IdeaChallenge, "challenge"))
        return {pk.hex: n for pk, n in found.items()}

    def _count_tags(self, tags, by):
        without = "life" if tags is IdeaLifeStage else "challenge"
        # Few ideas carry a tag: looked up one by one they cost less than a list of all ideas.
        of_these = Exists(self._filtered(without=without).filter(pk=OuterRef("idea")))
        rows = tags.objects.filter(of_these).order_by()
        return dict(rows.values_list(by).annotate(n=Count("pk")))

    def _counted(self, what, count):
        """What everybody may see is counted once for a version of the programme."""
        if self._person.is_visitor:
            return kept(("ideas", what, *self.chosen.values()), count)
        return count()

    def _matches(self, group, without):
        return all(
            group[column] == self.chosen[name]
            for name, column in (
                ("kind", "kind"), ("area", "area__slug"), ("language", "intake__language"),
            )
            if self.chosen[name] and name != without
        ) and (without == "state" or self.chosen["state"] in ("", _state(group)))  # fmt: skip

    def counts(self, name):
        """Value → how many ideas it would show, the other filters being as they are."""
        if name == "life":
            return self._by_life
        if name == "challenge":
            return self._by_challenge
        counted = Counter()
        for group in self._groups:
            if self._matches(group, without=name):
                value = {"state": _state(group), "area": group["area__slug"]}.get(
                    name, group["intake__language" if name == "language" else "kind"]
                )
                counted[value] += group["n"]
        return counted

    def choices(self, name):
        """The values of a filter with their words, in order, only those that show something."""
        words = {
            "state": [(str(state), state.label) for state in STATES],
            "kind": Idea.Kind.choices,
            "area": [(slug, str(area)) for slug, area in self._areas.items()],
            "life": [(slug, str(stage)) for slug, stage in self._life.items()],
            "challenge": [(key, str(row)) for key, row in self._challenges.items()],
            "language": [(code, code) for code in sorted(self._languages)],
        }[name]
        counts = self.counts(name)
        return [
            (value, word, counts.get(value, 0))
            for value, word in words
            if counts.get(value) or value == self.chosen[name]
        ]

    def _filtered(self, without=""):
        ideas = Idea.objects.seen_by(self._person)
        given = {name: value for name, value in self.chosen.items() if value and name != without}
        if state := given.get("state"):
            ideas = ideas.filter(_is_in(state))
        if kind := given.get("kind"):
            ideas = ideas.filter(kind=kind)
        if area := given.get("area"):
            ideas = ideas.filter(area=self._areas[area])
        if language := given.get("language"):
            ideas = ideas.filter(intake__language=language)
        return self._tagged(ideas, without)

    def _tagged(self, ideas, without=""):
        if self.chosen["life"] and without != "life":
            ideas = ideas.filter(life_stages=self._life[self.chosen["life"]])
        if self.chosen["challenge"] and without != "challenge":
            ideas = ideas.filter(challenges=self._challenges[self.chosen["challenge"]])
        return ideas

    @cached_property
    def total(self):
        """How many ideas the filters show."""
        counts = self.counts("state")
        return counts[self.chosen["state"]] if self.chosen["state"] else sum(counts.values())

    @cached_property
    def page(self):
        """The rows of this page and the key of the next one ("" on the last)."""
        ideas = self._ordered(self._filtered()).as_cards().annotate(supporters=counted(Support))
        page = Keyset(ideas, size=PAGE, after=self._after)
        return _with_supporters(dressed(page.rows)), page.next

    def _ordered(self, ideas):
        if self.order == "newest":
            return ideas.order_by("-created_on", "-pk")
        if self.order == "waiting":
            return ideas.filter(stage__in=Idea.WAITING_STAGES).order_by("created_on", "pk")
        everybody = Value(sum(group["n"] for group in self._groups) + 1)
        crowds = [
            Case(*whens, default=everybody, output_field=IntegerField())
            for whens in self._sizes_of_crowds()
        ]
        return ideas.annotate(loudness=Least(*crowds)).order_by("loudness", "-created_on", "-pk")

    def _sizes_of_crowds(self):
        """For area, language and door: how many ideas came from each; the quietest stand first."""
        for column in CROWDS:
            sizes = Counter()
            for group in self._groups:
                sizes[group[column]] += group["n"]
            yield [When(**{column: it, "then": Value(n)}) for it, n in sizes.items() if it]


def _state(group):
    if group["stage"] != Idea.Stage.ANSWERED:
        return group["stage"]
    return Answer.Brought.ALONG if group["is_brought"] else group["answer__outcome"]


def _is_in(state):
    if state == Answer.Brought.ALONG:
        return Q(stage=Idea.Stage.ANSWERED) & ~Q(answer__source="")
    if state in Answer.Outcome.values:
        return Q(stage=Idea.Stage.ANSWERED, answer__outcome=state, answer__source="")
    return Q(stage=state)


def _with_supporters(rows):
    numbers = {idea.supporters for idea in rows} - {0}
    said = {n: ngettext("%(n)d is in", "%(n)d are in", n) % {"n": n} for n in numbers}
    for idea in rows:
        idea.in_shown = said.get(idea.supporters, "")
    return rows
