"""The settings of every installation; what differs comes from the table in variables.py."""

import sys

import environ
from csp.constants import NONE, SELF
from django.conf import locale
from django.core.exceptions import ImproperlyConfigured

from .variables import HOME, data_folder, read

given = read()
BASE_DIR = HOME
ELAVA_MODE = given["ELAVA_MODE"]
ELAVA_DEMO = ELAVA_MODE == "demo"
ELAVA_DATA = data_folder(given)
DEBUG = ELAVA_MODE == "dev"
IS_LOCAL = ELAVA_MODE in ("demo", "dev", "test")

SECRET_KEY = given["SECRET_KEY"] or ("only for demo and dev " * 3 if IS_LOCAL else "")
SECRET_KEY_FALLBACKS = given["SECRET_KEY_FALLBACKS"]
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "Set SECRET_KEY to a random text of at least 50 characters, "
        "or ELAVA_MODE to demo to look around."
    )
LOOPBACK = ["localhost", "127.0.0.1", ".localhost"]
ALLOWED_HOSTS = given["ELAVA_HOSTS"] + (LOOPBACK if IS_LOCAL or not given["ELAVA_HOSTS"] else [])

ELAVA_HTTPS = given["ELAVA_HTTPS"] and not IS_LOCAL
ELAVA_SCHEME = "https" if ELAVA_HTTPS else "http"
ELAVA_PORT_SHOWN = f":{given['PORT']}" if IS_LOCAL else ""

INSTALLED_APPS = [
    "elava.config",
    "elava.demo",
    "elava.public",
    "elava.api",
    "elava.desk",
    "elava.accounts",
    "elava.rights",
    "elava.decisions",
    "elava.ideas",
    "elava.challenges",
    "elava.network",
    "elava.notices",
    "elava.search",
    "elava.ui",
    "elava.journal",
    "elava.people",
    "elava.programmes",
    "elava.foundation",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "elava.config.middleware.headers",
    "elava.journal.live.unchanged",
    "elava.config.page_cache.page_cache",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "elava.config.middleware.programme_and_language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "elava.config.middleware.Person",
]

ROOT_URLCONF = "elava.config.urls"
WSGI_APPLICATION = "elava.config.wsgi.application"
FORM_RENDERER = "elava.ui.forms.HouseRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "elava.ui.context.shell",
            ]
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if given["DATABASE_URL"]:
    DATABASES = {"default": environ.Env.db_url_config(given["DATABASE_URL"])}
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": ELAVA_DATA / "elava.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # NORMAL loses acknowledged commits in a power cut, FULL does not.
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                    "PRAGMA foreign_keys=ON; PRAGMA mmap_size=134217728;"
                ),
            },
            # Opening the file and setting it up costs ten times what reading a kept page does.
            "CONN_MAX_AGE": None,
        }
    }

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
CSRF_FAILURE_VIEW = "elava.ui.sorry.csrf_failure"
LOGIN_URL = "sign_in"

# Sign-in: a code by e-mail and, for everybody with a role, a second step. No passwords at all.
ACCOUNT_ADAPTER = "elava.accounts.views.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_SESSION_REMEMBER = False
# A whole workshop may sign in from one address within seconds; one mailbox gets few codes.
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "120/m/ip,5/10m/key",
    "login_failed": "60/m/ip,5/5m/key",
    "manage_email": "10/m/user",
}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ELAVA_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = given["ELAVA_PROXIES"] if ELAVA_HTTPS else 0
MFA_ADAPTER = "elava.accounts.views.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True

LANGUAGE_CODE = "fi"
locale.LANG_INFO["fi-selko"] = {
    "bidi": False,
    "code": "fi-selko",
    "name": "Easy Finnish",
    "name_local": "Helppo suomi",
}
LANGUAGES = [
    ("fi", "Suomi"),
    ("sv", "Svenska"),
    ("en", "English"),
    ("fi-selko", "Helppo suomi"),
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

STATIC_URL = "/static/"
STATIC_ROOT = ELAVA_DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = IS_LOCAL
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if ELAVA_MODE in ("production", "demo")
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# The dictionaries of base forms: built once, the same for every installation of a release.
ELAVA_WORDS = (HOME / "var" if IS_LOCAL else ELAVA_DATA) / "words"
MEDIA_ROOT = ELAVA_DATA / "uploads"

DEFAULT_FROM_EMAIL = SERVER_EMAIL = given["ELAVA_MAIL_FROM"]
EMAIL_TIMEOUT = 20
if given["EMAIL_URL"]:
    vars().update(environ.Env.email_url_config(given["EMAIL_URL"]))
elif IS_LOCAL:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = ELAVA_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ELAVA_HTTPS else None
SECURE_HSTS_SECONDS = 63_072_000 if ELAVA_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ELAVA_HTTPS
X_FRAME_OPTIONS = "DENY"
COOKIE_PREFIX = "__Host-" if ELAVA_HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}elava"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ELAVA_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}token"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
FILE_UPLOAD_HANDLERS = [
    "elava.foundation.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain", "stream": sys.stderr}
    },
    "filters": {"without_secrets": {"()": "elava.config.logs.WithoutSecrets"}},
    "loggers": {
        name: {"filters": ["without_secrets"]}
        for name in ("django.request", "django.security.csrf")
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
