"""What lies inside the overlap of two claims: table, drawing, spreadsheet."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from boundaries.geo.inside import EDGE_M
from boundaries.models import BoundaryLine, Segment
from boundaries.services.claim_pairs import ClaimPair, claims_of, pair_of
from boundaries.services.inside import Land, ThemeCount, Thing, lands_between, own_agreements
from boundaries.services.simulation import layers_around
from boundaries.views.evidence import page_of
from boundaries.views.shared import segment_of
from boundaries.views.sketches import sketch
from ksd.core.spreadsheets import XLSX, workbook

COLUMNS = (
    (gettext_lazy("Tanah"), 24), (gettext_lazy("Tema"), 20), (gettext_lazy("Nama"), 36), (gettext_lazy("Letak"), 16), (gettext_lazy("Panjang (m)"), 14),
    (gettext_lazy("Luas di dalam (ha)"), 18), (gettext_lazy("Bagian (%)"), 12), (gettext_lazy("Penduduk"), 12), (gettext_lazy("Lapisan"), 28),
    (gettext_lazy("Sumber"), 28), (gettext_lazy("Tanggal data"), 14),
)  # fmt: skip


def _asked(request: HttpRequest, slug: str) -> tuple[Segment, list[BoundaryLine], ClaimPair | None]:
    """The segment, its claims, and the pair asked for."""
    segment = segment_of(request, slug)
    claims = claims_of(segment)
    return segment, claims, pair_of(segment, request.GET.get("a", ""), request.GET.get("b", ""), claims)


@login_required
@require_safe
def inside(request: HttpRequest, slug: str) -> HttpResponse:
    """What lies in the overlap of two claims, theme by theme."""
    segment, claims, pair = _asked(request, slug)
    context = page_of(segment, current="inside") | {
        "pair": pair,
        "choices": [
            (name, side, [row for row in claims if row.region_id == side.pk])
            for name, side in zip("ab", segment.sides, strict=True)
        ],
        "cases": own_agreements(request.user, segment),
        "edge_m": EDGE_M,
    }
    if pair is not None:
        layers = layers_around(request.user, pair)
        lands = lands_between(pair, layers)
        first, second = pair.lines
        pieces = [(land.kind, land.area, land.label) for land in lands]
        lines = [("line-a", first, str(pair.first)), ("line-b", second, str(pair.second))]
        context |= {"lands": lands, "sketch": sketch([*pieces, *lines], layers)}
    return render(request, "boundaries/inside/page.html", context)


@login_required
@require_safe
def inside_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """The same, one row per thing."""
    segment, _claims, pair = _asked(request, slug)
    if pair is None:
        raise Http404(_("Kedua klaim belum lengkap."))
    lands = lands_between(pair, layers_around(request.user, pair))
    content = workbook(
        _("Di dalam tumpang tindih"), [(str(name), wide) for name, wide in COLUMNS], _rows(lands)
    )
    name = f"isi-tumpang-tindih-{segment.slug}.xlsx"
    return HttpResponse(
        content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _rows(lands: list[Land]) -> Iterator[list[Any]]:
    for land in lands:
        for theme in land.themes:
            if theme.is_missing:
                yield [land.label, theme.label, _("belum ada lapisan"), *[None] * 8]
            for thing in theme.things:
                yield _row(land, theme, thing)


def _row(land: Land, theme: ThemeCount, thing: Thing) -> list[Any]:
    place = _("tepat di garis") if thing.is_on_edge else _("sebagian") if thing.is_cut else _("di dalam")
    return [
        land.label, theme.label, thing.name, place, round(thing.length_m, 1) or None,
        round(thing.area_m2 / 10_000, 2) or None, round(thing.percent, 1), thing.people, thing.layer.name,
        thing.layer.source, thing.layer.dated,
    ]  # fmt: skip
