"""What leaves a package starts from seen_by() or public(), or says why not."""

import ast

import pytest
from django_scopes import scopes_disabled

from elava.people.models import NOBODY
from tests.given.everything import everything
from tests.given.people import a_person
from tests.rooms import domain_models, functions_of, place_of, rooms, tree_of

# Nouns whose rows everybody may see: the frame of the programme and of its network.
OPEN = set(
    "Programme Project Aim AimGoal StrategyGoal Area Place LifeStage Audience InclusionKind Link "
    "Banner FunderPack CrisisLine Word Group Body Seat "
    "Partnership Meeting Answer".split()
)
# Nouns that are read only by way of the row they belong to, whose own rule says who may.
PARTS = set(
    "ChallengeGoal ChallengeLifeStage ChallengeNote NoteGroup HeadcountTally Attendance Carrier "
    "Interest Item ItemIdea MinutesCheck Vote Cluster ClusterPart IdeaChallenge IdeaLifeStage "
    "Intake Support Entry Words ThreadPart ConsentText Account PagePart PageFact "
    "PageSource".split()
)
# What the machinery keeps for itself: nobody asks for such a row by a page.
MACHINERY = set("Clock Submission KeptPage Reader Errand NumberBlock Document Key".split())
# Reads that begin with neither, and why.
REASONS = {
    "a machine asks, for an act of the house": """
        ideas/queries/desk.py:closed_ideas_with_words decisions/queries/handovers.py:to_be_reminded
        decisions/queries/agenda.py:meeting_on_its_way ideas/queries/imports.py:acted_upon
        ideas/queries/imports.py:ideas_of_import ideas/queries/imports.py:ideas_to_show""",
    "a number or a yes, and no row": """
        ideas/queries/around.py:counted ideas/queries/results.py:_count_in_time
        ideas/queries/lists.py:_count_tags network/queries.py:purse_of
        decisions/queries/handovers.py:figures decisions/panels.py:door_to_the_receiver
        public/views/threads.py:health desk/queries.py:away_until network/queries.py:places
        programmes/queries.py:free_slug rights/queries/own_pages.py:has_seat
        ideas/queries/slips.py:team_waits_for_giver""",
    "the directory's own rule: each person chose who may see their name": """
        network/queries.py:people_in_directory""",
    "a file is seen where its owner is, which a noun without the rule always is": """
        people/queries.py:_owner_is_seen""",
    "roles come from here: seen_by itself asks for them": """
        network/queries.py:roles_from_memberships desk/queries.py:roles_from_absences
        people/queries.py:person_of""",
    "whoever shows the number, the secret or the cookie is whom it opens to": """
        people/queries.py:receipt_with_number people/queries.py:receipt_with_secret
        challenges/queries.py:open_workshop_with decisions/queries/handovers.py:handover_with_secret
        ideas/queries/slips.py:idea_of ideas/views/keys.py:slip_of
        ideas/views/entries.py:entry_number ideas/queries/desk.py:ideas_just_entered
        decisions/views/handovers.py:_seen
        rights/views/ways.py:reach rights/views/ways.py:by_link
        ideas/queries/slips.py:place_in_team""",
    "the rows of somebody whom the asker has reached by a rule": """
        people/queries.py:contact_ways_of people/queries.py:consents_of
        rights/queries/own_pages.py:roles_shown rights/queries/own_pages.py:_slips
        rights/queries/own_pages.py:_waiting rights/queries/parcels.py:parcel_of
        network/queries.py:roles_held network/queries.py:with_roles
        network/queries.py:is_only_coordinator""",
    "the desk alone opens the page, by require() or by a pile of its own": """
        ideas/queries/desk.py:reports_to_settle ideas/queries/desk.py:reports_about
        ideas/queries/desk.py:appeals_to_answer rights/queries/requests.py:people_found
        desk/queries.py:absences desk/queries.py:possible_deputies desk/queries.py:_seated_in
        rights/queries/requests.py:_alike network/queries.py:principals
        network/views/roles.py:add_role
        accounts/queries.py:somebody_as""",
    "those who keep a meeting prepare and run it, whatever else they may see": """
        decisions/queries/agenda.py:meeting_that_holds decisions/queries/agenda.py:items_of
        decisions/queries/agenda.py:unsettled decisions/queries/agenda.py:proposals_to
        decisions/queries/agenda.py:refusals_to_handle decisions/queries/agenda.py:ripe_ideas
        decisions/queries/desk.py:matters_to_finish decisions/queries/desk.py:_unchecked
        decisions/queries/minutes.py:newest_minutes decisions/queries/extract.py:minutes_in_full
        decisions/queries/extract.py:_names decisions/views/cockpit.py:interests
        decisions/views/minutes.py:_checkers decisions/views/minutes.py:check
        decisions/views/preparing.py:change network/queries.py:members_on
        challenges/forms.py:__init__ challenges/queries.py:notes_for_the_room
        challenges/queries.py:hidden_notes""",
    "organisations and bodies are open; their members' names are not among what is told": """
        network/queries.py:organisations_in network/queries.py:bodies_of""",
    "the frame and tags, which are open, and pages by those who write them": """
        programmes/queries.py:in_order public/views/frame.py:rows public/views/frame.py:_row
        public/views/pages.py:_row""",
    "the open log and the post that a hiding names, to whoever reached it": """
        ideas/queries/results.py:open_log ideas/queries/slips.py:hiding_in_force
        ideas/queries/slips.py:hidden_post ideas/queries/around.py:comments_under""",
    "the index asks which rows to look at anew, and puts in public ones only": """
        ideas/search.py:ideas_spoken_of ideas/search.py:_comment_of ideas/search.py:forget_ideas_of
        decisions/search.py:meeting_of""",
    "a rule of the noun that says more narrowly than public() what is told": """
        decisions/panels.py:titles_told""",
    "an empty choice, filled by the view": "ideas/forms/desk.py:__init__",
}
NAMED = {place for places in REASONS.values() for place in places.split()}
# notices.py finds whom to tell, and sending asks anew who may see; these packages are tools.
TOOLS = {"foundation", "journal", "notices", "ui", "config", "demo"}
TELLING = {"search/index.py", "search/likeness.py", "search/keys.py"}


