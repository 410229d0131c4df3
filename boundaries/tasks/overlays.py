"""Computing the overlay of two versions and keeping it; done twice it says the same."""

from typing import Any

import numpy as np
import shapely
from django.utils.translation import gettext as _
from shapely import LineString

from boundaries.geo.errors import GeometryError
from boundaries.geo.overlay import Overlay, between_lines
from boundaries.geo.report import of_lines
from boundaries.models import BoundaryLine, LineOverlay
from ksd.core.errors import DomainError
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job

OVERLAY_JOB = "boundaries_overlay"
# Pockets drawn; smaller ones are in the sums.
DRAWN = 150
FINENESS = 2000


@job_handler(OVERLAY_JOB)
def compute_overlay(job: Job, report: Report) -> None:
    """Compute what was too large for a page."""
    report(10, _("Membaca kedua garis"))
    lines = BoundaryLine.objects.in_bulk([job.payload["first"], job.payload["second"]])
    report(30, _("Menghitung tumpang tindih"))
    keep_overlay(lines[job.payload["first"]], lines[job.payload["second"]])


@job_viewer(OVERLAY_JOB)
def may_see_overlay(user: Any, job: Job) -> bool:
    """Whoever may read both lines."""
    wanted = [job.payload["first"], job.payload["second"]]
    return BoundaryLine.objects.visible_to(user).filter(pk__in=wanted).count() == len(wanted)


def keep_overlay(first: BoundaryLine, second: BoundaryLine) -> LineOverlay:
    """The kept overlay of two versions, computed when there is none yet; raises DomainError for lines that do not fit."""
    kept = LineOverlay.objects.filter(first=first, second=second).first()
    if kept is not None:
        return kept
    try:
        found = between_lines(LineString(first.vertices), LineString(second.vertices))
    except GeometryError as error:
        raise DomainError(error.message, remedy=error.remedy) from None
    values: dict[str, Any] = {"figures": of_lines(found), "rings": _rings(found)}
    # Two people may ask at once; the first row counts.
    row, _is_new = LineOverlay.objects.get_or_create(first=first, second=second, defaults=values)
    return row


def _rings(found: Overlay) -> list[dict[str, Any]]:
    """The edges of the largest pockets, as fine as a drawing shows them, in the order of the figures."""
    rows = sorted(found.pockets, key=lambda pocket: -pocket.area_m2)[:DRAWN]
    if not rows:
        return []
    west, south, east, north = shapely.total_bounds([found.first, found.second])
    step = max(east - west, north - south) / FINENESS
    rings = []
    for pocket in rows:
        ring = shapely.get_coordinates(shapely.simplify(pocket.polygon.exterior, step))
        if len(ring) < 4:  # thinner than the pen
            ring = shapely.get_coordinates(pocket.polygon.exterior)[:200]
        rings.append({"side": str(pocket.side), "ring": np.round(ring, 6).tolist()})
    return rings
