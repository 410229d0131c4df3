"""What the page of a refusal gives back: the way one came, and the words one had typed."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Never shown again, whatever form they were typed into.
SECRETS = ("password", "sandi", "token", "otp", "secret")
LONGEST = 20_000
# Fields people write in, by how their names begin; in any other field only a sentence is a person's own.
WRITTEN = {
    "reason": gettext_lazy("Alasan"),
    "alasan": gettext_lazy("Alasan"),
    "note": gettext_lazy("Catatan"),
    "title": gettext_lazy("Judul"),
    "summary": gettext_lazy("Ringkasan"),
}
MACHINE = ("reason_code", "seen_")


@dataclass(frozen=True)
class TypedText:
    """What stood in one field of the refused form."""

    label: str
    text: str
    rows: int


def way_back(request: HttpRequest) -> str:
    """The page the person came from, else the nearest page above the refused address, else home."""
    address = request.META.get("HTTP_REFERER", "")
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(address, hosts, require_https=request.is_secure()):
        parts = urlsplit(address)
        came: str = parts.path + (f"?{parts.query}" if parts.query else "")
        if parts.path != request.path and url_has_allowed_host_and_scheme(came, None):
            return came
    return _page_above(request.path)


def _page_above(path: str) -> str:
    """The nearest page above an address that stands for one thing: its case, its naskah, its segment."""
    while (path := path.rstrip("/").rpartition("/")[0] + "/") != "/":
        try:
            match = resolve(path)
        except Resolver404:
            continue
        if match.kwargs or match.args:
            return path
    return "/"


def typed_texts(request: HttpRequest) -> list[TypedText]:
    """The sentences of a refused form, so that nobody writes them twice; no secrets, choices or files."""
    if request.method != "POST" or not request.user.is_authenticated:
        return []
    pairs: Any = request.POST.lists()
    return [
        TypedText(_label(name), value[:LONGEST], min(12, value.count("\n") + 2))
        for name, values in pairs
        for value in values
        if not _is_kept_back(name) and _is_written(name, value.strip())
    ]


def _is_kept_back(name: str) -> bool:
    return name.startswith(MACHINE) or any(word in name.casefold() for word in SECRETS)


def _is_written(name: str, value: str) -> bool:
    """A machine's value of a hidden field or a choice has no blank in it; what a person wrote mostly has."""
    return bool(value) and (name.startswith(tuple(WRITTEN)) or any(sign.isspace() for sign in value))


def _label(name: str) -> str:
    found = (label for start, label in WRITTEN.items() if name.startswith(start))
    return str(next(found, _("Isian Anda")))
