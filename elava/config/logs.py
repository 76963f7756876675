"""What the log never says: secrets of links, addresses, numbers that people typed."""

import logging
import re

UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SECRET = re.compile(
    rf"(?<=/)(?!{UUID}(?:/|$))(?:[\w-]{{24,}}|[^\s/]+@[^\s/]+|\+?\d[\d -]{{5,}}\d)(?=/|$)"
)


class WithoutSecrets(logging.Filter):
    """Puts three dots where a request's path carries a secret, an address or a number."""

    def filter(self, record):
        """Change the record; nothing is left out."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                SECRET.sub("…", part) if isinstance(part, str) else part for part in record.args
            )
        return True
