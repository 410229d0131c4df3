"""The WSGI entry of KSD."""

import os
import threading
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ksd.settings")
application = get_wsgi_application()


def _warm_up() -> None:
    """Let what reads signatures be there before the first signed PDF comes: importing it costs seconds."""
    import_module("agreements.esign").warm_up()


threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()
