"""Pages that go wrong on purpose, beside the real ones."""

import time

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from ksd.core.errors import AlreadyDone, ImpossibleStep, NotAllowed, NotReady
from ksd.urls import handler400, handler403, handler404, handler500
from ksd.urls import urlpatterns as real_urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def slow(_request: HttpRequest) -> HttpResponse:
    """Wait as on a mute service, and swallow every ordinary error on the way."""
    try:
        time.sleep(5)
    except Exception:
        return HttpResponse("ditelan")
    return HttpResponse("terlambat")


def database_away(_request: HttpRequest) -> HttpResponse:
    """Fail as psycopg does."""
    raise OperationalError("server closed the connection unexpectedly")


def refused(_request: HttpRequest) -> HttpResponse:
    """Refuse a step."""
    raise ImpossibleStep("Kasus sudah ditutup.", remedy="Buka kasus baru.", article="Pasal 8 ayat (3)")


def not_allowed(_request: HttpRequest) -> HttpResponse:
    """Refuse a person."""
    raise NotAllowed("Hanya kepala Biro yang boleh menyetujui.")


def not_ready(_request: HttpRequest) -> HttpResponse:
    """Refuse what is incomplete."""
    raise NotReady("Usulan belum lengkap.", findings=("KAK belum diunggah.",))


def done(_request: HttpRequest) -> HttpResponse:
    """Refuse a second sending that has a result."""
    raise AlreadyDone("/kalender/")


def done_without_result(_request: HttpRequest) -> HttpResponse:
    """Refuse a second sending whose result is unknown."""
    raise AlreadyDone


urlpatterns = [
    path("uji/lambat", slow),
    path("uji/basis-data", database_away),
    path("uji/ditolak", refused),
    path("uji/tak-berwenang", not_allowed),
    path("uji/belum-lengkap", not_ready),
    path("uji/sudah", done),
    path("uji/sudah-tanpa-hasil", done_without_result),
    *real_urlpatterns,
]
