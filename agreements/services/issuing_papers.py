"""Issuing a paper of a case: its number, its day and its words are kept together, once and for good."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.letters import to_json
from agreements.models import Case, IssuedNumber, Naskah, Recommendation
from agreements.services.acting import not_yours
from agreements.services.acts import lock_case
from agreements.services.case_papers import CasePaper, letter_of, paper_of
from agreements.services.history import write_event
from agreements.services.numbering import addressee_line, register_number, take_number
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep


@dataclass(frozen=True)
class Issue:
    """What a writer says when a paper goes out: its day, the fields it asks for, a number from elsewhere."""

    dated: date
    asked: Mapping[str, str] = field(default_factory=dict)
    typed: str = ""
    again: bool = False


@transaction.atomic
def issue_paper(*, actor: User, case: Case, code: str, row: int, issue: Issue) -> IssuedNumber:
    """Give a paper its number and keep its words; both or neither.

    Raises ImpossibleStep for a paper that is not of this step or bears a number already, NotAllowed, DomainError.
    """
    case = lock_case(case)
    paper = paper_of(case, actor, code, row)
    if paper is None:
        raise ImpossibleStep(
            _("Surat ini tidak diperlukan pada tahap “%s”.") % case.state_label,
            remedy=_("Muat ulang halaman surat kerja sama ini."),
        )
    if paper.acting is None or not paper.draft.numbered:
        raise not_yours(paper.sender.full_name)
    _check_asked(paper, issue)
    _check_once(case, paper)
    given = take_number(region=paper.sender, kind=code, on=issue.dated, typed=issue.typed, again=issue.again)
    letter, version = letter_of(case, paper, asked=issue.asked, number=given.number, on=issue.dated)
    issued = register_number(
        actor=actor, region=paper.sender, kind=code, given=given, dated=issue.dated, case=case, row=row,
        party=paper.acting.party, naskah=text_of(paper), document=paper.draft.document, template=version,
        words=to_json(letter), subject=letter.subject[:400], addressee=addressee_line(letter),
    )  # fmt: skip
    write_event(
        actor=actor, case=case, acting=paper.acting, arrow="terbit_surat", on=issue.dated,
        label=f"{paper.draft.label} diterbitkan dengan Nomor {given.number}", article=paper.draft.article,
        naskah=text_of(paper),
    )  # fmt: skip
    return issued


def issued_of(case: Case, paper: CasePaper) -> list[IssuedNumber]:
    """The numbers this paper was given, newest first, the cancelled ones among them."""
    code, row = paper.key
    rows = IssuedNumber.objects.filter(case=case, kind=code, row=row, region=paper.sender)
    return list(rows.order_by("-pk"))


def issued_letter_of(case: Case, user: User, document: str) -> tuple[str, date | None]:
    """Number and day this person's side gave a document here last, as its form begins with."""
    rows = IssuedNumber.objects.visible_to(user).valid().filter(case=case, document=document, naskah=None)
    last = rows.order_by("-pk").first()
    return (last.number, last.dated) if last else ("", None)


def is_many(case: Case, paper: CasePaper) -> bool:
    """Whether such a paper may go out more than once."""
    document = paper.draft.document
    if paper.draft.of in ("dprd", "recommendation"):
        return False
    return not document or (case.pack.document(document).many and paper.row is None)


def text_of(paper: CasePaper) -> Naskah | None:
    """The text a paper speaks of."""
    if isinstance(paper.row, Recommendation):
        return paper.row.naskah
    return paper.row if isinstance(paper.row, Naskah) else None


def _check_once(case: Case, paper: CasePaper) -> None:
    standing = [row for row in issued_of(case, paper) if row.is_valid]
    if standing and not is_many(case, paper):
        raise ImpossibleStep(
            _("%(label)s sudah bernomor %(number)s.")
            % {"label": paper.draft.label, "number": standing[0].number},
            remedy=_("Bila suratnya keliru, batalkan nomor itu dahulu; nomor batal tetap tercatat."),
        )


def _check_asked(paper: CasePaper, issue: Issue) -> None:
    lacks = [label for code, label in paper.draft.asks if not issue.asked.get(code, "").strip()]
    if lacks:
        raise DomainError(
            _("Lengkapi isian surat: %s.") % "; ".join(lacks), remedy=_("Surat bernomor tidak boleh berlubang."),
            status=422,
        )  # fmt: skip
