"""One alternative: its balance, its steps, undo, sharing and withdrawal."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.views.refusing import confirm
from boundaries.forms.compromises import SeenForm, ShareForm
from boundaries.models import Compromise
from boundaries.services.claim_pairs import line_of
from boundaries.services.compromises import redo_step, share_compromise, undo_step, withdraw_sharing
from boundaries.services.simulation import layers_around, typed, weigh
from boundaries.views.evidence import page_of
from boundaries.views.shared import segment_of
from boundaries.views.simulation import alternative_of, is_own, pair_or_refuse, shown_step
from boundaries.views.sketches import balance_sketch
from ksd.accounts.pages import person

MOST_EVENTS = 50


@login_required
@require_safe
def compromise(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One alternative: whoever is not of its office sees the step that was shared and nothing of the others."""
    segment = segment_of(request, slug)
    row = alternative_of(request, segment, pk)
    own, step, pair = is_own(request, row), shown_step(request, row), pair_or_refuse(segment)
    found = weigh(segment, pair, line_of(step.line), layers_around(request.user, pair))
    context = page_of(segment, (row.name, ""), current="compromises") | {
        "alternative": row, "step": step, "own": own, "weighing": found, "faults": [], "notes": [],
        "sketch": balance_sketch(found), "typed": typed(line_of(step.line)),
        "history": _history(row) if own else [],
        "may_undo": own and step.before_id is not None,
        "may_redo": own and row.steps.filter(before=step).exists(),
    }  # fmt: skip
    return render(request, "boundaries/simulation/detail.html", context)


def _history(row: Compromise) -> list[dict[str, Any]]:
    events = row.events.select_related("actor", "step")[:MOST_EVENTS]
    return [
        {
            "title": _("%(act)s (langkah %(number)s)")
            % {"act": event.get_act_display(), "number": event.step.number},
            "at": event.at,
            "by": str(event.actor),
            "text": event.note or event.step.note,
            "tone": "primary",
            "icon": "",
        }
        for event in events
    ]


@login_required
@require_safe
def compromise_geojson(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The line as GeoJSON, as far as the person may see it."""
    segment = segment_of(request, slug)
    row = alternative_of(request, segment, pk)
    step = shown_step(request, row)
    feature = {
        "type": "Feature",
        "properties": {
            "nama": row.name,
            "langkah": step.number,
            "segmen": segment.slug,
            "catatan": "Indikatif, bukan acuan hukum.",
        },
        "geometry": {"type": "LineString", "coordinates": step.line.vertices},
    }
    response = JsonResponse(feature, content_type="application/geo+json")
    response["Content-Disposition"] = f'attachment; filename="kompromi-{segment.slug}-{row.pk}.geojson"'
    response["Cache-Control"] = "private, no-store"
    return response


Act = Callable[[Compromise, dict[str, Any]], object]


def _asked(
    request: HttpRequest, slug: str, pk: int, form_class: type[SeenForm], act: Act, **words: Any
) -> HttpResponse:
    """Ask before an act upon one's own alternative, then do it."""
    segment = segment_of(request, slug)
    row = alternative_of(request, segment, pk)
    if not is_own(request, row):
        raise PermissionDenied(_("Alternatif ini hanya diubah oleh penyusunnya."))
    way = [(row.name, row.get_absolute_url()), (words["action_label"], "")]
    return confirm(
        request,
        act=lambda given: act(row, given) and None,
        back=row.get_absolute_url(),
        form=form_class(request.POST or None, initial={"seen": row.revision}),
        crumbs=page_of(segment, *way, current="compromises")["crumbs"],
        **(words | {"title": words["title"] % {"name": row}}),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def compromise_undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Return to the step before."""
    return _asked(
        request, slug, pk, SeenForm,
        lambda row, given: undo_step(actor=person(request), compromise=row, seen=given["seen"]),
        title=_("Urungkan langkah terakhir “%(name)s”?"), text=_("Garis kembali ke langkah sebelumnya; langkah yang diurungkan tetap tersimpan."),
        action_label=_("Urungkan"), tone="primary", done=_("Langkah diurungkan."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def compromise_redo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Go forward again to what was undone."""
    return _asked(
        request, slug, pk, SeenForm,
        lambda row, given: redo_step(actor=person(request), compromise=row, seen=given["seen"]),
        title=_("Ulangi langkah “%(name)s”?"), text=_("Garis maju lagi ke langkah yang diurungkan."),
        action_label=_("Ulangi"), tone="primary", done=_("Langkah diulangi."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def compromise_share(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the present step to both parties."""
    return _asked(
        request, slug, pk, ShareForm,
        lambda row, given: share_compromise(actor=person(request), compromise=row, **_seen(given)),
        title=_("Bagikan “%(name)s” kepada kedua daerah?"), text=_("Petugas kedua daerah diberi tahu dan melihat garis serta neracanya."),
        consequences=[_("Langkah-langkah lain dan alternatif lain tetap tersembunyi.")],
        action_label=_("Bagikan"), tone="primary", done=_("Alternatif dibagikan."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def compromise_unshare(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Hide an alternative from the parties again."""
    return _asked(
        request, slug, pk, ShareForm,
        lambda row, given: withdraw_sharing(actor=person(request), compromise=row, **_seen(given)),
        title=_("Tarik “%(name)s” dari kedua daerah?"), text=_("Kedua daerah tidak lagi melihatnya dan diberi tahu bahwa usul ini ditarik."),
        action_label=_("Tarik pembagian"), done=_("Pembagian ditarik."),
    )  # fmt: skip


def _seen(given: dict[str, Any]) -> dict[str, Any]:
    return {"seen": given["seen"], "note": given["note"]}