def has_both(model):
    with scopes_disabled():
        rows = model._default_manager.all()
    return hasattr(rows, "seen_by") and hasattr(rows, "public")


@pytest.mark.parametrize("model", domain_models(), ids=lambda model: model.__name__)
def test_every_noun_says_who_may_see_its_rows(model):
    known = [model.__name__ in names for names in (OPEN, PARTS, MACHINERY)]
    assert [*known, has_both(model)].count(True) == 1, f"{model.__name__}: seen_by() and public()?"


GUARDED = {model.__name__ for model in domain_models() if has_both(model)}


def unguarded(function):
    """The nouns that a function reads without beginning at seen_by() or public()."""
    begun = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and node.attr in ("seen_by", "public"):
            begun |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(function):
        is_manager = isinstance(node, ast.Attribute) and node.attr == "objects"
        if is_manager and id(node) not in begun:
            name = getattr(node.value, "id", "")
            if name in GUARDED or not name[:1].isupper():
                yield name


def reads_without():
    found = {}
    for file in rooms("views", "forms", "queries", "panels", "search", "rules"):
        package = place_of(file).split("/")[0]
        if package in TOOLS or place_of(file) in TELLING:
            continue
        for function in functions_of(tree_of(file)):
            if names := set(unguarded(function)):
                found[f"{place_of(file)}:{function.name}"] = names
    return found


def test_reads_that_leave_a_package_begin_with_who_asks():
    found = reads_without()
    new = {place: names for place, names in found.items() if place not in NAMED}
    assert not new, f"begin with seen_by(person) or public(), or give a reason here: {new}"
    assert not NAMED - set(found), f"begin well now, take them out: {NAMED - set(found)}"


def test_a_read_that_forgets_to_ask_is_noticed():
    tree = ast.parse("def f(p):\n    return Idea.objects.filter(pk=1) | Idea.objects.seen_by(p)")
    assert list(unguarded(tree.body[0])) == ["Idea"]


def test_a_visitor_sees_what_is_public_and_the_desk_at_least_that():
    """In a programme that has a row of every noun; a person of ours sees no less than a visitor."""
    _person, coordinator = everything()
    for model in [model for model in domain_models() if has_both(model)]:
        public, visitor, somebody, desk = (
            set(rows.values_list("pk", flat=True))
            for rows in (
                model.objects.public(),
                *(model.objects.seen_by(one) for one in (NOBODY, a_person(), coordinator)),
            )
        )
        assert visitor == public, f"{model.__name__}: a visitor sees what is public"
        assert somebody >= visitor, f"{model.__name__}: a person sees less than a visitor"
        assert desk >= visitor, f"{model.__name__}: the desk sees less than a visitor"
