"""The book of numbers of a region: who took which, when, for what; printed, exported, struck out with a reason."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.number_book import book_of, sheet_of
from agreements.forms.correspondence import CancelNumberForm, RegisterFilterForm
from agreements.models import Case, IssuedNumber
from agreements.services.letter_settings import PERMISSION
from agreements.services.numbering import cancel_number
from agreements.services.paper_numbers import origins_of, paper_of
from agreements.views.access import person
from agreements.views.letters import hand_out
from agreements.views.office_letters import letter_crumbs, region_or_404
from agreements.views.refusing import confirm
from ksd.accounts.access import may
from ksd.core.errors import ImpossibleStep
from ksd.core.spreadsheets import XLSX
from regions.models import Region

PER_PAGE = 30
MOST_PRINTED, MOST_IN_SHEET = 2000, 20_000


def _book(request: HttpRequest, region: Region, given: Any) -> tuple[RegisterFilterForm, Any]:
    """The filter and the numbers it leaves, newest first."""
    rows = IssuedNumber.objects.visible_to(request.user).filter(region=region)
    years = list(rows.order_by("-year").values_list("year", flat=True).distinct())
    kinds = list(rows.order_by("kind").values_list("kind", flat=True).distinct())
    form = RegisterFilterForm(given, years=years, kinds=kinds)
    asked = form.cleaned_data if form.is_valid() else {}
    if asked.get("tahun"):
        rows = rows.filter(year=asked["tahun"])
    if asked.get("jenis"):
        rows = rows.filter(kind=asked["jenis"])
    return form, rows.select_related("case", "naskah", "party").order_by("-issued_at", "-pk")


@login_required
@require_safe
def number_register(request: HttpRequest, code: str) -> HttpResponse:
    """Show the book, by year and kind."""
    region = region_or_404(request, code)
    form, rows = _book(request, region, request.GET)
    rows = rows.prefetch_related("naskah__signatures__party__region", "naskah__signatures__party__partner")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    seen = Case.objects.visible_to(request.user).filter(pk__in=[row.case_id for row in page if row.case_id])
    pages = origins_of(page, person(request))
    context = {
        "region": region,
        "form": form,
        "page_obj": page,
        "rows": [{"row": row, "theirs": _theirs(row), "page": pages.get(row.pk, "")} for row in page],
        "seen": set(seen.values_list("pk", flat=True)),
        "me": person(request).pk,
        "may_keep": may(person(request), PERMISSION, region),
        "crumbs": letter_crumbs(region, (_("Buku nomor"), "")),
    }
    return render(request, "agreements/correspondence/register.html", context)


def _theirs(row: IssuedNumber) -> list[tuple[str, str]]:
    """The numbers the other parties gave the same text."""
    if row.naskah is None or row.row:
        return []
    return [
        (own.party.short_name, own.number)
        for own in row.naskah.signatures.all()
        if own.party_id != row.party_id and own.number
    ]


@login_required
@require_POST
def number_register_file(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out the filtered book as PDF, DOCX or XLSX."""
    region = region_or_404(request, code)
    _form, rows = _book(request, region, request.POST)
    if request.POST.get("bentuk") == "xlsx":
        name = f"buku-nomor-{region.code}.xlsx"
        return HttpResponse(
            sheet_of(region, rows[:MOST_IN_SHEET]),
            content_type=XLSX,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
    left_out = rows.count() > MOST_PRINTED
    note = f"Hanya {MOST_PRINTED} nomor terbaru; saring menurut tahun untuk yang lain" if left_out else ""
    label = _("Buku nomor surat %s") % region.full_name
    return hand_out(request, book_of(region, list(rows[:MOST_PRINTED]), note=note), label)


def _number_or_404(request: HttpRequest, code: str, pk: int) -> IssuedNumber:
    region = region_or_404(request, code)
    rows = IssuedNumber.objects.visible_to(request.user).select_related("region", "case")
    return get_object_or_404(rows, region=region, pk=pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def number_cancel(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Ask for the reason, then strike the number out."""
    issued = _number_or_404(request, code, pk)
    form = CancelNumberForm(request.POST or None)

    def act(data: dict[str, Any]) -> object:
        return cancel_number(actor=person(request), issued=issued, reason=data["reason"])

    return confirm(
        request,
        act=act,
        form=form,
        back=reverse("agreements:number_register", args=[code]),
        done=_("Nomor dibatalkan; tetap tercatat dan tidak dipakai lagi."),
        title=_("Batalkan Nomor %s") % issued.number,
        text=_(
            "Nomor batal tetap tercatat dalam buku dengan alasannya dan tidak diberikan kepada surat lain."
        ),
        action_label=_("Batalkan nomor"),
        crumbs=letter_crumbs(issued.region, (_("Batalkan nomor"), "")),
    )


@login_required
@require_POST
def issued_letter(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Hand out a paper in the very words it was issued with."""
    issued = _number_or_404(request, code, pk)
    if not issued.words:
        raise ImpossibleStep(
            _("Nomor ini diberikan tanpa isi surat."),
            remedy=_("Buka naskah atau berkasnya pada kerja samanya."),
        )
    return hand_out(request, paper_of(issued), str(issued), issued.case)
