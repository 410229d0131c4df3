"""Signatures and refusals on a berita acara, camat and village heads who sign along."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from boundaries.forms.minutes import RefusalForm, SignatureForm, WitnessForm
from boundaries.forms.papers import given
from boundaries.models import BoundaryMinutes, BoundarySigner
from boundaries.services.minutes_access import require_draft
from boundaries.services.signers import add_witness, may_sign_for, record_refusal, record_signature
from boundaries.views.minutes import minutes_or_404
from boundaries.views.penegasan import SHOW, ask, of
from ksd.accounts.pages import person
from ksd.core.files import file_response
from ksd.core.forms import OnceForm


def _signer(http: HttpRequest, slug: str, pk: int, signer: int) -> tuple[BoundaryMinutes, BoundarySigner]:
    """The paper and one of its signers: 403 for who records nothing for it, 409 once the paper is signed."""
    row = minutes_or_404(http, slug, pk)
    found = get_object_or_404(row.signers.select_related("region"), pk=signer)
    if not may_sign_for(http.user, row, found):
        raise PermissionDenied(
            _("Peran Anda tidak memuat kewenangan mencatat tanda tangan %s.") % found.party
        )
    if http.method != "POST":  # a form sent twice is led to its first result instead
        require_draft(row)
    return row, found


def _asked(http: HttpRequest, row: BoundaryMinutes, form: OnceForm, act: Any, **page: Any) -> HttpResponse:
    back = row.get_absolute_url()
    way = [(str(row.segment), of(row.segment, "papers")), (row.rule.title, back)]
    return ask(http, form, act, back=back, way=way, **page)


@login_required
@require_http_methods(SHOW)
def signature(request: HttpRequest, slug: str, pk: int, signer: int) -> HttpResponse:
    """Note that somebody signed."""
    row, found = _signer(request, slug, pk, signer)
    form = SignatureForm(request.POST or None, request.FILES or None, initial={"on": row.on})

    def act(_kept: dict[str, Any]) -> None:
        record_signature(actor=person(request), minutes=row, signer=found, **given(form))

    return _asked(
        request, row, form, act, title=_("Catat tanda tangan"), subject=found, done=_("Tanda tangan dicatat."),
        hints=[_("Keputusan tim dan masa jabatan diperiksa pada tanggal tanda tangan.")],
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def refusal(request: HttpRequest, slug: str, pk: int, signer: int) -> HttpResponse:
    """Note that somebody refuses to sign, and why."""
    row, found = _signer(request, slug, pk, signer)
    form = RefusalForm(request.POST or None)

    def act(kept: dict[str, Any]) -> None:
        record_refusal(actor=person(request), minutes=row, signer=found, reason=kept["reason"])

    return _asked(
        request, row, form, act, title=_("Catat penolakan"), subject=found, done=_("Penolakan dicatat."),
        tone="danger",
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def witness(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let a camat or village head sign along."""
    row = minutes_or_404(request, slug, pk, keeps=True)
    if request.method != "POST":
        require_draft(row)
    form = WitnessForm(request.POST or None, segment=row.segment)

    def act(_kept: dict[str, Any]) -> None:
        add_witness(actor=person(request), minutes=row, **given(form))

    return _asked(
        request, row, form, act, title=_("Tambah camat atau kepala desa"), subject=row,
        done=_("Penanda tangan ditambahkan."),
        hints=[_("Boleh ikut menandatangani; tidak diwajibkan (Lampiran Permendagri 141/2017).")],
    )  # fmt: skip


@login_required
@require_safe
def signer_file(request: HttpRequest, slug: str, pk: int, signer: int) -> HttpResponseBase:
    """The scan of one signature."""
    row = minutes_or_404(request, slug, pk)
    found = get_object_or_404(row.signers.select_related("file"), pk=signer)
    if found.file is None:
        raise Http404(_("Tanda tangan ini tidak mempunyai pindaian."))
    return file_response(found.file, inline=True)
