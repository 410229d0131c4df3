"""Pages of the evidence catalogue: the list, one piece, what the other side says of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.views.refusing import carried_out, confirm
from boundaries.choices import EvidenceKind, LineRole
from boundaries.forms.evidence import EvidenceForm, ReasonForm, RemarkForm
from boundaries.models import BoundaryLine, Evidence, Segment
from boundaries.services.access import may_speak_for, spoken_for
from boundaries.services.evidence import add_evidence, other_side, remark_on_evidence, withdraw_evidence
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of
from ksd.accounts.access import reach
from ksd.accounts.pages import person
from ksd.core.files import file_response
from regions.models import Region

PER_PAGE = 50


def page_of(segment: Segment, *more: tuple[str, str], current: str = "evidence") -> dict[str, Any]:
    """What every page of the catalogue shows around its panel."""
    home = reverse(f"boundaries:{current}", args=[segment.slug])
    label = {"evidence": _("Bukti"), "inside": _("Di dalam"), "compromises": _("Simulasi garis")}[current]
    way = [(str(segment), segment.get_absolute_url()), (label, home if more else ""), *more]
    return {"segment": segment, "tabs": tabs_of(segment, current), "crumbs": crumbs(*way)}


def evidence_of(request: HttpRequest, segment: Segment, pk: int) -> Evidence:
    """A piece the person may read; else there is none."""
    rows = Evidence.objects.visible_to(request.user).filter(segment=segment).for_list()
    row = get_object_or_404(rows, pk=pk)
    row.segment = segment
    return row


def claims_with_bases(segment: Segment) -> Any:
    """The claims with how many stretches of each have a base."""
    rows = BoundaryLine.objects.shared_of(segment).filter(role=LineRole.KLAIM, withdrawal=None)
    counted = rows.annotate(base_count=Count("bases", filter=Q(bases__dropped_at=None))).select_related(
        "region", "round", "replaced_by"
    )
    return counted.defer("vertices").order_by("region__code", "-drawn_at", "-pk")


@login_required
@require_safe
def evidence_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything the person may read, by kind; and on what each claim rests."""
    segment = segment_of(request, slug)
    kind = request.GET.get("jenis", "")
    rows = (
        Evidence.objects.visible_to(request.user)
        .filter(segment=segment)
        .for_list()
        .order_by(F("dropped_at").asc(nulls_first=True), "kind", "-pk")
    )
    if kind in EvidenceKind.values:
        rows = rows.filter(kind=kind)
    context = page_of(segment) | {
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "kinds": EvidenceKind.choices,
        "kind": kind,
        "claims": claims_with_bases(segment),
        "may_add": bool(spoken_for(request.user, segment)),
    }
    return render(request, "boundaries/evidence/list.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a piece of evidence for a side one speaks for."""
    segment = segment_of(request, slug)
    sides = _spoken_for(request, segment)
    form = EvidenceForm(request.POST or None, request.FILES or None, sides=sides)

    def act(given: dict[str, Any]) -> str:
        sent = {"region": given["region"], "upload": given["file"], "data": form.data_given()}
        return add_evidence(actor=person(request), segment=segment, **sent).get_absolute_url()

    response, status = carried_out(
        request, form, act, back=segment.get_absolute_url(), done=_("Bukti dicatat.")
    )
    context = page_of(segment, (_("Tambah"), "")) | {"form": form}
    return response or render(request, "boundaries/evidence/add.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One piece with what the other side says of it; POST writes a remark down."""
    segment = segment_of(request, slug)
    row = evidence_of(request, segment, pk)
    may_remark = may_speak_for(request.user, segment, other_side(row))
    if request.method == "POST" and not may_remark:
        raise PermissionDenied(_("Tanggapan atas bukti dicatat oleh pihak lain."))
    form = RemarkForm(request.POST or None)

    def act(given: dict[str, Any]) -> None:
        remark_on_evidence(
            actor=person(request), evidence=row, verdict=given["verdict"], reason=given["reason"]
        )

    response, status = carried_out(
        request, form, act, back=row.get_absolute_url(), done=_("Tanggapan dicatat.")
    )
    context = page_of(segment, (str(row), "")) | _detail(request, row)
    context["form"] = form if may_remark else None
    return response or render(request, "boundaries/evidence/detail.html", context, status=status)


def _spoken_for(request: HttpRequest, segment: Segment) -> list[Region]:
    """The sides a person speaks for; 403 for who speaks for none."""
    sides = spoken_for(request.user, segment)
    if not sides:
        raise PermissionDenied(
            _("Bukti dicatat oleh petugas kedua daerah atau Biro Pemerintahan provinsinya.")
        )
    return sides


def _detail(request: HttpRequest, row: Evidence) -> dict[str, Any]:
    own_side = reach(request.user).filter(pk=row.region_id).exists()
    witness = (row.witness if own_side else _("identitas dibatasi")) if row.witness else ""
    facts = [
        (_("Jenis"), row.get_kind_display()), (_("Nomor"), row.number), (_("Tanggal"), row.on),
        (_("Diajukan oleh"), row.region), (_("Kerahasiaan"), row.get_level_display()), (_("Sumber"), row.source),
        (_("Tahun"), row.year),
    ]  # fmt: skip
    if row.kind == EvidenceKind.PETA_LAMA:
        scale = f"1 : {row.scale:,}".replace(",", ".") if row.scale else ""
        fitness = " – ".join(str(part) for part in (row.get_fitness_display(), row.fitness_reason) if part)
        facts += [(_("Skala"), scale), (_("Kelayakan"), fitness)]
    if row.kind == EvidenceKind.KESAKSIAN:
        facts.append((_("Saksi"), witness))
    return {
        "evidence": row,
        "facts": facts,
        "may_withdraw": row.dropped_at is None and may_speak_for(request.user, row.segment, row.region),
        # A statement names people; the other side reads what was said of it, not the paper.
        "file": row.file if own_side or row.kind != EvidenceKind.KESAKSIAN else None,
    }


@login_required
@require_safe
def evidence_file(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The file of a piece of evidence; a testimony's only for its own side and above."""
    row = evidence_of(request, segment_of(request, slug), pk)
    file = _detail(request, row)["file"]
    if file is None:
        raise Http404
    return file_response(file, inline="unduh" not in request.GET)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Withdraw a piece of evidence with a reason."""
    segment = segment_of(request, slug)
    row = evidence_of(request, segment, pk)
    if not may_speak_for(request.user, segment, row.region):
        raise PermissionDenied(_("Bukti hanya ditarik oleh pihak yang mengajukannya."))
    return confirm(
        request,
        act=lambda given: withdraw_evidence(actor=person(request), evidence=row, reason=given["reason"]),
        back=row.get_absolute_url(),
        form=ReasonForm(request.POST or None),
        done=_("Bukti ditarik."),
        title=_("Tarik bukti “%(title)s”?") % {"title": row},
        text=_(
            "Bukti tetap tercatat sebagai ditarik; bentang klaim yang bersandar padanya menjadi tanpa dasar."
        ),
        action_label=_("Tarik bukti"),
        crumbs=page_of(segment, (str(row), row.get_absolute_url()), (_("Tarik"), ""))["crumbs"],
    )
