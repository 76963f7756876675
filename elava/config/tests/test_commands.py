import socket

import pytest
from django.core.management.base import CommandError

from elava.config import cli, supervisor
from elava.config.management.commands.serve import ensure_port_is_free


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
