"""Elävä: the platform that a citizen-driven wellbeing programme runs on."""

__version__ = "0.1.0"
