"""The settings of the suite: the house's own, in test mode."""

import os

os.environ.setdefault("ELAVA_MODE", "test")

from elava.config.settings import *  # noqa: F403  all of them, but for what follows

# Nothing that a test uploads stays on the disk.
STORAGES["default"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}  # noqa: F405  came with the star
