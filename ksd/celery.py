"""The Celery application: wiring only."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ksd.settings")
app = Celery("ksd")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
