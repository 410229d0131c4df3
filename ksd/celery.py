"""The Celery application: wiring only."""

import os

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ksd.settings")
TRANSPORT_ALIASES["ksdfiles"] = "ksd.core.filequeue:Transport"  # the embedded broker, see settings.broker
app = Celery("ksd")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
