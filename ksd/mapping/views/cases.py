"""Acts by which a row becomes a case, and the region's word on why it did not."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.views.proposal_steps import proposal_url
from agreements.views.refusing import confirm
from ksd.accounts.pages import person
from ksd.core.errors import NotAllowed
from ksd.core.forms import OnceForm
from ksd.mapping.forms.cases import LinkForm, StartForm
from ksd.mapping.forms.outputs import OutcomeForm, ReasonForm
from ksd.mapping.models import MappingRow, RowCase
from ksd.mapping.services.access import may_manage, require_filler
from ksd.mapping.services.outputs import cases as acts
from ksd.mapping.services.outputs.realisation import explain
from ksd.mapping.views.shared import act_page, row_crumbs, row_of

_SHOW = ["GET", "HEAD", "POST"]


def _page(request: HttpRequest, row: MappingRow, form: OnceForm, act: Any, **words: str) -> HttpResponse:
    title, action = words.pop("title"), words.pop("action_label", "")
    return act_page(
        request, form, act, way=row_crumbs(row, (title, "")), back=row.get_absolute_url(), subtitle=str(row),
        action=action, **words,
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def row_start(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin a proposal with what the row says."""
    row = row_of(request, public_id)
    if not acts.may_start(request.user, row):
        raise NotAllowed(
            _("Anda tidak berwenang mengusulkan kerja sama atas nama %s.") % row.region.full_name
        )
    form = StartForm(request.POST or None, row=row)

    def act(data: dict[str, Any]) -> str:
        case = acts.start_from_row(actor=person(request), row=row, kind=data["kind"], title=data["title"])
        return proposal_url(case, "data")

    return _page(
        request, row, form, act, title=_("Mulai usulan kerja sama"), action_label=_("Mulai usulan"),
        text=_("Urusan, uraian, lokasi, jangka waktu, calon mitra, dan jawaban uji disalin dari baris ini; lengkapi sesudahnya."),
        done=_("Usulan dibuat dari hasil pemetaan."),
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def row_link(request: HttpRequest, public_id: str) -> HttpResponse:
    """Tie a cooperation that is there already."""
    row = row_of(request, public_id)
    require_filler(person(request), row.region)
    form = LinkForm(request.POST or None, cases=acts.linkable_cases(request.user, row))

    def act(data: dict[str, Any]) -> None:
        acts.link_case(actor=person(request), row=row, case=data["case"])

    return _page(
        request, row, form, act, title=_("Tautkan kerja sama"), action_label=_("Tautkan"),
        text=_("Pilih kerja sama daerah ini yang melaksanakan baris ini."), done=_("Kerja sama ditautkan."),
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def row_unlink(request: HttpRequest, public_id: str, case: str) -> HttpResponse:
    """Take a mistaken link away."""
    row = row_of(request, public_id)
    if not may_manage(request.user, row.period):
        require_filler(person(request), row.region)
    links = RowCase.objects.select_related("row__period__region", "row__region", "case")
    link = get_object_or_404(links, row=row, case__public_id=case)

    def act(data: dict[str, Any]) -> None:
        acts.unlink_case(actor=person(request), link=link, reason=data["reason"])

    return confirm(
        request, act=act, back=row.get_absolute_url(), form=ReasonForm(request.POST or None),
        done=_("Tautan dilepas."), crumbs=row_crumbs(row, (_("Lepas tautan"), "")), title=_("Lepas tautan kerja sama?"),
        text=_("Kerja samanya tidak berubah; riwayat baris menyimpan alasannya."), action_label=_("Lepas tautan"),
        tone="warning",
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def row_outcome(request: HttpRequest, public_id: str) -> HttpResponse:
    """Why a row was not carried out."""
    row = row_of(request, public_id)
    require_filler(person(request), row.region)
    known = getattr(row, "outcome", None)
    form = OutcomeForm(
        request.POST or None, initial={"cause": known.cause, "reason": known.reason} if known else None
    )

    def act(data: dict[str, Any]) -> None:
        explain(actor=person(request), row=row, cause=data["cause"], reason=data["reason"])

    return _page(
        request, row, form, act, title=_("Alasan tidak dilaksanakan"), action_label=_("Simpan"),
        done=_("Alasan dicatat."),
    )  # fmt: skip
