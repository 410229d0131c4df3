"""How gunicorn serves KSD, in `make run` and in production; the command line may say otherwise."""

import os
from typing import Any

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "sync"  # threads lose to the interpreter's lock, asynchronous workers to synchronous views
timeout = 30
graceful_timeout = 10
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True
# The code is read once and shared: the site is up in two thirds of the time and needs less memory.
preload_app = True


def when_ready(_server: Any) -> None:
    """Read every view before the workers are forked, so that no person waits for it."""
    from django.urls import get_resolver

    _ = get_resolver().url_patterns


def post_fork(_server: Any, _worker: Any) -> None:
    """No worker may share a database connection with another."""
    from django.db import connections

    connections.close_all()
