"""What every answer says to browsers, with the settings of a real installation."""

import json
import os
import subprocess
import sys

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.given.accounts import an_account, ask_for_code, code_in, send
from tests.given.people import a_person

ASKED = """
SECURE_HSTS_SECONDS SECURE_HSTS_INCLUDE_SUBDOMAINS SECURE_SSL_REDIRECT SECURE_PROXY_SSL_HEADER
SESSION_COOKIE_NAME SESSION_COOKIE_SECURE SESSION_COOKIE_HTTPONLY CSRF_COOKIE_NAME
CSRF_COOKIE_SECURE CSRF_COOKIE_HTTPONLY SECURE_REFERRER_POLICY SECURE_CONTENT_TYPE_NOSNIFF
SECURE_CROSS_ORIGIN_OPENER_POLICY CONTENT_SECURITY_POLICY ELAVA_PROXIES DEBUG
""".split()


@pytest.fixture(scope="module")
def real_settings(tmp_path_factory):
    """The settings that a production installation behind https gets."""
    script = (
        "import json; from elava.config import settings as s; "
        f"print(json.dumps({{name: getattr(s, name) for name in {ASKED!r}}}))"
    )
    env = {
        **os.environ, "ELAVA_MODE": "production", "SECRET_KEY": "k3y-" * 20, "ELAVA_HTTPS": "true",
        "ELAVA_HOSTS": "testserver", "ELAVA_DATA": str(tmp_path_factory.mktemp("data")),
        "DATABASE_URL": "",
    }  # fmt: skip
    said = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True)
    return json.loads(said.stdout)


@pytest.fixture
def real(real_settings):
    """A browser that reaches such an installation through its proxy."""
    with override_settings(**real_settings):
        yield Client(HTTP_X_FORWARDED_PROTO="https")


def policy_of(answer):
    """The content security policy as {directive: set of sources}."""
    parts = answer.headers["Content-Security-Policy"].split(";")
    return {words[0]: set(words[1:]) for words in (part.split() for part in parts) if words}


def observatory_score(answer):
    """Points by the rules that the Mozilla HTTP Observatory publishes (version 2)."""
    headers, policy, score = answer.headers, policy_of(answer), 100
    unsafe = {"'unsafe-inline'", "'unsafe-eval'", "data:", "http:", "https:", "*"}
    sources = set().union(*policy.values())
    if policy.get("default-src") == {"'none'"} and not sources & unsafe:
        score += 10
    elif sources & unsafe:
        score -= 20
    cookies = answer.cookies.values()
    if all(cookie["secure"] and cookie["httponly"] and cookie["samesite"] for cookie in cookies):
        score += 5 if cookies else 0
    else:
        score -= 20
    months = int(headers.get("Strict-Transport-Security", "max-age=0").split(";")[0].split("=")[1])
    score -= 0 if months >= 15_768_000 else 20
    score += 5 if policy.get("frame-ancestors") == {"'none'"} else -20
    score += 5 if headers.get("Referrer-Policy") in {"same-origin", "no-referrer"} else 0
    score -= 0 if headers.get("X-Content-Type-Options") == "nosniff" else 5
    score += 10 if headers.get("Cross-Origin-Resource-Policy") == "same-origin" else 0
    return score


@pytest.mark.parametrize("path", ["/", "/ideas/", "/sign-in/", "/nowhere/", "/desk/"])
def test_every_page_scores_as_the_strictest_sites_do(real, path):
    assert observatory_score(real.get(path)) >= 115


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/nowhere/"])
def test_every_answer_says_what_browsers_shall_refuse(real, path):
    headers = real.get(path).headers
    assert headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert "preload" not in headers["Strict-Transport-Security"]


def test_cookies_belong_to_one_host_under_https(real, mailoutbox):
    account = an_account(a_person())
    answer = ask_for_code(real, account.email)
    assert answer.status_code == 302
    assert "__Host-elava" in real.cookies
    cookie = real.cookies["__Host-elava"]
    assert (cookie["secure"], cookie["httponly"], cookie["domain"], cookie["path"]) == (
        True, True, "", "/",
    )  # fmt: skip
    send(real, reverse("account_confirm_login_code"), code=code_in(mailoutbox[0]))
    assert all(name.startswith("__Host-") for name in real.cookies)


def test_plain_http_is_led_to_https(real):
    plain = Client().get("/")
    assert (plain.status_code, plain.url) == (301, "https://testserver/")


def test_the_server_answers_to_its_own_names_only(client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_forwarded_host_changes_nothing(client):
    answer = client.get("/", headers={"x-forwarded-host": "evil.example"})
    assert "evil.example" not in answer.content.decode()


def test_anonymous_reading_pages_carry_no_cookie(client):
    for name in ("home", "ideas", "threads"):
        assert not client.get(reverse(name)).cookies
