"""The door through which any WSGI server reaches the programme."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "elava.config.settings")

application = get_wsgi_application()
