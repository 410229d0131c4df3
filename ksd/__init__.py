"""KSD: the web application with which Indonesian regions run their cooperation."""

from ksd.celery import app as celery_app

__all__ = ["celery_app"]
