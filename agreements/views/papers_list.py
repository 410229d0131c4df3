"""The papers of a case as one reader may see them, and those they may write now."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from agreements.law.loading import document_rule
from agreements.law.schema import DocumentKind
from agreements.models import Case, CaseDocument
from agreements.services.acts import open_arrows
from agreements.services.documents import documents_in_hand
from agreements.services.precheck import document_findings, needed_documents
from ksd.accounts.models import User


@dataclass(frozen=True)
class PaperLine:
    """One kind of paper: what there is of it, what it lacks, whether this person may write it now."""

    rule: DocumentKind
    current: CaseDocument | None
    url: str
    may_write: bool
    lacking: int
    required: bool

    @property
    def standing(self) -> tuple[str, str]:
        """Word and tone of its badge."""
        if self.current is None:
            return ("missing", "warning" if self.required else "secondary")
        return ("unfinished", "warning") if self.lacking else ("complete", "success")


def asked_for_now(case: Case) -> tuple[str, ...]:
    """The papers that an act of the present state cannot do without; ending a case is no reason to press for any."""
    arrows = [arrow for arrow in open_arrows(case) if arrow.tone != "danger"]
    return tuple(code for arrow in arrows for code in needed_documents(case, arrow))


def _rules(case: Case, present: Iterable[str]) -> list[DocumentKind]:
    """The papers of this kind of cooperation in the order of the pack, then those of a kind the case had before."""
    own = case.pack.documents_for(case.kind)
    codes = {rule.code for rule in own}
    return [*own, *(document_rule(case.pack, code) for code in present if code not in codes)]


def paper_lines(
    case: Case, user: User, kinds: tuple[str, ...] | None = None, required: tuple[str, ...] = ()
) -> list[PaperLine]:
    """Papers this person may read or write, in the order of the pack; only those of `kinds` when given."""
    papers = CaseDocument.objects.readable_by(user, case).current().select_related("file", "recorded_by")
    present = {paper.kind: paper for paper in papers}
    writable = documents_in_hand(case, user)
    return [
        PaperLine(
            rule=rule,
            current=present.get(rule.code),
            url=reverse("agreements:paper", args=[case.public_id, rule.code]),
            may_write=rule.code in writable,
            lacking=len(document_findings(case, rule))
            if rule.code in writable and rule.code in present
            else 0,
            required=rule.code in required,
        )
        for rule in _rules(case, present)
        if (rule.code in present or rule.code in writable) and (kinds is None or rule.code in kinds)
    ]
