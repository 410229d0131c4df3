"""Changes to the parts of a text: every one is saved as the next version."""

from dataclasses import replace

from django.utils.translation import gettext as _

from agreements.documents.gather import case_facts, clause_texts
from agreements.law.schema import ClauseRule
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.assemble import each_party
from agreements.naskah.conditions import fitting
from agreements.naskah.library import ClauseText
from agreements.naskah.structure import MAX_PASAL, Annex, Body, Pasal, from_json
from agreements.services.naskah import newest_version, save_version
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep

# Code of a pasal that stands in no library: pasal_tambahan_1, pasal_tambahan_2 …
OWN_CODE = "pasal_tambahan"


def body_of(version: NaskahVersion) -> Body:
    """The parts of a saved version."""
    return from_json(version.body)


def library_for(naskah: Naskah, body: Body) -> list[ClauseText]:
    """Clauses of the library that suit the case and that the text does not hold yet."""
    present = {pasal.clause for pasal in body.pasal}
    suiting = fitting(clause_texts(naskah.case, naskah.kind), case_facts(naskah.case))
    return [text for text in suiting if text.code not in present]


def requirement(naskah: Naskah, clause: str) -> ClauseRule | None:
    """The rule that makes a clause obligatory for this kind of text, or None."""
    return next(
        (rule for rule in naskah.rule.clauses if rule.code == clause and rule.required and rule.article), None
    )


def add_pasal(
    *, actor: User, naskah: Naskah, clause: str, title: str, after: str, seen_number: int
) -> tuple[NaskahVersion, str]:
    """Put a clause of the library, or an empty pasal with a title, behind another one; gives its code too."""
    body = body_of(newest_version(naskah))
    if len(body.pasal) >= MAX_PASAL:
        raise DomainError(
            _("Satu naskah paling banyak %d pasal.") % MAX_PASAL, remedy=_("Gabungkan beberapa pasal.")
        )
    pasal = _from_library(naskah, body, clause) if clause else _empty(body, title)
    codes = [entry.clause for entry in body.pasal]
    place = codes.index(after) + 1 if after in codes else len(codes)
    grown = replace(body, pasal=(*body.pasal[:place], pasal, *body.pasal[place:]))
    note = _("Pasal %s ditambahkan") % pasal.title
    version = save_version(actor=actor, naskah=naskah, body=grown, seen_number=seen_number, note=note)
    return version, pasal.clause


def _from_library(naskah: Naskah, body: Body, clause: str) -> Pasal:
    text = next((entry for entry in library_for(naskah, body) if entry.code == clause), None)
    if text is None:
        raise DomainError(
            _("Klausul itu sudah ada dalam naskah atau tidak ada dalam pustaka."),
            remedy=_("Pilih klausul lain dari daftar."),
        )
    return Pasal(text.code, text.title, each_party(text.ayat, len(naskah.case.acting_parties)))


def _empty(body: Body, title: str) -> Pasal:
    if not title.strip():
        raise DomainError(_("Judul pasal belum diisi."), remedy=_("Tulis judulnya, misalnya SANKSI."))
    taken = {pasal.clause for pasal in body.pasal}
    number = next(n for n in range(1, MAX_PASAL + 2) if f"{OWN_CODE}_{n}" not in taken)
    return Pasal(f"{OWN_CODE}_{number}", title.strip().upper())


def move_pasal(*, actor: User, naskah: Naskah, clause: str, steps: int, seen_number: int) -> NaskahVersion:
    """Move a pasal up (-1) or down (+1); numbers and references follow by themselves."""
    body = body_of(newest_version(naskah))
    index = _index(body, clause)
    target = max(0, min(len(body.pasal) - 1, index + steps))
    rows = list(body.pasal)
    rows.insert(target, rows.pop(index))
    note = _("Pasal %s dipindahkan") % body.pasal[index].title
    return save_version(
        actor=actor, naskah=naskah, body=replace(body, pasal=tuple(rows)), seen_number=seen_number, note=note
    )


def remove_pasal(*, actor: User, naskah: Naskah, clause: str, seen_number: int) -> NaskahVersion:
    """Take a pasal out, unless the law asks for it (Permendagri 22/2020 Pasal 40 and 41)."""
    body = body_of(newest_version(naskah))
    index = _index(body, clause)
    refuse_removal(naskah, body.pasal[index])
    rows = body.pasal[:index] + body.pasal[index + 1 :]
    note = _("Pasal %s dihapus") % body.pasal[index].title
    return save_version(
        actor=actor, naskah=naskah, body=replace(body, pasal=rows), seen_number=seen_number, note=note
    )


def refuse_removal(naskah: Naskah, pasal: Pasal) -> None:
    """Refuse to go on without a pasal the law asks for. Raises ImpossibleStep."""
    rule = requirement(naskah, pasal.clause)
    if rule is not None:
        raise kept_by(rule, naskah, f"Pasal {pasal.title}", _("Ubah isinya, atau pindahkan letaknya."))


def kept_by(rule: ClauseRule, naskah: Naskah, part: str, remedy: str) -> ImpossibleStep:
    """The refusal to take out a part that the law wants in the text."""
    return ImpossibleStep(
        _("%(part)s tidak dapat dihapus: %(label)s wajib dimuat dalam %(text)s.")
        % {"part": part, "label": rule.label, "text": naskah.rule.label},
        remedy=remedy,
        article=rule.article or naskah.rule.article,
    )


def _index(body: Body, clause: str) -> int:
    for index, pasal in enumerate(body.pasal):
        if pasal.clause == clause:
            return index
    raise ImpossibleStep(
        _("Pasal itu tidak ada lagi dalam versi terbaru."), remedy=_("Muat ulang halaman sunting naskah.")
    )


def add_annex(*, actor: User, naskah: Naskah, title: str, seen_number: int) -> NaskahVersion:
    """Put a new lampiran at the end."""
    body = body_of(newest_version(naskah))
    grown = replace(body, annexes=(*body.annexes, Annex(title.strip())))
    note = _("Lampiran %s ditambahkan") % title.strip()
    return save_version(actor=actor, naskah=naskah, body=grown, seen_number=seen_number, note=note)


def remove_annex(*, actor: User, naskah: Naskah, number: int, seen_number: int) -> NaskahVersion:
    """Take a lampiran out; references to it are found by the law check."""
    body = body_of(newest_version(naskah))
    if not 1 <= number <= len(body.annexes):
        raise ImpossibleStep(
            _("Lampiran itu tidak ada lagi dalam versi terbaru."),
            remedy=_("Muat ulang halaman sunting naskah."),
        )
    rows = tuple(annex for place, annex in enumerate(body.annexes, start=1) if place != number)
    note = _("Lampiran %s dihapus") % body.annexes[number - 1].title
    return save_version(
        actor=actor, naskah=naskah, body=replace(body, annexes=rows), seen_number=seen_number, note=note
    )
