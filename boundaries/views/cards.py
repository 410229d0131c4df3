"""The card of a segment that anybody may read, and the switch that publishes it."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from agreements.views.refusing import confirm
from boundaries.services.cards import card_of, published_segment
from boundaries.services.publishing import publish_card
from boundaries.views.shared import crumbs, managed
from ksd.accounts.pages import person
from ksd.core.limits import limited

# A card changes a few times a year; a shared cache may keep it for a few minutes.
FRESH = 300

_PUBLISH = (
    gettext_noop("Terbitkan kartu umum segmen ini?"),
    gettext_noop(
        "Siapa saja dapat membaca tahapan, panjang, langkah berikutnya, peraturannya, dan judul bukti yang ditandai terbuka untuk umum. Garis, bukti lain, dan berkas tidak ditampilkan."
    ),
    gettext_noop("Terbitkan"),
    gettext_noop("Kartu umum diterbitkan."),
)
_WITHDRAW = (
    gettext_noop("Tarik kartu umum segmen ini?"),
    gettext_noop("Alamatnya tidak dapat dibuka lagi sampai diterbitkan kembali."),
    gettext_noop("Tarik"),
    gettext_noop("Kartu umum ditarik."),
)


def per_minute() -> int:
    """How many cards one address reads in a minute."""
    return int(settings.KSD_CHECKS_PER_MINUTE)


@require_safe
@limited("kartu-batas", per_minute)
def card(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001  Django's signature
    """The public card of a segment; as if there were none while it is not published."""
    first, _dash, second = slug.partition("-")
    segment = published_segment(first, second)
    if segment is None:
        raise Http404(_("Tidak ada kartu umum segmen %(slug)s.") % {"slug": slug})
    # Without the request nothing of the reader enters the page, so that it may be kept for everybody.
    response = HttpResponse(render_to_string("boundaries/card.html", {"card": card_of(segment)}))
    patch_cache_control(response, public=True, max_age=FRESH)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask, then publish the card of a segment or take it back."""
    segment = managed(request, slug)
    wanted = not segment.published

    def act(_data: dict[str, Any]) -> None:
        publish_card(actor=person(request), segment=segment, published=wanted)

    words = _PUBLISH if wanted else _WITHDRAW
    title, text, label, done = (_(word) for word in words)
    return confirm(
        request, act=act, back=segment.get_absolute_url(), done=done, title=title, text=text,
        action_label=label, tone="primary" if wanted else "danger",
        crumbs=crumbs((str(segment), segment.get_absolute_url()), (_("Kartu umum"), "")),
    )  # fmt: skip
