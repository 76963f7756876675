"""What the page shell needs to know, read lazily so that error pages can use it too."""

from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.encoding import escape_uri_path
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from elava.ui.panels import doors_of

# code: own name in own script, html lang, direction
LANGUAGES = {
    "fi": ("Suomi", "fi", "ltr"),
    "fi-selko": ("Helppo suomi", "fi", "ltr"),
    "sv": ("Svenska", "sv", "ltr"),
    "en": ("English", "en", "ltr"),
    "uk": ("Українська", "uk", "ltr"),
    "ru": ("Русский", "ru", "ltr"),
    "ar": ("العربية", "ar", "rtl"),
    "so": ("Soomaali", "so", "ltr"),
    "en-rtl": ("Mirrored", "en", "rtl"),
}

# Doors that the floors above may or may not have opened yet.
HOME = "home"
SIGN_OUT = "sign_out"
FOOT = (
    (_("Help and contact"), "help"),
    (_("Accessibility"), "accessibility"),
    (_("Privacy"), "privacy"),
    (_("Sign in"), "sign_in"),
)


def shell(request):
    """The context processor: gives templates the `shell`."""
    return {"shell": Shell(request)}


def address_of(url_name):
    """The address of a URL name, or None where no such page exists."""
    return _address_of(url_name, get_script_prefix(), get_urlconf())


@lru_cache(maxsize=500)
def _address_of(url_name, _prefix, urlconf):
    try:
        return reverse(url_name, urlconf)
    except NoReverseMatch:
        return None


@lru_cache(maxsize=500)
def _printed(template, doors, _language):
    """The same doors in the same language are printed once: they stand on every page."""
    items = [{"label": label, "url": url, "current": current} for label, url, current in doors]
    return render_to_string(template, {"items": items})


class Shell:
    """The frame of every page: languages, navigation, help line, footer."""

    def __init__(self, request):
        """Keep the request; everything else is read when a template asks."""
        self._request = request
        self.programme = getattr(request, "programme", None)
        self.person = getattr(request, "person", None)
        self.code = getattr(request, "language", None) or get_language() or settings.LANGUAGE_CODE
        self.is_demo = bool(getattr(settings, "ELAVA_DEMO", False))

    @property
    def lang(self):
        """The `lang` of the page: easy Finnish is Finnish to a screen reader."""
        return LANGUAGES.get(self.code, ("", self.code.split("-")[0], ""))[1]

    @property
    def dir(self):
        """The writing direction of the page."""
        return LANGUAGES.get(self.code, ("", "", "ltr"))[2]

    @property
    def name(self):
        """The name of the programme, or of the software where there is no programme."""
        return getattr(self.programme, "name", None) or "Elävä"

    @property
    def help_phone(self):
        """The help line, as written by the programme."""
        return getattr(self.programme, "help_phone", "") or ""

    @property
    def help_phone_href(self):
        """The help line as a dialling address."""
        return "tel:" + "".join(sign for sign in self.help_phone if sign.isdigit() or sign == "+")

    @property
    def help_email(self):
        """The e-mail address of the help line."""
        return getattr(self.programme, "help_email", "") or ""

    @cached_property
    def home(self):
        """The front page of the programme in this language."""
        return address_of(HOME) or "/"

    @property
    def is_signed_in(self):
        """True when the reader is somebody the programme knows."""
        return self.person is not None and not getattr(self.person, "is_visitor", True)

    @property
    def roles(self):
        """The role switcher of a demonstration, on the machine itself only."""
        return address_of("step_in") if getattr(self._request, "is_play", False) else None

    @property
    def sign_out(self):
        """The address of the page that ends the session, if there is one."""
        return address_of(SIGN_OUT)

    @cached_property
    def languages(self):
        """The same page in every language of the programme."""
        path = escape_uri_path(getattr(self._request, "path_info", "/"))
        query = self._request.META.get("QUERY_STRING", "") if self._request.method == "GET" else ""
        return self._in_every_language(path + (f"?{query}" if query else ""))

    def languages_at(self, url_name):
        """Another page in every language: for a page that answers what was sent to it."""
        return self._in_every_language(reverse(url_name).removeprefix(get_script_prefix()))

    @cached_property
    def nav(self):
        """The public doors that this reader may see, printed."""
        return self._print("ui/nav.html", self._doors("public"))

    @cached_property
    def desk_nav(self):
        """The doors of the desk, for those signed in."""
        return self._doors("desk") if self.is_signed_in else []

    @cached_property
    def own_nav(self):
        """The doors beside one's own name."""
        return self._doors("own") if self.is_signed_in else []

    @cached_property
    def foot(self):
        """The links of the footer whose pages exist, printed."""
        found = ((label, name, address_of(name)) for label, name in FOOT)
        hide = {"sign_in"} if self.is_signed_in else set()
        doors = self._doors("foot") + [
            {"label": label, "url": url, "current": False}
            for label, name, url in found if url and name not in hide
        ]  # fmt: skip
        return self._print("ui/foot.html", doors)

    def _print(self, template, doors):
        given = tuple((str(door["label"]), door["url"], door["current"]) for door in doors)
        return _printed(template, given, get_language()) if given else ""

    def _in_every_language(self, address):
        rows = getattr(self.programme, "languages", None) or ()
        # One leading slash only: a path of two slashes would lead to another host.
        return [self._language(row, "/" + address.lstrip("/")) for row in rows]

    def _language(self, row, address):
        code, prefix = row["code"], row["prefix"].strip("/")
        name, lang, direction = LANGUAGES.get(code, (code, code.split("-")[0], "ltr"))
        return {
            "name": name,
            "lang": lang,
            "dir": direction,
            "url": (f"/{prefix}" if prefix else "") + address,
            "current": code == self.code,
        }

    def _doors(self, area):
        here, items = getattr(self._request, "path", ""), []
        for door in doors_of(area):
            url = address_of(door.url_name)
            if url and door.who(self.person):
                inside = here == url or (url != self.home and here.startswith(url))
                items.append({"label": door.label, "url": url, "current": inside})
        return _only_the_nearest(items)


def _only_the_nearest(items):
    """Of nested pages only the deepest is the current one."""
    current = [item for item in items if item["current"]]
    nearest = max(current, key=lambda item: len(item["url"]), default=None)
    for item in current:
        item["current"] = item is nearest
    return items
