"""What the documents promise to those who run it is what there is."""

from itertools import pairwise
from pathlib import Path

from elava.config import cli
from elava.config.variables import HOME, VARIABLES

RUNNING = (Path(HOME) / "docs" / "running.md").read_text("utf-8")


def shown(default):
    """A default as the table writes it."""
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, list):
        return ",".join(default) or "nothing"
    return str(default).replace(f"{HOME}/", "") or "nothing"


def test_the_table_of_variables_is_the_one_in_the_code():
    rows = [line for line in RUNNING.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{name}` | {shown(default)} | {purpose} |"
        for name, (_kind, default, purpose) in VARIABLES.items()
    ]


def test_every_command_that_the_document_names_exists():
    words = RUNNING.replace("`", " ").split()
    named = {
        after for word, after in pairwise(words) if word.endswith("elava") and after in cli.COMMANDS
    }
    assert named >= {"migrate", "backup", "restore", "verify", "serve", "work", "doctor"}
    assert all(cli.is_there(command) for command in named)
