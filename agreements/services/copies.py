"""The register of copies: filled from the law's numbers when a text is signed, then every paper is followed (F39)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import CopyAct, CopyForm, CopyState, NaskahState
from agreements.law.schema import CopyRule
from agreements.models import Copy, CopyMove, Naskah, Party
from agreements.services.acting import Acting
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import acting_for_text, lock_naskah, require_state
from agreements.services.terms import office_setting
from agreements.workflow import copy_arrows_from
from ksd.accounts.models import User
from ksd.core import clock, files
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date

MANAGE = "agreements.manage"
KIND = "pindaian-eksemplar"
# A kind of text for which the law read names no numbers: an original for each party, as practice.
PRACTICE = (CopyRule("asli_pihak", "asli", "each_party", "Asli untuk setiap pihak", internal=True),)


@dataclass(frozen=True)
class Move:
    """What happened to a copy, as somebody typed it."""

    act: str
    on: date
    holder: str = ""
    shelf: str = ""
    due_on: date | None = None
    note: str = ""


def fill_register(naskah: Naskah) -> None:
    """Write the copies there must be, once: the law's numbers, and further originals the parties made.

    Of an old paper only an original for each party is presumed; under which numbers it was made is not known.
    """
    if Copy.objects.filter(naskah=naskah).exists():
        return
    count = dict.fromkeys(CopyForm.values, 0)
    for rule in _rules(naskah):
        for party in _parties_of(naskah, rule):
            count[rule.form] += 1
            _write(
                naskah, party, rule.form, count[rule.form],
                purpose=rule.label, article=rule.article, holder=_holder(naskah, party, rule),
            )  # fmt: skip
    own = naskah.case.initiator
    for number in range(count[CopyForm.ORIGINAL] + 1, naskah.originals + 1):
        _write(naskah, own, CopyForm.ORIGINAL, number, purpose="Asli tambahan", holder=own.short_name)


def _write(
    naskah: Naskah, party: Party, form: str, number: int, *, purpose: str, holder: str, article: str = ""
) -> None:
    Copy.objects.create(
        naskah=naskah,
        party=party,
        form=form,
        number=number,
        purpose=purpose[:120],
        article=article[:200],
        holder=holder[:200],
    )


def _parties_of(naskah: Naskah, rule: CopyRule) -> list[Party]:
    """Who signed it, though a successor acts by now; its partners; or the region that runs the case."""
    own = naskah.case.initiator
    if rule.holder not in ("each_party", "partners"):
        return [own]
    rows = naskah.signatures.select_related("party__region", "party__partner").order_by("party__order")
    signed = [row.party for row in rows]
    return [party for party in signed if rule.holder == "each_party" or party.pk != own.pk]


def _rules(naskah: Naskah) -> Sequence[CopyRule]:
    return PRACTICE if naskah.from_archive else naskah.rule.copies or PRACTICE


def _holder(naskah: Naskah, party: Party, rule: CopyRule) -> str:
    """Who should hold it: the office's own answer where the regulation contradicts itself (Pasal 16 and 10, 14)."""
    if rule.holder == "ministry":
        return "Kementerian Dalam Negeri"
    if party.region is None:
        return party.short_name
    secretariat = f"Sekretariat TKKSD {party.short_name}"
    if rule.holder == "secretariat" or office_setting(naskah.case, "pemegang_asli") == "tkksd":
        return secretariat
    row = naskah.signatures.filter(party=party).select_related("office").first()
    return f"{row.office} {party.short_name}" if row and row.office else party.short_name


@transaction.atomic
def open_register(*, actor: User, naskah: Naskah, party: Party) -> None:
    """Begin the register of a text that was signed before there was one. Raises ImpossibleStep when it is there."""
    naskah = lock_naskah(naskah)
    acting = acting_for_text(actor, naskah, party, MANAGE)
    require_state(naskah, NaskahState.SIGNED)
    if naskah.copies.exists():
        raise ImpossibleStep(
            _("Register eksemplar naskah ini sudah dibuka."), remedy=_("Catat setiap eksemplar di bawah.")
        )
    fill_register(naskah)
    _tell(actor, naskah, acting, "buka", f"Register eksemplar {naskah.rule.label} dibuka", on=clock.today())


def require_copy(actor: User, copy: Copy) -> Acting:
    """The right to record what happens to a copy. Raises NotAllowed."""
    return acting_for_text(actor, copy.naskah, copy.party, MANAGE)


