"""The pages anybody may open with a paper of ours in hand: what it is, what it is worth today, whether it is genuine."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import IssuedKind, PartnerClass
from agreements.esign import PdfReport
from agreements.forms.issued import CodeForm, FileForm
from agreements.models import IssuedFile, Naskah, Party
from agreements.services.checking import check_file, find_code
from agreements.services.legal_status import LegalStatus, status_of
from agreements.services.paper_numbers import struck_out
from ksd.core.limits import limited
from ksd.core.quiet import unlisted

# Not for shared caches: the page carries a token against forged forms.
BRIEFLY = "private, max-age=60"


def per_minute() -> int:
    """How many checks one address has in a minute."""
    return int(settings.KSD_CHECKS_PER_MINUTE)


@dataclass(frozen=True)
class Mention:
    """Another text beside this one, with its own public page where it has one."""

    label: str
    title: str
    url: str


@dataclass(frozen=True)
class TextFacts:
    """What everybody may know of a text: kind, subject, institutions, numbers and days. No name of a person."""

    label: str
    title: str
    parties: list[str]
    numbers: list[tuple[str, str]]
    signed_on: date | None
    starts_on: date | None
    last_day: date | None


def shown_party(party: Party) -> str:
    """A party by its institution; a partner who is a person is not named."""
    if party.partner and party.partner.partner_class == PartnerClass.PERSON:
        return _("Mitra perseorangan")
    return party.name


def facts_of_text(text: Naskah) -> TextFacts:
    """The public facts of a text."""
    rows = list(text.signatures.select_related("party__region", "party__partner").order_by("party__order"))
    return TextFacts(
        label=text.rule.label,
        title=text.title,
        parties=[shown_party(row.party) for row in rows],
        numbers=[(shown_party(row.party), row.number) for row in rows if row.number],
        signed_on=text.signed_on,
        starts_on=text.starts_on,
        last_day=text.last_day,
    )


def mentions_of(status: LegalStatus) -> list[Mention]:
    """The texts that changed or replaced this one, each with its own public page where a paper of it was issued."""
    found = []
    for relation in status.relations:
        issued = IssuedFile.objects.of_record().filter(naskah=relation.text).first()
        url = issued.get_absolute_url() if issued else ""
        found.append(Mention(relation.label, f"{relation.text.rule.label}: {relation.text.title}", url))
    return found


def newer_than(issued: IssuedFile) -> IssuedFile | None:
    """The paper of record of the same text, when this one carries an older or unfinished wording."""
    if issued.naskah_id is None:
        return None
    newest = IssuedFile.objects.of_record().filter(naskah=issued.naskah_id).first()
    outdated = issued.kind == IssuedKind.DRAFT or (newest and newest.version_id != issued.version_id)
    return newest if outdated and newest and newest.pk != issued.pk else None


def page_context(issued: IssuedFile) -> dict[str, Any]:
    """Everything the public page of a paper shows."""
    text = issued.naskah
    status = status_of(text) if text else None
    return {
        "issued": issued,
        "text": facts_of_text(text) if text else None,
        "status": status,
        "mentions": mentions_of(status) if status else [],
        "newer": newer_than(issued),
        "struck": struck_out(issued),
        "is_draft": issued.kind == IssuedKind.DRAFT,
    }


@require_safe
@limited("terbitan", per_minute)
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The live standing of the paper with this token; works without sign-in."""
    issued = IssuedFile.objects.ready().select_related("naskah__case", "naskah__parent", "version")
    found = issued.filter(token=token).first()
    if found is None:
        response = render(request, "agreements/issued/unknown.html", {"code": CodeForm()}, status=404)
        return unlisted(response)
    response = unlisted(render(request, "agreements/issued/page.html", page_context(found)))
    response["Cache-Control"] = BRIEFLY
    return response


@require_http_methods(["GET", "POST"])
@limited("periksa", per_minute)
def check(request: HttpRequest) -> HttpResponse:
    """Check a paper by its code or its file; the file is read and forgotten."""
    if request.method == "POST" and "berkas" in request.FILES:
        return unlisted(_checked_file(request))
    if request.method == "POST":
        return unlisted(_checked_code(request))
    return unlisted(_forms(request))


def _checked_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _forms(request, code=form, status=422)
    issued = find_code(form.cleaned_data["kode"])
    if issued is None:
        form.add_error(
            "kode",
            _(
                "Kode ini ditulis benar, tetapi tidak ada berkas terbitan dengan kode ini. Jangan anggap kertasnya asli."
            ),
        )
        return _forms(request, code=form, status=404)
    return redirect(issued)


def _checked_file(request: HttpRequest) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _forms(request, file=form, status=422)
    verdict = check_file(form.cleaned_data["berkas"])
    context = {"verdict": verdict, "report": verdict.report or PdfReport()}
    context |= page_context(verdict.issued) if verdict.issued else {"issued": None}
    return render(request, "agreements/issued/verdict.html", context)


def _forms(
    request: HttpRequest, *, code: CodeForm | None = None, file: FileForm | None = None, status: int = 200
) -> HttpResponse:
    context = {"code": code or CodeForm(), "file": file or FileForm()}
    return render(request, "agreements/issued/check.html", context, status=status)
