"""The ways in which the house says no; one middleware turns each into a page."""


class NotAllowed(Exception):
    """This person may not do this, whatever the moment."""


class NotNow(Exception):
    """The matter is in a state in which this cannot be done; the message says what can.

    `way_out` is a list of (label, address): where to go instead.
    """

    def __init__(self, message, way_out=()):
        super().__init__(message)
        self.way_out = list(way_out)


class TooOften(Exception):
    """Too many knocks at a public door within a short time."""
