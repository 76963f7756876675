"""The one table of environment variables: name, kind, default, and what it is for."""

from pathlib import Path

import environ

HOME = Path(__file__).resolve().parent.parent.parent

VARIABLES = {
    "ELAVA_MODE": (str, "production", "demo, dev or production"),
    "SECRET_KEY": (str, "", "the installation's secret, at least 50 characters"),
    "SECRET_KEY_FALLBACKS": (list, [], "older secrets that still open links"),
    "DATABASE_URL": (str, "", "postgres://…; empty means SQLite in ELAVA_DATA"),
    "ELAVA_DATA": (
        str,
        "",
        "the folder of the database, uploads and caches; empty means var, var/demo or var/dev",
    ),
    "ELAVA_HOSTS": (list, [], "host names that the server answers to"),
    "ELAVA_HTTPS": (bool, True, "whether a proxy in front speaks https"),
    "ELAVA_PROXIES": (int, 1, "how many proxies of your own stand before the server, under https"),
    "PORT": (int, 8000, "the port that the server listens on"),
    "EMAIL_URL": (str, "", "smtp://user:password@host:port of the outgoing mail"),
    "ELAVA_MAIL_FROM": (str, "elava@example.org", "the sender of every mail"),
    "ELAVA_WEB_PROCESSES": (int, 1, "web processes, each with four threads"),
}


def data_folder(given):
    """Where an installation keeps what is its own: a demo beside a real one, never in it."""
    mode = given["ELAVA_MODE"]
    return Path(given["ELAVA_DATA"] or HOME / "var" / (mode if mode in {"demo", "dev"} else ""))


def read():
    """The variables as Python values, from the environment and an optional `.env` file."""
    env = environ.Env()
    environ.Env.read_env(HOME / ".env")
    return {
        name: env.get_value(name, cast=kind, default=default)
        for name, (kind, default, _purpose) in VARIABLES.items()
    }
