"""The depositary ledger of a case: each party's acts in order, sealed, and its export for an inspector."""

import json
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.ledger import verify
from agreements.ledger.reading import export_of, ledger_faults
from agreements.models import Case, CaseEvent, LedgerAnchor, LedgerEntry
from agreements.views.access import case_crumbs, case_or_404, person
from agreements.views.tabs import tabs_of
from ksd.accounts.models import User


@dataclass(frozen=True)
class LedgerLine:
    """One entry as the page shows it; what the reader may not see keeps its place and its seal."""

    entry: LedgerEntry
    event: CaseEvent | None


@login_required
@require_safe
def ledger(request: HttpRequest, public_id: str) -> HttpResponse:
    """The chain of a case and whether it holds."""
    case = case_or_404(request, public_id)
    export = export_of(case, person(request))
    context = {
        "case": case,
        "lines": _lines(case, person(request)),
        "faults": ledger_faults(case, export),
        "anchor": LedgerAnchor.objects.order_by("day").last(),
        "tabs": tabs_of(case, "agreements:ledger"),
        "crumbs": case_crumbs(case, (_("Buku penyimpanan"), "")),
    }
    return render(request, "agreements/ledger/ledger.html", context)


def _lines(case: Case, user: User) -> list[LedgerLine]:
    readable = {
        event.pk: event for event in CaseEvent.objects.readable_by(user, case).select_related("naskah")
    }
    entries = LedgerEntry.objects.of(case).reverse()
    return [LedgerLine(entry, readable.get(entry.event_id)) for entry in entries]


@login_required
@require_safe
def ledger_export(request: HttpRequest, public_id: str) -> HttpResponse:
    """The chain as a file that the stand-alone verifier checks."""
    case = case_or_404(request, public_id)
    content = json.dumps(export_of(case, person(request)), ensure_ascii=False, indent=1, sort_keys=True)
    name = f"buku-penyimpanan-{case.public_id}.json"
    return HttpResponse(
        content,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@login_required
@require_safe
def ledger_verifier(request: HttpRequest) -> FileResponse:  # noqa: ARG001  the same file for everybody
    """The stand-alone verifier, to be run on the inspector's own machine."""
    script = Path(verify.__file__).open("rb")  # noqa: SIM115  the answer closes it
    return FileResponse(script, as_attachment=True, filename="periksa_buku.py", content_type="text/x-python")
