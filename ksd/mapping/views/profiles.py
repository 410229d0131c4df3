"""A region as a partner reads it: its profile, and all rows of one side of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.documents.letters import Drawing
from ksd.accounts.pages import person
from ksd.mapping.documents.charts import lying_bars, standing_bars
from ksd.mapping.services.figures import STRENGTHS, WANTS, Figures, rows_read
from ksd.mapping.services.profile import profile_of
from ksd.mapping.services.years import newest_mapped, year_asked, years_of
from ksd.mapping.views.shared import crumbs
from regions.choices import Level
from regions.models import Region

PER_PAGE = 25
SIDES = {"potensi": STRENGTHS, "kebutuhan": WANTS}


def _region(code: str) -> Region:
    """The living region of a code; the register is open to all who sign in."""
    rows = Region.objects.filter(code=code, valid_to=None).exclude(level=Level.NEGARA)
    found = rows.select_related("parent").first()
    if found is None:
        raise Http404(_("Tidak ada wilayah dengan kode %(code)s.") % {"code": code})
    return found


def _year(request: HttpRequest) -> tuple[int, list[int]]:
    """The year asked for, else the newest one mapped, and those one may choose."""
    user = person(request)
    year = year_asked(request.GET.get("tahun", ""), newest_mapped(user))
    return year, sorted({*years_of(user), year}, reverse=True)


@login_required
@require_safe
def profile(request: HttpRequest, code: str) -> HttpResponse:
    """What a region has and lacks, agreed, owes and kept."""
    region, (year, years) = _region(code), _year(request)
    found = profile_of(person(request), region, year)
    context: dict[str, Any] = {
        "profile": found,
        "years": years,
        "charts": charts_of(found.figures, year),
        "crumbs": crumbs((_("Profil kerja sama"), ""), (region.full_name, "")),
    }
    return render(request, "mapping/profile/page.html", context)


def charts_of(figures: Figures, year: int) -> list[tuple[str, str, Drawing | None, list[tuple[str, Any]]]]:
    """Title, unit, drawing and the same rows as a table."""
    kinds = sorted(figures.kinds.items(), key=lambda row: (-row[1], row[0]))
    mapped = [
        (str(kind.label), count) for code, count in kinds for kind in (*STRENGTHS, *WANTS) if kind == code
    ]
    signed = [(str(each), count) for each, count in figures.signed]
    timely = [(str(each), row.percent) for each, row in figures.timely if row.percent is not None]
    first = _("Baris pemetaan %(year)d menurut jenis") % {"year": year}
    second, third = _("Kerja sama berlaku per tahun"), _("Laporan yang dikirim tepat waktu per tahun")
    return [
        (first, "", lying_bars(first, mapped), mapped),
        (second, "", standing_bars(second, signed), signed),
        (third, "%", standing_bars(third, timely, "%"), timely),
    ]


@login_required
@require_safe
def profile_rows(request: HttpRequest, code: str) -> HttpResponse:
    """Every row of one side of a region, page by page."""
    region, (year, years) = _region(code), _year(request)
    side = request.GET.get("sisi", "")
    kinds = SIDES.get(side, (*STRENGTHS, *WANTS))
    rows = rows_read(person(request), [region.pk], year).filter(kind__in=kinds).select_related("urusan")
    page = Paginator(rows.order_by("urusan__order", "priority", "pk"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "region": region,
        "year": year,
        "years": years,
        "side": side if side in SIDES else "",
        "page_obj": page,
        "rows": list(page.object_list),
        "crumbs": crumbs((_("Profil kerja sama"), ""), (region.full_name, ""), (_("Baris pemetaan"), "")),
    }
    return render(request, "mapping/profile/rows.html", context)
