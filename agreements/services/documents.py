"""Papers of a case: each change is a new revision, older ones stay."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.law.schema import Arrow, DocumentKind
from agreements.models import Case, CaseDocument, Naskah
from agreements.services.acting import Acting, acting_on, not_yours
from agreements.services.acts import lock_case, open_arrows
from agreements.services.dates import check_letter_day
from agreements.services.needs import uses_code
from ksd.accounts.models import User
from ksd.core import files
from ksd.core.errors import ImpossibleStep, StaleForm
from ksd.core.models import StoredFile
from ksd.core.words import long_date


def asked_by(case: Case, arrow: Arrow) -> tuple[str, ...]:
    """Every paper an act uses: required, optional, and its proof."""
    codes = (*arrow.documents, *arrow.optional, *((arrow.proof,) if arrow.proof else ()))
    return tuple(code for code in dict.fromkeys(codes) if uses_code(case, code))


def documents_in_hand(case: Case, actor: User) -> dict[str, Acting]:
    """The papers this person may write now: those an act asks for that this person may take now."""
    may_write: dict[str, Acting] = {}
    for arrow in open_arrows(case):
        acting = acting_on(actor, case, arrow)
        if acting is not None:
            for code in asked_by(case, arrow):
                may_write.setdefault(code, acting)
    return may_write


@transaction.atomic
def save_document(
    *,
    actor: User,
    case: Case,
    kind: str,
    fields: Mapping[str, str],
    number: str = "",
    dated: date | None = None,
    upload: "UploadedFile[Any] | None" = None,
    seen_revision: int = 0,
) -> CaseDocument:
    """Save a paper as its next revision; `seen_revision` is the one the writer had before their eyes.

    Raises StaleForm when another revision came in between, NotAllowed or ImpossibleStep otherwise.
    """
    case = lock_case(case)
    rule = _rule_here(case, kind)
    acting = documents_in_hand(case, actor).get(kind)
    if acting is None:
        raise not_yours(", ".join(party.short_name for party in case.parties.all()))
    current = CaseDocument.objects.current().filter(case=case, kind=kind).first()
    _check_unchanged(current, seen_revision)
    if dated:
        check_letter_day(case, kind, dated)
    stored = _store(actor, rule, upload) or _kept_file(rule, current)
    if current is not None:
        current.is_current = False
        current.save(update_fields=["is_current"])
    return CaseDocument.objects.create(
        case=case,
        kind=kind,
        number=number.strip(),
        dated=dated,
        fields=_known_fields(rule, fields),
        file=stored,
        revision=(current.revision if current else 0) + 1,
        party=acting.subject,
        recorded_by=actor,
    )


def _kept_file(rule: DocumentKind, current: CaseDocument | None) -> StoredFile | None:
    """The file of the revision before; a paper made anew each time (a report) does not inherit the last one's."""
    if current is None or (rule.many and current.events.exists()):
        return None
    return current.file


def known_facts(case: Case) -> dict[str, str]:
    """What the register already knows of the items papers ask for; officers need not type it again."""
    texts = list(case.naskah.exclude(state=NaskahState.CANCELLED).order_by("kind", "order"))
    return {
        "judul": case.title,
        "lokasi": case.location,
        "maksud_tujuan": case.summary,
        "objek": case.title,
        "subjek": "; ".join(party.name for party in case.parties.all()),
        "para_pihak": "; ".join(party.name for party in case.parties.all()),
        "bentuk_naskah": "; ".join(dict.fromkeys(text.rule.label for text in texts)),
        "jangka_waktu": "; ".join(_term_of(text) for text in texts) or f"{case.proposed_years} tahun",
    }


def _term_of(text: Naskah) -> str:
    if text.starts_on and text.ends_on:
        return f"{text.rule.label}: {long_date(text.starts_on)} – {long_date(text.ends_on)}"
    return f"{text.rule.label}: {text.years} tahun"


def _rule_here(case: Case, kind: str) -> DocumentKind:
    asked = {code for arrow in open_arrows(case) for code in asked_by(case, arrow)}
    if kind not in asked:
        raise ImpossibleStep(
            _("Dokumen ini tidak dapat diubah pada tahap “%s”.") % case.state_label,
            remedy=_("Muat ulang halaman kerja sama ini untuk melihat dokumen yang diperlukan sekarang."),
        )
    return case.pack.document(kind)


def _check_unchanged(current: CaseDocument | None, seen_revision: int) -> None:
    newest = current.revision if current else 0
    if newest != seen_revision:
        raise StaleForm(
            _("Dokumen ini sudah diubah oleh %s sesudah Anda membukanya.")
            % (current.recorded_by.get_full_name() if current else _("orang lain")),
            remedy=_("Isian Anda masih ada di bawah. Bandingkan dengan revisi terbaru, lalu simpan lagi."),
        )


def _store(actor: User, rule: DocumentKind, upload: "UploadedFile[Any] | None") -> StoredFile | None:
    if upload is None:
        return None
    return files.store_upload(upload=upload, actor=actor, kind=f"dokumen-{rule.code}", accept=files.DOCUMENTS)


def _known_fields(rule: DocumentKind, fields: Mapping[str, Any]) -> dict[str, str]:
    return {item.code: str(fields.get(item.code, "")).strip() for item in rule.fields}
