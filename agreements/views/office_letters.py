"""Pages of a region's letters: its setting with preview, its patterns of numbers, where they all begin."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.letters import Letter, letterhead_with
from agreements.documents.page import letter_setting
from agreements.documents.sample_letter import sample_letter
from agreements.forms.correspondence import LetterSettingForm, SeriesForm
from agreements.models import LetterSetting, NumberSeries
from agreements.services.letter_settings import (
    PERMISSION,
    drop_series,
    require_keeper,
    save_letter_setting,
    save_series,
)
from agreements.services.numbering import next_sample, numbers_here
from agreements.services.series import kinds_of_papers
from agreements.views.access import crumbs, person
from agreements.views.letters import hand_out
from agreements.views.refusing import carried_out
from agreements.views.sheet_frame import framed
from ksd.accounts.access import current_memberships, may, reach
from ksd.core.number_patterns import TOKENS
from regions.choices import Level
from regions.models import Region


def region_or_404(request: HttpRequest, code: str) -> Region:
    """A living region within the person's reach that writes letters."""
    regions = Region.objects.current().exclude(level=Level.NEGARA).filter(pk__in=reach(person(request)))
    return get_object_or_404(regions.select_related("parent", "emblem"), code=code)


def letter_crumbs(region: Region, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list of cases through the region's letters."""
    return crumbs(
        (_("Surat %s") % region.full_name, reverse("agreements:office_letters", args=[region.code])), *more
    )


@login_required
@require_safe
def letters_desk(request: HttpRequest) -> HttpResponse:
    """Whose letters to look at: one's own region at once, or a choice."""
    own = current_memberships(person(request)).order_by().values_list("region_id", flat=True)
    regions = Region.objects.current().exclude(level=Level.NEGARA)
    homes = list(regions.filter(pk__in=list(own)))
    if len(homes) == 1:
        return redirect("agreements:office_letters", homes[0].code)
    rows = homes or list(regions.filter(pk__in=reach(person(request)), level=Level.PROVINSI))
    return render(
        request, "agreements/correspondence/desk.html", {"rows": rows, "crumbs": crumbs((_("Surat"), ""))}
    )


@login_required
@require_safe
def office_letters(request: HttpRequest, code: str) -> HttpResponse:
    """How a region writes: its kop surat and paper, its patterns of numbers, the way to its book and wordings."""
    region = region_or_404(request, code)
    setting = letter_setting(region)
    context = {
        "region": region,
        "setting": setting,
        "sheet": framed(_sample(region, setting), region),
        "series": _series(region),
        "here": numbers_here(region),
        "next": next_sample(region, "surat-pengantar"),
        "may_keep": may(person(request), PERMISSION, region),
        "crumbs": [*letter_crumbs(region)[:1], (_("Surat %s") % region.full_name, "")],
    }
    return render(request, "agreements/correspondence/office.html", context)


def _series(region: Region) -> list[dict[str, Any]]:
    labels = kinds_of_papers()
    return [
        {
            "row": row,
            "label": labels[row.kind].label if row.kind in labels else row.kind or _("Semua jenis lain"),
            "sample": next_sample(region, row.kind or "surat-pengantar"),
        }
        for row in NumberSeries.objects.filter(region=region)
    ]


def _sample(region: Region, setting: LetterSetting | None) -> Letter:
    return sample_letter(letterhead_with(setting, region), region, next_sample(region, "surat-pengantar"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter_setting_edit(request: HttpRequest, code: str) -> HttpResponse:
    """Change kop surat, paper, letter and margins; `contoh` shows them before they are saved."""
    region = region_or_404(request, code)
    require_keeper(person(request), region)
    kept = letter_setting(region)
    form = LetterSettingForm(request.POST or None, instance=kept or LetterSetting(region=region))
    asked = request.POST.get("contoh", "") if form.is_valid() else ""
    if asked == "pdf":
        return hand_out(request, _sample(region, form.setting()), _("Contoh surat"))
    response, status = (None, 200) if "contoh" in request.POST else _saved(request, region, form)
    status = 422 if request.method == "POST" and not form.is_valid() else status
    letter = _sample(region, form.setting() if asked else letter_setting(region))
    context = _page(region, form, letter)
    return response or render(request, "agreements/correspondence/setting.html", context, status=status)


def _saved(request: HttpRequest, region: Region, form: LetterSettingForm) -> tuple[HttpResponse | None, int]:
    def act(_data: dict[str, Any]) -> object:
        return save_letter_setting(actor=person(request), region=region, setting=form.setting())

    back = reverse("agreements:office_letters", args=[region.code])
    done = _("Pengaturan surat tersimpan; berlaku bagi surat yang dibuat sesudah ini.")
    return carried_out(request, form, act, back=back, done=done)


def _page(region: Region, form: LetterSettingForm, letter: Letter) -> dict[str, Any]:
    return {
        "region": region,
        "form": form,
        "sheet": framed(letter, region),
        "crumbs": letter_crumbs(region, (_("Kop surat dan kertas"), "")),
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def series_edit(request: HttpRequest, code: str) -> HttpResponse:
    """Give a kind of paper, or all others, its pattern of numbers."""
    region = region_or_404(request, code)
    require_keeper(person(request), region)
    row, known = _known_series(region, request.GET.get("jenis", "")[:60])
    form = SeriesForm(request.POST or None, initial=known)

    def act(_data: dict[str, Any]) -> object:
        return save_series(actor=person(request), region=region, given=form.given())

    back = reverse("agreements:office_letters", args=[code])
    response, status = carried_out(request, form, act, back=back, done=_("Pola nomor tersimpan."))
    context = {
        "region": region,
        "form": form,
        "row": row,
        "tokens": TOKENS.items(),
        "crumbs": letter_crumbs(region, (_("Pola nomor"), "")),
    }
    return response or render(request, "agreements/correspondence/series.html", context, status=status)


def _known_series(region: Region, kind: str) -> tuple[NumberSeries | None, dict[str, Any]]:
    """The pattern of this kind so far, and what the form begins with."""
    row = NumberSeries.objects.filter(region=region, kind=kind).first()
    names = ("kind", "pattern", "code", "unit", "after")
    return row, {name: getattr(row, name) for name in names} if row else {"kind": kind}


@login_required
@require_POST
def series_drop(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Count a kind with the others again."""
    region = region_or_404(request, code)
    require_keeper(person(request), region)
    row = get_object_or_404(NumberSeries, region=region, pk=pk)
    drop_series(actor=person(request), region=region, kind=row.kind)
    messages.success(request, _("Pola nomor dihapus; nomor yang sudah diberikan tetap tercatat."))
    return redirect("agreements:office_letters", code)
