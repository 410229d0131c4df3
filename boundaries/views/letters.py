"""Letters of the province about a segment: invitation, handing over, receipt."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.letters import hand_out
from boundaries.choices import ChainLetterKind
from boundaries.forms.minutes import NumberForm
from boundaries.forms.terms import LetterForm
from boundaries.models import ChainLetter, Segment
from boundaries.services.chain import PAPERS, issue_letter, letter_of, write_letter
from boundaries.views.penegasan import SHOW, ask, of
from boundaries.views.shared import frame, managed, segment_of
from ksd.accounts.pages import person
from ksd.core.errors import ImpossibleStep


def _letter(segment: Segment, pk: int) -> ChainLetter:
    row = get_object_or_404(segment.chain_letters.select_related("keeper", "round", "written_by"), pk=pk)
    row.segment = segment
    return row


@login_required
@require_safe
def letter(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One letter: what it says and its number."""
    segment = segment_of(request, slug)
    row = _letter(segment, pk)
    context = frame(request, segment, "terms_of", str(row)) | {
        "letter": row,
        "facts": _facts(row),
    }
    return render(request, "boundaries/letters/page.html", context)


def _facts(row: ChainLetter) -> list[tuple[Any, Any, str]]:
    """What was filled in; what stayed empty is written the usual way."""
    words = LetterForm(segment=row.segment, kind=row.kind).fields
    given = [(field.label, row.data.get(name, ""), "") for name, field in words.items() if name in row.data]
    plain = [pair for pair in given if isinstance(pair[1], str) and pair[1]]
    return [(_("Perihal"), letter_of(row).subject, ""), (_("Nomor"), row.number, ""), *plain]


@login_required
@require_http_methods(SHOW)
def letter_new(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Begin a letter."""
    segment = managed(request, slug)
    if kind not in PAPERS:
        raise Http404(_("Jenis surat itu tidak dikenal."))
    form = LetterForm(request.POST or None, segment=segment, kind=kind)

    def act(_kept: dict[str, Any]) -> str:
        kept = form.facts()
        kept.pop("seen")
        row = write_letter(actor=person(request), segment=segment, kind=kind, **kept)
        return of(segment, "letter", row.pk)

    return ask(
        request, form, act, back=of(segment, "terms_of"), title=str(ChainLetterKind(kind).label),
        subject=segment, done=_("Draf surat disimpan."),
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def letter_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a letter that bears no number yet."""
    segment = managed(request, slug)
    row = _letter(segment, pk)
    form = LetterForm(request.POST or None, segment=segment, kind=row.kind, letter=row)

    def act(_kept: dict[str, Any]) -> None:
        write_letter(actor=person(request), segment=segment, kind=row.kind, letter=row, **form.facts())

    back = of(segment, "letter", row.pk)
    return ask(
        request, form, act, back=back, title=_("Ubah surat"), subject=row, done=_("Draf surat disimpan."),
        way=[(str(segment), of(segment, "terms_of")), (str(row), back)],
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def letter_issue(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Number a letter; its words stand from then on."""
    segment = managed(request, slug)
    row = _letter(segment, pk)
    if request.method != "POST" and row.number:
        raise ImpossibleStep(_("Surat ini sudah bernomor %s.") % row.number)
    form = NumberForm(
        request.POST or None, keeper=row.keeper, kind=PAPERS[row.kind], initial={"seen": row.revision}
    )

    def act(kept: dict[str, Any]) -> None:
        issue_letter(
            actor=person(request), letter=row, typed=kept.get("typed", ""), again=bool(kept.get("again")),
            seen=kept["seen"],
        )  # fmt: skip

    back = of(segment, "letter", row.pk)
    return ask(
        request, form, act, back=back, title=_("Beri nomor"), subject=row, done=_("Surat bernomor."),
        way=[(str(segment), of(segment, "terms_of")), (str(row), back)],
        hints=[_("Nomor berikutnya dari buku nomor: %s.") % form.sample] if form.sample else [],
    )  # fmt: skip


@login_required
@require_POST
def letter_print(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The letter as PDF or DOCX."""
    row = _letter(segment_of(request, slug), pk)
    return hand_out(request, letter_of(row), str(row))
