"""Changing a signed text: an addendum beside it, never a new wording of the old one (Permendagri 22/2020 Pasal 15)."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import LifeState, NaskahState
from agreements.documents.consolidated import PresentPasal, consolidated
from agreements.law.schema import NaskahKind
from agreements.models import Addendum, CaseDocument, Naskah, NaskahVersion
from agreements.naskah.changes import ADD, LAST, REMOVE, REPLACE, code_of
from agreements.naskah.structure import Ayat, Body, Pasal, from_json
from agreements.services.acting import Acting
from agreements.services.dprd_again import ask_dprd_again
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import (
    create_naskah,
    lock_naskah,
    newest_version,
    require_drafter,
    require_state,
    save_version,
)
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep

REASON = "dasar_perubahan"
LAST_WORDS = "ketentuan_tetap"
PROPOSAL = "usul_perubahan"


def amending_rule(text: Naskah) -> NaskahKind | None:
    """The kind of text that changes this one, where the pack has it."""
    return next((rule for rule in text.case.pack.naskah if text.kind in rule.amends), None)


def open_addendum(text: Naskah) -> Naskah | None:
    """The addendum to this text that is not signed yet."""
    return text.children.open().select_related("case").filter(addendum__isnull=False).first()


def require_amendable(text: Naskah) -> NaskahKind:
    """The kind of addendum this text may have now. Raises ImpossibleStep."""
    rule = amending_rule(text)
    if rule is None or text.life() != LifeState.IN_FORCE or text.case.state not in rule.drafted_in:
        raise ImpossibleStep(
            _("Addendum hanya dapat dibuat untuk naskah yang sedang berlaku dan dilaksanakan."),
            remedy=_("Periksa masa berlaku naskah dan tahap kerja samanya."),
            article=rule.article if rule else "",
        )
    running = open_addendum(text)
    if running is not None:
        raise ImpossibleStep(
            _("Sudah ada addendum yang belum selesai untuk naskah ini."),
            remedy=_("Selesaikan atau batalkan addendum itu dahulu."),
            article=rule.article,
        )
    return rule


@transaction.atomic
def create_addendum(
    *, actor: User, text: Naskah, reason: str, burden: bool, burden_reason: str, place: str = ""
) -> Naskah:
    """Begin an addendum to a text in force, with its lawful reason and the answer about its burden."""
    text = lock_naskah(text)
    acting = require_drafter(actor, text.case)
    rule = require_amendable(text)
    _require_reasons(rule, reason, burden_reason)
    naskah = create_naskah(
        actor=actor,
        case=text.case,
        kind=rule.code,
        title=text.title,
        years=text.years,
        place=place,
        amended=text,
    )
    Addendum.objects.create(
        naskah=naskah, reason=reason.strip(), burden=burden, burden_reason=burden_reason.strip()
    )
    _write_reason(actor, naskah, reason.strip())
    _keep_proposal(actor, naskah, acting)
    if burden:
        ask_dprd_again(actor=actor, case=text.case, cause=naskah, acting=acting)
    _tell(actor, text, naskah, acting)
    return naskah


def _tell(actor: User, text: Naskah, naskah: Naskah, acting: Acting) -> None:
    event = write_event(
        actor=actor,
        case=text.case,
        acting=acting,
        arrow="addendum",
        label=f"Addendum atas {text.rule.label} mulai disusun",
        article=naskah.rule.article,
        reason=naskah.addendum.reason,
        naskah=naskah,
    )
    tell_parties(case=text.case, event=event, link=naskah.get_absolute_url())


def _require_reasons(rule: NaskahKind, *reasons: str) -> None:
    if not all(reason.strip() for reason in reasons):
        raise DomainError(
            _("Alasan perubahan dan alasan jawaban tentang beban wajib diisi."),
            remedy=_("Lengkapi kedua alasan."),
            article=rule.article,
        )


def _write_reason(actor: User, naskah: Naskah, reason: str) -> None:
    """Put the reason behind the library's sentence, where the parties approve it with the rest."""
    newest = newest_version(naskah)
    body = from_json(newest.body)
    sentence = Ayat(f"Perubahan dilakukan dengan alasan: {reason.rstrip('. ')}.")
    rows = tuple(
        replace(row, ayat=(*row.ayat, sentence)) if row.clause == REASON else row for row in body.pasal
    )
    save_version(
        actor=actor,
        naskah=naskah,
        body=replace(body, pasal=rows),
        seen_number=newest.number,
        note="Alasan perubahan dituliskan",
    )


