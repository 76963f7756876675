import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management.base import CommandError

from elava.config import cli, supervisor
from elava.config.management.commands.serve import ensure_port_is_free
from elava.config.variables import HOME, data_folder

SETTINGS = "elava.config.settings"


def elava(*arguments, **variables):
    """What the console command says, run by itself."""
    command = [sys.executable, "-m", "elava.config.cli", *arguments]
    settings = {"ELAVA_MODE": "dev", "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": SETTINGS}
    return subprocess.run(
        command, capture_output=True, text=True, cwd=HOME, env=os.environ | settings | variables,
        check=False,
    )  # fmt: skip


def test_the_list_of_commands_names_only_those_that_exist(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["elava"])
    monkeypatch.setitem(cli.COMMANDS, "fly", "Not written yet.")
    cli.main()
    shown = capsys.readouterr().out
    assert "elava doctor" in shown
    assert "fly" not in shown


def test_an_unknown_command_is_answered_with_the_list():
    with pytest.raises(SystemExit, match=r"(?s)no command “dcotor”.*elava doctor"):
        cli.run("dcotor", [])


@pytest.mark.parametrize("command", ["verify", "backup", "import-ideas"])
def test_a_command_on_an_empty_folder_says_so_in_a_sentence_and_leaves_nothing(tmp_path, command):
    told = elava(command, str(tmp_path / "copy"), ELAVA_DATA=str(tmp_path))
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert "elava migrate" in told.stderr
    assert not (tmp_path / "copy.part").exists()
    assert elava(command, "--help", ELAVA_DATA=str(tmp_path)).returncode == 0


def test_a_demo_and_a_real_installation_keep_their_data_apart():
    folders = {
        mode: data_folder({"ELAVA_MODE": mode, "ELAVA_DATA": ""})
        for mode in ("demo", "dev", "production")
    }
    assert folders == {
        "demo": HOME / "var/demo",
        "dev": HOME / "var/dev",
        "production": HOME / "var",
    }
    assert data_folder({"ELAVA_MODE": "demo", "ELAVA_DATA": "/srv"}) == Path("/srv")


def test_a_port_in_use_is_told_before_anything_starts():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CommandError, match="not free"):
            ensure_port_is_free("127.0.0.1", taken.getsockname()[1])


def test_the_worker_is_started_beside_the_web_server():
    web, worker = supervisor.commands("127.0.0.1", "8000", "1", "4", with_worker=True)
    assert "granian" in web
    assert worker[-1] == "work"
    assert len(supervisor.commands("127.0.0.1", "8000", "1", "4", with_worker=False)) == 1


def test_when_one_child_ends_the_other_is_ended():
    children = [supervisor.start(["sleep", "60"]), supervisor.start(["true"])]
    children[1].wait()
    supervisor.finish(children)
    assert children[0].returncode == -15
