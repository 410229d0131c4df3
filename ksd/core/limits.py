"""How often one address may ask for something that needs no sign-in."""

import hashlib
import hmac
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

WINDOW = 60
View = Callable[..., HttpResponse]


def caller_of(request: HttpRequest) -> str:
    """The address a request comes from, as far as our own proxies vouch for it; hashed, so that none is kept."""
    trusted = int(getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0) or 0)
    chain = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    address = str(request.META.get("REMOTE_ADDR", ""))
    if trusted and len(chain) >= trusted:
        address = chain[-trusted]
    return hmac.new(settings.SECRET_KEY.encode(), address.encode(), hashlib.sha256).hexdigest()[:24]


def running_minute() -> int:
    """The number of this minute."""
    return int(time.time() // WINDOW)


def within_limit(request: HttpRequest, name: str, most: int) -> bool:
    """Count this request in the running minute and tell whether it is still within its limit."""
    key = f"limit-{name}-{caller_of(request)}-{running_minute()}"
    if cache.add(key, 1, WINDOW * 2):
        return True
    try:
        return bool(cache.incr(key) <= most)
    except ValueError:  # it ran out between the two questions
        return True


def limited(name: str, most: Callable[[], int]) -> Callable[[View], View]:
    """Answer 429 with a friendly page once an address asks too often."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if within_limit(request, name, most()):
                return view(request, *args, **kwargs)
            response = render(request, "errors/429.html", status=429)
            response["Retry-After"] = str(WINDOW)
            return response

        return guarded

    return guard
