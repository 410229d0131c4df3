"""The sheet of a period: handed out, sent in, looked through, applied."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.views.refusing import carried_out, confirm
from ksd.accounts.access import acting_region_ids
from ksd.accounts.pages import person
from ksd.core.errors import NotAllowed
from ksd.core.files import file_response
from ksd.core.spreadsheets import XLSX
from ksd.mapping.forms.sheets import SheetForm
from ksd.mapping.models import Period, SheetUpload
from ksd.mapping.services.access import FILL, may_fill
from ksd.mapping.services.sheets.importing import apply_sheet, check_again, set_aside, upload_sheet
from ksd.mapping.services.sheets.template import PRESENT, region_template
from ksd.mapping.views.shared import frame, period_of
from regions.models import Region

UPLOADS = 20


def _regions(request: HttpRequest, period: Period) -> "QuerySet[Region]":
    """The regions of the period the person fills in for."""
    asked: QuerySet[Region] = period.regions.order_by("code")
    return asked.filter(pk__in=acting_region_ids(request.user, FILL))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, public_id: str) -> HttpResponse:
    """Hand out the sheet, take one in, and show those that came."""
    period = period_of(request, public_id)
    regions = _regions(request, period)
    if request.method == "POST" and not regions.exists():
        raise NotAllowed(
            _("Anda tidak mengisi pemetaan bagi satu pun daerah peserta."),
            remedy=_("Mintalah petugas kerja sama daerah itu mengunggah berkasnya."),
        )
    form = SheetForm(request.POST or None, request.FILES or None, regions=regions)

    def act(data: dict[str, Any]) -> str:
        made = upload_sheet(actor=person(request), period=period, region=data["region"], upload=data["file"])
        return made.get_absolute_url()

    response, status = carried_out(request, form, act, back=period.get_absolute_url())
    uploads = SheetUpload.objects.visible_to(request.user).filter(period=period).for_list()[:UPLOADS]
    context = frame(request, period, "sheet", _("Berkas XLSX"))
    context |= {"form": form, "regions": regions, "uploads": uploads}
    return response or render(request, "mapping/sheets/page.html", context, status=status)


@login_required
@require_safe
def template(request: HttpRequest, public_id: str) -> HttpResponse:
    """The sheet of one region; `isi` says what stands in it."""
    period = period_of(request, public_id)
    region = get_object_or_404(period.regions, code=request.GET.get("daerah", "").replace("\0", "")[:13])
    filled = request.GET.get("isi", PRESENT)
    name, content = region_template(actor=person(request), period=period, region=region, filled=filled)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _upload_of(request: HttpRequest, public_id: str) -> SheetUpload:
    found = SheetUpload.objects.visible_to(request.user).for_list().filter(public_id=public_id).first()
    if found is None:
        raise Http404(_("Tidak ada unggahan itu yang dapat Anda lihat."))
    return found


@login_required
@require_safe
def upload(request: HttpRequest, public_id: str) -> HttpResponse:
    """What a sheet would do, or has done."""
    found = _upload_of(request, public_id)
    context = frame(request, found.period, "sheet", found.file.name) | {
        "upload": found,
        "report": found.report,
        "may_apply": found.is_waiting and may_fill(request.user, found.region),
        "changes": sum(found.counts.get(name, 0) for name in ("baru", "berubah")),
    }
    return render(request, "mapping/sheets/upload.html", context)


@login_required
@require_safe
def upload_file(request: HttpRequest, public_id: str) -> FileResponse:
    """The file as it was sent in."""
    return file_response(_upload_of(request, public_id).file)


ACTS = {"terapkan": apply_sheet, "periksa": check_again, "sisihkan": set_aside}


def _words(act: str, found: SheetUpload) -> dict[str, str]:
    counts = found.counts
    told = {
        "new": counts.get("baru", 0),
        "changed": counts.get("berubah", 0),
        "region": found.region.full_name,
    }
    return {
        "terapkan": {
            "title": _("Terapkan berkas ini?"),
            "text": _("%(new)d baris baru dan %(changed)d baris berubah ditulis bagi %(region)s, semuanya atau tidak sama sekali.") % told,
            "action_label": _("Terapkan"), "tone": "primary", "done": _("Isian dari berkas diterapkan."),
        },
        "periksa": {
            "title": _("Periksa lagi berkas ini?"), "text": _("Isinya dibandingkan dengan baris yang ada sekarang."),
            "action_label": _("Periksa lagi"), "tone": "primary", "done": _("Berkas diperiksa lagi."),
        },
        "sisihkan": {
            "title": _("Sisihkan berkas ini?"),
            "text": _("Tidak ada yang diterapkan. Berkasnya tetap tersimpan dan dapat diunduh."),
            "action_label": _("Sisihkan"), "tone": "warning", "done": _("Berkas disisihkan."),
        },
    }[act]  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload_act(request: HttpRequest, public_id: str, act: str) -> HttpResponse:
    """Apply a sheet, check it again, or set it aside: asked first, then done."""
    found = _upload_of(request, public_id)
    if not may_fill(request.user, found.region):
        raise NotAllowed(_("Anda tidak mengisi pemetaan bagi %s.") % found.region.full_name)
    if act not in ACTS:
        raise Http404(_("Tindakan ini tidak ada."))
    words = _words(act, found)
    page = frame(request, found.period, "sheet", found.file.name) | words

    def carry(_data: dict[str, Any]) -> None:
        ACTS[act](actor=person(request), upload=found)

    return confirm(request, act=carry, back=found.get_absolute_url(), **page)
