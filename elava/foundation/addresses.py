"""Addresses: full ones for mails, feeds and paper, and the host that a request asks for."""

from django.conf import settings
from django.http.request import split_domain_port
from django.urls import get_script_prefix, reverse, set_script_prefix


def address(row, language=None):
    """The full address of a row's page in a language of its programme (default: its first)."""
    return _full(row.programme, language, row.get_absolute_url)


def address_of_page(programme, url_name, language=None):
    """The full address of a page that belongs to no row, such as the door to sign in."""
    return _full(programme, language, lambda: reverse(url_name))


def _full(programme, language, path_of):
    before = get_script_prefix()
    set_script_prefix(programme.path_prefix(language))
    try:
        path = path_of()
    finally:
        set_script_prefix(before)
    return f"{settings.ELAVA_SCHEME}://{programme.host}{settings.ELAVA_PORT_SHOWN}{path}"


def host_of(request):
    """The host name without its port."""
    return split_domain_port(request.get_host())[0]
