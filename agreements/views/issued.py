"""What was issued of a text, and the receipt of each paper: when it was made, fetched and checked."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agreements.documents.receipt import receipt_of
from agreements.models import IssuedFile
from agreements.services.legal_status import status_of
from agreements.views.access import case_crumbs, crumbs
from agreements.views.letters import hand_out
from agreements.views.text_page import text_crumbs, text_or_404

PER_PAGE = 50


def issued_or_404(request: HttpRequest, token: str) -> IssuedFile:
    """A paper within the person's scope; a stranger finds nothing, whatever its public page says."""
    rows = IssuedFile.objects.visible_to(request.user).ready()
    rows = rows.select_related("naskah__case", "naskah__parent", "case", "version", "file", "asked_by")
    found: IssuedFile = get_object_or_404(rows, token=token)
    return found


@login_required
@require_safe
def issued_list(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every paper issued of a text, the newest first."""
    text = text_or_404(request, public_id)
    rows = IssuedFile.objects.filter(naskah=text).ready().select_related("version", "file", "asked_by")
    context = {
        "naskah": text,
        "rule": text.rule,
        "rows": rows.order_by("-issued_at", "-pk")[:PER_PAGE],
        "status": status_of(text),
        "crumbs": text_crumbs(text, (_("Berkas terbitan"), "")),
    }
    return render(request, "agreements/issued/list.html", context)


@login_required
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """The receipt of one paper."""
    issued = issued_or_404(request, token)
    title = (_("Tanda terima %s") % issued.spaced_code, "")
    if issued.naskah:
        way = text_crumbs(issued.naskah, title)
    else:
        way = case_crumbs(issued.case, title) if issued.case else crumbs(title)
    context = {
        "issued": issued,
        "status": status_of(issued.naskah) if issued.naskah else None,
        "entries": issued.entries.order_by("at", "pk")[:200],
        "crumbs": way,
    }
    return render(request, "agreements/issued/receipt.html", context)


@login_required
@require_POST
def receipt_letter(request: HttpRequest, token: str) -> HttpResponse:
    """Print the receipt, as it stands now."""
    issued = issued_or_404(request, token)
    case = issued.naskah.case if issued.naskah else issued.case
    letter = receipt_of(issued, list(issued.entries.order_by("at", "pk")[:200]))
    return hand_out(request, letter, _("Tanda terima %s") % issued.spaced_code, case)
