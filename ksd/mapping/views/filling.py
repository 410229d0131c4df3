"""A region's own pages in a period: what it wrote, a new row, its answer, last year's rows."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from ksd.accounts.pages import person
from ksd.core.errors import ImpossibleStep
from ksd.mapping.forms.rows import CopyForm, ReasonForm, SubmitForm
from ksd.mapping.models import MappingRow, PeriodRegion
from ksd.mapping.services.access import may_fill, may_manage, require_open, require_unsent
from ksd.mapping.services.answers import reopen_answer, submit_answer
from ksd.mapping.services.copying import copy_rows, copyable
from ksd.mapping.views.shared import act_page, answer_page, crumbs, filled, filling_url, frame

PER_PAGE = 50
MOST_COPIED = 200
_SHOW = ["GET", "HEAD", "POST"]


def answer_way(answer: PeriodRegion, label: str) -> list[tuple[str, str]]:
    """The way through the region's page."""
    period, region = answer.period, answer.region
    return crumbs(
        (str(period), period.get_absolute_url()),
        (str(region), filling_url(period, region.code)),
        (label, ""),
    )


def require_writing(answer: PeriodRegion) -> None:
    """Refuse a form that could not be sent. Raises ImpossibleStep."""
    require_open(answer.period)
    require_unsent(answer)


@login_required
@require_safe
def filling(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """What one region wrote; for who writes it, what to do next."""
    answer = answer_page(request, public_id, code)
    period, region = answer.period, answer.region
    rows = MappingRow.objects.visible_to(request.user).filter(period=period, region=region).for_list()
    writes = may_fill(request.user, region)
    may_write = writes and period.is_open and answer.submitted_at is None
    context = frame(request, period, "rows", str(region)) | {
        "answer": answer,
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "may_write": may_write,
        "may_copy": may_write and copyable(period, region).exists(),
        "may_reopen": period.is_open
        and answer.submitted_at is not None
        and (writes or may_manage(request.user, period)),
    }
    return render(request, "mapping/rows/filling.html", context)


@login_required
@require_http_methods(_SHOW)
def answer_submit(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Send everything a region wrote, or say that it has nothing."""
    answer = filled(request, public_id, code)
    period, region = answer.period, answer.region
    require_writing(answer)
    alive = MappingRow.objects.filter(period=period, region=region).alive().count()
    form = SubmitForm(request.POST or None, has_rows=bool(alive))

    def act(data: dict[str, Any]) -> None:
        nothing = bool(data.get("nothing_to_say"))
        submit_answer(actor=person(request), period=period, region=region, nothing_to_say=nothing)

    return act_page(
        request, form, act, way=answer_way(answer, _("Kirim isian")), back=filling_url(period, region.code),
        done=_("Isian dikirim."), subtitle=str(period), text=_what_is_sent(alive), action=_("Kirim ke forum"),
    )  # fmt: skip


def _what_is_sent(alive: int) -> str:
    """What pressing the button does, by the number of rows."""
    if not alive:
        return _("Belum ada baris. Kembali untuk menulisnya, atau nyatakan bahwa tidak ada usulan.")
    said = ngettext(
        "%(count)s baris dikirim ke forum dan terbaca setiap daerah peserta.",
        "%(count)s baris dikirim ke forum dan terbaca setiap daerah peserta.",
        alive,
    )
    return said % {"count": alive}


@login_required
@require_http_methods(_SHOW)
def answer_reopen(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Take an answer back, by the region or by who leads the mapping."""
    answer = answer_page(request, public_id, code)
    period, region = answer.period, answer.region
    if not may_manage(request.user, period):
        filled(request, public_id, code)
    if request.method != "POST":
        _require_sent(answer)
    form = ReasonForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        reopen_answer(actor=person(request), period=period, region=region, reason=data["reason"])

    return act_page(
        request, form, act, way=answer_way(answer, _("Buka kembali isian")), back=filling_url(period, region.code),
        done=_("Isian dibuka kembali."), subtitle=str(period), action=_("Buka kembali"),
        text=_("Baris yang sudah dikirim tetap terbaca; perubahannya tercatat dalam riwayat."),
    )  # fmt: skip


def _require_sent(answer: PeriodRegion) -> None:
    require_open(answer.period)
    if answer.submitted_at is None:
        raise ImpossibleStep(
            _("Isian %(region)s belum dikirim.") % {"region": answer.region},
            remedy=_("Isian itu masih dapat diubah."),
        )


@login_required
@require_http_methods(_SHOW)
def copy(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Choose which rows of earlier years begin this year's."""
    answer = filled(request, public_id, code)
    require_writing(answer)
    offered = list(copyable(answer.period, answer.region)[:MOST_COPIED])
    form = CopyForm(request.POST or None, offered=offered)
    return act_page(
        request, form, partial(_copy, request, answer), way=answer_way(answer, _("Salin dari tahun lalu")),
        back=filling_url(answer.period, answer.region.code), done="", subtitle=str(answer.period),
        action=_("Salin yang dipilih"), template="mapping/rows/copy.html", choices=list(zip(form["rows"], offered, strict=True)),
    )  # fmt: skip


def _copy(request: HttpRequest, answer: PeriodRegion, data: dict[str, Any]) -> None:
    made = copy_rows(actor=person(request), period=answer.period, region=answer.region, keys=data["rows"])
    said = ngettext(
        "%(count)s baris disalin sebagai draf. Periksa angkanya.",
        "%(count)s baris disalin sebagai draf. Periksa angkanya.",
        len(made),
    )
    messages.success(request, said % {"count": len(made)})
