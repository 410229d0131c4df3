"""What the page of annexes shows: kinds with what hinders them, findings, the preview, the prints."""

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpRequest
from django.urls import reverse

from boundaries.choices import AnnexKind
from boundaries.documents.annexes.checks import findings, hindrance
from boundaries.documents.annexes.facts import SegmentFacts
from boundaries.documents.annexes.lists import description
from boundaries.documents.annexes.prints import choice_from, digest, line_of
from boundaries.documents.maps.plan import Choice
from boundaries.forms.annexes import MapForm, data_of, usual_choice
from boundaries.models import Annex, Segment
from boundaries.services.annexes import count_sheets
from boundaries.views.annex_files import OFFERED
from ksd.core.errors import DomainError

ICONS = {
    AnnexKind.KOORDINAT: "map-pin",
    AnnexKind.URAIAN: "list-details",
    AnnexKind.PETA: "map-2",
    AnnexKind.RANCANGAN: "gavel",
}
SHOWN = 30


def desk_of(request: HttpRequest, segment: Segment, facts: SegmentFacts, form: MapForm) -> dict[str, Any]:
    """Everything below the tabs."""
    choice = form.choice() if form.is_bound and form.is_valid() else usual_choice(facts)
    prints = Annex.objects.visible_to(request.user).filter(segment=segment).for_list()[:SHOWN]
    return {
        "kinds": [_kind(kind, facts, choice) for kind in AnnexKind],
        "findings": findings(facts),
        "counts": {"points": len(facts.spots), "legs": len(facts.courses), "lines": len(facts.lines)},
        "description": description(facts) if facts.courses else (),
        "preview": _preview(segment, facts, choice),
        "hidden": _hidden(choice),
        "prints": [_print(annex, facts) for annex in prints],
    }


def _kind(kind: AnnexKind, facts: SegmentFacts, choice: Choice) -> dict[str, Any]:
    return {
        "value": kind.value,
        "label": kind.label,
        "icon": ICONS[kind],
        "hindrance": hindrance(kind, facts, line_of(facts, choice)),
        "files": OFFERED[kind],
        "token": uuid4().hex,
    }


def _preview(segment: Segment, facts: SegmentFacts, choice: Choice) -> dict[str, Any]:
    """The address of every sheet's picture, or why there is none."""
    refusal = hindrance(AnnexKind.PETA, facts, line_of(facts, choice))
    if refusal:
        return {"refusal": refusal, "sheets": [], "total": 0}
    try:
        total = count_sheets(facts, choice)
    except DomainError as error:
        return {"refusal": f"{error} {error.remedy}", "sheets": [], "total": 0}
    base = f"{reverse('boundaries:map_preview', args=[segment.slug])}?{urlencode(_hidden(choice))}"
    numbers = [0, *range(1, total + 1)] if total > 1 else [1]
    return {
        "refusal": "",
        "total": total,
        "sheets": [{"number": n, "url": f"{base}&sheet={n}"} for n in numbers],
    }


def _hidden(choice: Choice) -> dict[str, Any]:
    """The fields of a choice for an address or a hidden field."""
    fields = data_of(choice) | {"claims": "on" if choice.claims else ""}
    return {name: value for name, value in fields.items() if value}


def _print(annex: Annex, facts: SegmentFacts) -> dict[str, Any]:
    """One print: whether it is finished, and whether the data have changed since."""
    choice = choice_from(annex.choice)
    ready = annex.file is not None
    now = digest(annex.kind, facts, choice)
    return {
        "row": annex,
        "ready": ready,
        "changed": ready and now != annex.digest,
        "hidden": _hidden(choice) | {"kind": annex.kind},
        "token": uuid4().hex,
    }
