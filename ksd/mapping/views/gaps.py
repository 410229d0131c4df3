"""What is missing: the page of gaps and the same as XLSX."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from agreements.services.proposal import PROPOSE
from ksd.accounts.access import may
from ksd.accounts.pages import person
from ksd.core.spreadsheets import Value
from ksd.mapping.documents.gaps_sheet import gaps_xlsx
from ksd.mapping.services.gaps import Gaps, SharedTrouble, gaps_of
from ksd.mapping.services.network import Asked
from ksd.mapping.services.standing import Pact
from ksd.mapping.services.undone import Undone
from ksd.mapping.services.years import newest_mapped
from ksd.mapping.views.asked import Choice, choice_of, sheet
from ksd.mapping.views.shared import crumbs


def _found(request: HttpRequest) -> tuple[Choice, Gaps]:
    """The gaps of the year asked for; of the newest one mapped when none is."""
    user = person(request)
    choice = choice_of(request, newest_mapped(user))
    return choice, gaps_of(user, Asked(choice.year, choice.province))


@login_required
@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    """Neighbours with one problem, duties not carried out, urusan nobody covers."""
    choice, found = _found(request)
    context = {
        "choice": choice,
        "gaps": found,
        "may_propose": may(request.user, PROPOSE),
        "crumbs": crumbs((_("Celah kerja sama"), "")),
    }
    return render(request, "mapping/gaps/page.html", context)


@login_required
@require_safe
def gaps_sheet(request: HttpRequest) -> HttpResponse:
    """The same gaps as XLSX."""
    _choice, found = _found(request)
    return sheet(gaps_xlsx(_lines(found)), f"celah-kerja-sama-{found.year}")


def _lines(found: Gaps) -> Iterator[tuple[Value, ...]]:
    for gap in found.shared:
        km = float(gap.shared_km) if gap.shared_km is not None else None
        matter = "; ".join(row.title for row in (*gap.rows_a, *gap.rows_b))
        sides = (gap.a.full_name, gap.b.full_name)
        yield (found.year, _("Tetangga dengan masalah sama"), *sides, km, gap.urusan.name, matter, gap.percent, _remark(gap))  # fmt: skip
    for duty in found.undone:
        row = duty.row
        partner = row.partner_region.full_name if row.partner_region else row.partner_name
        remark = _undone_remark(duty)
        yield (found.year, _("Wajib belum dilaksanakan"), row.region.full_name, partner, None, row.urusan.name, row.title, None, remark)  # fmt: skip
    for urusan in found.uncovered:
        words = ngettext("%(rows)d baris pemetaan", "%(rows)d baris pemetaan", urusan.rows) % {
            "rows": urusan.rows
        }
        yield (found.year, _("Urusan tanpa kerja sama"), "", "", None, urusan.urusan.name, "", None, words)


def _remark(gap: SharedTrouble) -> str:
    """What the two have together all the same."""
    if gap.past:
        return _("Kerja samanya sudah berakhir: %(titles)s.") % {"titles": _titles(gap.past)}
    if gap.others:
        return _("Sudah bekerja sama dalam urusan lain: %(titles)s.") % {"titles": _titles(gap.others)}
    return _("Belum ada kerja sama di antara keduanya.")


def _undone_remark(duty: Undone) -> str:
    """What became of it, and what may be meant for it."""
    words = [_("Belum ada kerja sama yang lahir dari baris ini.")]
    if duty.drafted:
        words = [_("Usulan dari baris ini sedang disusun, belum diajukan.")]
    if duty.ended:
        words = [_("Kerja samanya sudah berakhir: %(titles)s.") % {"titles": _titles(duty.ended)}]
    if duty.unlinked:
        words.append(_("Belum ditautkan: %(titles)s.") % {"titles": _titles(duty.unlinked)})
    return " ".join(words)


def _titles(pacts: tuple[Pact, ...]) -> str:
    return "; ".join(pact.case.title for pact in pacts)
