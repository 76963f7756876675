"""The app entry of the look."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The look of the house."""

    name = "elava.ui"
    label = "ui"