def require_move(actor: User, copy: Copy, act: str) -> Acting:
    """The right to record this now. Raises NotAllowed, then ImpossibleStep."""
    acting = require_copy(actor, copy)
    _target(copy, act)
    return acting


@transaction.atomic
def move_copy(*, actor: User, copy: Copy, move: Move, upload: "UploadedFile[Any] | None" = None) -> CopyMove:
    """Record what happened to a copy. Raises NotAllowed, ImpossibleStep or DomainError for an impossible day."""
    naskah = lock_naskah(copy.naskah)
    copy = Copy.objects.select_for_update().get(pk=copy.pk)
    copy.naskah = naskah
    acting = require_copy(actor, copy)
    target = _target(copy, move.act)
    _check_move(copy, move)
    source, holder = copy.holder, move.holder.strip() or copy.holder
    copy.state, copy.holder, copy.shelf = target, holder, move.shelf.strip()
    copy.received_on = copy.received_on or move.on
    if upload is not None:
        copy.scan = files.store_upload(upload=upload, actor=actor, kind=KIND, accept=files.PDF_ONLY)
    copy.save()
    row = _write_move(actor, acting, copy, move, source)
    label = f"{copy} {naskah.rule.label}: {CopyAct(move.act).label.lower()} ({holder})"
    _tell(actor, naskah, acting, move.act, label, on=move.on, loud=target == CopyState.LOST, note=move.note)
    return row


def _write_move(actor: User, acting: Acting, copy: Copy, move: Move, source: str) -> CopyMove:
    return CopyMove.objects.create(
        copy=copy,
        act=move.act,
        on=move.on,
        source=source,
        target=copy.holder,
        shelf=copy.shelf,
        due_on=move.due_on if move.act == CopyAct.LEND else None,
        note=move.note.strip(),
        actor=actor,
        actor_name=actor.get_full_name(),
        role=acting.role[:150],
    )


def _target(copy: Copy, act: str) -> str:
    for arrow in copy_arrows_from(copy.state):
        if arrow.code == act:
            return arrow.target
    raise ImpossibleStep(
        _("“%(act)s” tidak dapat dicatat: eksemplar kini “%(state)s”.")
        % {"act": CopyAct(act).label, "state": copy.get_state_display()},
        remedy=_("Muat ulang halaman eksemplar, lalu pilih peristiwa yang tersedia."),
    )


def _check_move(copy: Copy, move: Move) -> None:
    if move.on > clock.today():
        raise DomainError(_("Tanggal peristiwa tidak boleh di masa depan."), remedy=_("Periksa tanggalnya."))
    last = copy.moves.order_by("-on").values_list("on", flat=True).first()
    before = last or _first_signature(copy.naskah)
    if before and move.on < before:
        raise DomainError(
            _("Tanggal %(day)s mendahului peristiwa sebelumnya pada %(before)s.")
            % {"day": long_date(move.on), "before": long_date(before)},
            remedy=_("Periksa tanggalnya."),
        )
    if move.act == CopyAct.LEND and not move.holder.strip():
        raise DomainError(_("Peminjam belum diisi."), remedy=_("Tuliskan nama atau unit peminjam."))
    if move.act == CopyAct.LEND and move.due_on and move.due_on < move.on:
        raise DomainError(
            _("Tanggal kembali tidak boleh sebelum tanggal dipinjam."), remedy=_("Periksa tanggalnya.")
        )
    if move.act == CopyAct.LOSE and not move.note.strip():
        raise DomainError(
            _("Kehilangan dicatat dengan keterangannya."), remedy=_("Tuliskan apa yang terjadi.")
        )


def _first_signature(naskah: Naskah) -> date | None:
    days = naskah.signatures.filter(signed_on__isnull=False).order_by("signed_on")
    return days.values_list("signed_on", flat=True).first()


def _tell(
    actor: User,
    naskah: Naskah,
    acting: Acting,
    what: str,
    label: str,
    *,
    on: date,
    loud: bool = False,
    note: str = "",
) -> None:
    """Write the history row; only a loss is told to everybody, the rest can be read."""
    event = write_event(
        actor=actor,
        case=naskah.case,
        acting=acting,
        arrow=f"eksemplar.{what}",
        label=label,
        source=naskah.state,
        target=naskah.state,
        on=on,
        reason=note.strip(),
        naskah=naskah,
    )
    if loud:
        tell_parties(case=naskah.case, event=event, link=naskah.get_absolute_url())
