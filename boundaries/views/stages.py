"""Pages on which the stage of a segment changes, or a wrong entry is put right."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from boundaries import services
from boundaries.forms import CorrectionForm, StageForm
from boundaries.views.shared import act_page, managed
from ksd.accounts.pages import person


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_stage(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down the stage a segment has come to."""
    segment = managed(request, slug)
    form = StageForm(request.POST or None, segment=segment)

    def act(_data: dict[str, Any]) -> None:
        services.change_stage(actor=person(request), segment=segment, **form.given())

    text = _("Tahapan sekarang: “%(stage)s”. Perubahan disimpan dalam riwayat dengan nama Anda.") % {
        "stage": segment.get_stage_display()
    }
    return act_page(
        request, segment, form, act, title=_("Ubah tahapan"), text=text,
        back=segment.get_absolute_url(), done=_("Tahapan segmen dicatat."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_stage(request: HttpRequest, slug: str) -> HttpResponse:
    """Put a wrong stage or a wrong day right; what was wrong stays in the history."""
    segment = managed(request, slug)
    form = CorrectionForm(request.POST or None, segment=segment)

    def act(_data: dict[str, Any]) -> None:
        services.correct_stage(actor=person(request), segment=segment, **form.given())

    text = _("Hanya untuk catatan yang keliru. Yang keliru tetap terbaca dalam riwayat, bersama alasan Anda.")
    return act_page(
        request, segment, form, act, title=_("Ralat tahapan"), text=text,
        back=segment.get_absolute_url(), done=_("Ralat dicatat."),
    )  # fmt: skip