def _keep_proposal(actor: User, naskah: Naskah, acting: Acting) -> None:
    """Keep the paper of an addendum request, where the pack asks for one."""
    case, told = naskah.case, naskah.addendum
    request = case.pack.request("addendum")
    if request is None or PROPOSAL not in request.documents or naskah.parent is None:
        return
    current = CaseDocument.objects.current().filter(case=case, kind=PROPOSAL).first()
    if current is not None:
        current.is_current = False
        current.save(update_fields=["is_current"])
    answer = "Ya" if told.burden else "Tidak"
    CaseDocument.objects.create(
        case=case,
        kind=PROPOSAL,
        fields={
            "naskah_diubah": str(naskah.parent),
            "alasan_perubahan": told.reason,
            "menambah_beban": f"{answer}. {told.burden_reason}",
        },
        revision=(current.revision if current else 0) + 1,
        party=acting.subject,
        recorded_by=actor,
    )


def present_pasal(naskah: Naskah) -> tuple[PresentPasal, ...]:
    """The Pasal of the text an addendum changes, as they read today."""
    return consolidated(naskah.parent, clock.today()).pasal if naskah.parent else ()


@transaction.atomic
def add_change(
    *, actor: User, naskah: Naskah, what: str, clause: str, title: str, seen_number: int
) -> tuple[NaskahVersion, str]:
    """Put a change of one Pasal into an addendum; a changed Pasal begins with its present words."""
    naskah = lock_naskah(naskah)
    require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    body = from_json(newest_version(naskah).body)
    pasal = _change(naskah, body, what, clause, title)
    rows = [*body.pasal]
    codes = [row.clause for row in rows]
    rows.insert(codes.index(LAST_WORDS) if LAST_WORDS in codes else len(rows), pasal)
    version = save_version(
        actor=actor,
        naskah=naskah,
        body=replace(body, pasal=tuple(rows)),
        seen_number=seen_number,
        note=f"Perubahan ditambahkan: {pasal.title}"[:250],
    )
    return version, pasal.clause


def _change(naskah: Naskah, body: Body, what: str, clause: str, title: str) -> Pasal:
    target = next((row for row in present_pasal(naskah) if row.clause == clause), None)
    taken = {row.clause for row in body.pasal}
    if what == ADD:
        return _new(target, title, code_of(ADD, clause if target else LAST, taken))
    if what not in (REPLACE, REMOVE) or target is None or target.removed:
        raise DomainError(_("Pasal yang diubah tidak dikenal."), remedy=_("Pilih dari daftar."))
    if {code_of(REPLACE, clause, ()), code_of(REMOVE, clause, ())} & taken:
        raise DomainError(
            _("Addendum ini sudah mengubah %s.") % target.now.printed.heading,
            remedy=_("Sunting perubahan yang sudah ada."),
        )
    name = f"{target.now.printed.heading.upper()} {target.now.printed.title}"
    if what == REMOVE:
        return Pasal(code_of(REMOVE, clause, ()), f"{name} DIHAPUS", (Ayat(f"Ketentuan {name} dihapus."),))
    words = tuple(Ayat(row.text, tuple(item.text for item in row.huruf)) for row in target.now.printed.ayat)
    return Pasal(code_of(REPLACE, clause, ()), f"{name} DIUBAH SEHINGGA BERBUNYI SEBAGAI BERIKUT", words)


def _new(target: PresentPasal | None, title: str, code: str) -> Pasal:
    if not title.strip():
        raise DomainError(_("Judul pasal baru belum diisi."), remedy=_("Tulis judulnya, misalnya SANKSI."))
    place = f"SESUDAH {target.now.printed.heading.upper()}" if target else "PADA AKHIR NASKAH"
    return Pasal(code, f"PASAL BARU {place}: {title.strip().upper()}", (Ayat(""),))


def told_of(naskah: Naskah) -> Addendum | None:
    """The reason and burden of an addendum; None for any other text."""
    return Addendum.objects.filter(naskah=naskah).first()
