"""The stages an idea or experiment can be in, each with its shape, for lists that print many."""

from django.utils.html import format_html

STAGES = (
    "new",
    "read",
    "now",
    "running",
    "paused",
    "learned",
    "living",
    "joined",
    "elsewhere",
    "notnow",
    "gone",
    "late",
    "ready",
)


def stage_tag(kind, word):
    """A stage as word, shape and colour: make it once per stage, then use it in every row."""
    if kind not in STAGES:
        raise ValueError(f"There is no stage {kind!r}; there are {', '.join(STAGES)}")
    return format_html('<span class="stage {}">{}</span>', kind, word)
