import pytest
from django.http import Http404
from django.test import RequestFactory

from elava.foundation import limits
from elava.foundation.errors import TooOften


@limits.limited("report")
def report(request):
    return "thanks"


def a_post(**meta):
    return RequestFactory().post("/", **meta)


def test_after_twenty_reports_in_a_minute_the_next_one_waits():
    for _time in range(20):
        report(a_post())
    with pytest.raises(TooOften):
        report(a_post())
    assert report(a_post(REMOTE_ADDR="192.0.2.7")) == "thanks"
    assert report(RequestFactory().get("/")) == "thanks"


@limits.limited("screen", methods=("GET",), counts_misses=True)
def guess(request):
    if "code" not in request.GET:
        raise Http404
    return "the wall"


def test_a_code_is_guessed_sixty_times_in_a_minute_and_asked_for_as_often_as_one_likes():
    wrong, right = RequestFactory().get("/"), RequestFactory().get("/?code=12345")
    for _time in range(100):
        assert guess(right) == "the wall"
    for _time in range(60):
        with pytest.raises(Http404):
            guess(wrong)
    for request in (wrong, right):
        with pytest.raises(TooOften):
            guess(request)


def test_whoever_claims_another_address_is_counted_all_the_same(settings):
    settings.ELAVA_PROXIES = 0
    names = {limits.visitor_of({"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": claim})
             for claim in ("1.2.3.4", "5.6.7.8", "")}  # fmt: skip
    assert len(names) == 1


def test_behind_a_proxy_of_ours_only_what_it_adds_itself_counts(settings):
    settings.ELAVA_PROXIES = 1
    meta = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "1.2.3.4, 192.0.2.9"}
    assert limits.address_in(meta) == "192.0.2.9"


def test_a_household_of_ipv6_is_one_visitor():
    one, two = ({"REMOTE_ADDR": f"2001:db8:1:2::{end}"} for end in ("1", "ffff"))
    assert limits.visitor_of(one) == limits.visitor_of(two)
    assert limits.visitor_of({"REMOTE_ADDR": "nonsense"})
