"""Signatures: who signs for a party, by what authority, when; the last one puts the text in force by date."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import Authority, NaskahState, SigningMode
from agreements.models import CaseEvent, Naskah, NaskahParty, Party
from agreements.naskah.names import strip_titles
from agreements.services.authority import require_authority
from agreements.services.copies import fill_register
from agreements.services.freezing import follow_text
from agreements.services.naskah import acting_for_text, lock_naskah, require_state
from agreements.services.naskah_life import Step, begin_act, finish_act, tell_case
from agreements.services.signed_pdf import store_signed_pdf
from agreements.services.signing_terms import meet_signing_term
from agreements.services.terms import start_end_reminder
from agreements.services.text_numbers import number_for_text
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.calendar import add_months
from regions.models import Office, Official, Region

SIGN = "agreements.sign"
DRAFT = "agreements.draft"
# Its day is that of the last DPRD which approved.
DPRD_CLEARED = "dprd.cleared"
MOST_MONTHS_AHEAD = 60
# Grounds on which somebody signs for a party that is no region.
OF_PARTNERS = (Authority.DEED, Authority.MANDATE)


@dataclass(frozen=True)
class Signer:
    """Who signs for a party and on what ground."""

    name: str
    title: str
    authority: str
    office: Office | None = None
    official: Official | None = None
    kuasa_number: str = ""
    kuasa_date: date | None = None


@transaction.atomic
def set_signer(*, actor: User, naskah: Naskah, party: Party, signer: Signer) -> NaskahParty:
    """Name the person who will sign for a party; until that party has signed."""
    naskah = lock_naskah(naskah)
    acting_for_text(actor, naskah, party, DRAFT)
    require_state(naskah, *NaskahState.open())
    row = naskah.signatures.select_for_update().get(party=party)
    if row.signed_on:
        raise DomainError(
            _("Pihak ini sudah menandatangani."), remedy=_("Data penanda tangan tidak berubah lagi.")
        )
    _check_authority(naskah, row.party, signer)
    _check_locked(naskah, row, signer)
    _write_signer(row, signer)
    row.save()
    follow_text(naskah, naskah.state)
    return row


def _check_locked(naskah: Naskah, row: NaskahParty, signer: Signer) -> None:
    """Once shared, only the surat kuasa may still be filled in: who signs is part of what parties approve."""
    person = (row.signer_name, row.signer_title, row.authority, row.office_id)
    wanted = (signer.name.strip(), signer.title.strip(), signer.authority, signer.office and signer.office.pk)
    if naskah.state != NaskahState.DRAFTED and person != wanted:
        raise ImpossibleStep(
            _("Penanda tangan tidak dapat diganti sesudah naskah dibagikan."),
            remedy=_("Kembalikan atau buka kembali naskah, ganti penanda tangannya, lalu bagikan lagi."),
            article=naskah.rule.signer_article,
        )


def _write_signer(row: NaskahParty, signer: Signer) -> None:
    row.signer_name, row.signer_title = signer.name.strip(), signer.title.strip()
    row.authority, row.office = signer.authority, signer.office
    row.official = signer.official
    row.kuasa_number, row.kuasa_date = signer.kuasa_number.strip(), signer.kuasa_date


def _check_authority(naskah: Naskah, party: Party, signer: Signer) -> None:
    """Only the head signs a KB; a PKS may be signed by surat kuasa (Permendagri 22/2020 Pasal 10, 14, 33, 36)."""
    rule = naskah.rule
    if (signer.authority in OF_PARTNERS) != (party.partner_id is not None):
        raise DomainError(
            _("Dasar kewenangan “%(ground)s” tidak cocok untuk %(party)s.")
            % {"ground": Authority(signer.authority).label, "party": party.short_name},
            remedy=_("Pilih dasar kewenangan yang sesuai dengan pihak ini."),
            article=rule.signer_article,
        )
    if signer.official is not None and signer.official.region_id != party.region_id:
        raise DomainError(
            _("Pejabat itu bukan pejabat %s.") % party.short_name, remedy=_("Pilih dari daftar.")
        )
    if signer.authority == Authority.KUASA and rule.signer == "kepala_daerah":
        raise DomainError(
            _("%s hanya dapat ditandatangani Kepala Daerah sendiri, tidak dengan surat kuasa.") % rule.label,
            remedy=_("Pilih Kepala Daerah sebagai penanda tangan."),
            article=rule.signer_article,
        )
    if signer.authority == Authority.KUASA:
        _check_given(party, signer)
    if signer.office is not None and signer.office.region_id != party.region_id:
        raise DomainError(
            _("Perangkat daerah itu bukan milik %s.") % party.short_name, remedy=_("Pilih dari daftar.")
        )


def _check_given(party: Party, signer: Signer) -> None:
    """A head of region gives the surat kuasa and does not receive it; it bears a day that has come."""
    head = Official.objects.head_of(party.region, clock.today()) if party.region else None
    if head is not None and head.name.casefold() == strip_titles(signer.name).casefold():
        raise DomainError(
            _("Kepala daerah memberi surat kuasa, bukan menerimanya."),
            remedy=_("Pilih dasar kewenangan “Kepala daerah”, atau isi pejabat penerima kuasa."),
        )
    if signer.kuasa_date and signer.kuasa_date > clock.today():
        raise DomainError(
            _("Tanggal surat kuasa tidak boleh di masa depan."), remedy=_("Periksa tanggal surat kuasanya.")
        )


@transaction.atomic
def record_signature(
    *,
    actor: User,
    naskah: Naskah,
    party: Party,
    number: str,
    signed_on: date,
    mode: str,
    upload: "UploadedFile[Any] | None" = None,
    starts_on: date | None = None,
) -> NaskahParty:
    """Record one party's signature with its own number; the last one makes the text signed.

    Raises DomainError when the day precedes its cause, the authority is missing or the number is taken.
    """
    step = begin_act(actor=actor, naskah=naskah, code="tandatangani", party=party)
    naskah = step.naskah
    row = naskah.signatures.select_for_update().get(party=party)
    if row.signed_on:
        raise DomainError(
            _("Tanda tangan %(party)s sudah dicatat pada %(day)s.")
            % {"party": party.short_name, "day": long_date(row.signed_on)},
            remedy=_("Tidak perlu dicatat dua kali."),
        )
    check_signature(naskah, row, number.strip(), signed_on)
    _follow_pen(naskah, mode)
    row.number, row.signed_on, row.mode = number.strip(), signed_on, mode
    row.recorded_by, row.recorded_at = actor, clock.now()
    if upload is not None:
        row.signed_copy = store_signed_pdf(upload=upload, actor=actor)
    row.full_clean()
    row.save()
    if party.region_id and step.acting.recorded_for is None:
        number_for_text(actor=actor, row=row, on=signed_on, typed=row.number)
    _after_signature(step, row, starts_on)
    return row


def _follow_pen(naskah: Naskah, mode: str) -> None:
    """When the first to sign does so on paper, the text is one on paper, whatever was planned."""
    first = not naskah.signatures.filter(signed_on__isnull=False).exists()
    if naskah.electronic and first and mode != SigningMode.ELECTRONIC:
        naskah.electronic = False


def check_signature(naskah: Naskah, row: NaskahParty, number: str, signed_on: date) -> None:
    """Refuse a signature without number, signer or authority, or on a day before its cause. Raises DomainError."""
    if not number:
        raise DomainError(
            _("Isi nomor naskah dari pihak ini."), remedy=_("Setiap pihak memakai nomornya sendiri.")
        )
    if signed_on > clock.today():
        raise DomainError(
            _("Tanggal tanda tangan tidak boleh di masa depan."), remedy=_("Periksa tanggalnya.")
        )
    cause, label = _cause(naskah)
    if cause and signed_on < cause:
        raise DomainError(
            _("Tanggal tanda tangan %(day)s mendahului %(label)s pada %(cause)s.")
            % {"day": long_date(signed_on), "label": label, "cause": long_date(cause)},
            remedy=_("Periksa kembali tanggalnya."),
        )
    if not (row.signer_name and row.signer_title):
        raise DomainError(
            _("Penanda tangan untuk %s belum diisi.") % row.party.short_name,
            remedy=_("Isi nama dan jabatan penanda tangan lebih dahulu."),
        )
    check_number(naskah, row, number)
    require_authority(naskah, on=signed_on, party=row.party_id)


def check_number(naskah: Naskah, row: NaskahParty, number: str) -> None:
    """Refuse a number that another text of the same region bears. Raises DomainError."""
    region = row.party.region_id
    # Texts of two cases share the region's book of numbers but no lock: its row is the book.
    Region.objects.select_for_update(no_key=True).filter(pk=region or 0).first()
    taken = NaskahParty.objects.filter(number=number, party__region=region).exclude(naskah=naskah)
    if region and number and taken.exists():
        raise DomainError(
            _("Nomor %s sudah dipakai naskah lain dari daerah ini.") % number,
            remedy=_("Periksa buku nomor naskah."),
        )


def _cause(naskah: Naskah) -> tuple[date | None, str]:
    """The day before which nobody can have signed: the parent's signature, or the accepted offer."""
    if naskah.parent and naskah.parent.signed_on:
        return naskah.parent.signed_on, naskah.parent.rule.label
    accepted = max(
        (party.accepted_on for party in naskah.case.parties.all() if party.accepted_on), default=None
    )
    entered = _dated_entry(naskah)
    if entered and (accepted is None or entered.on > accepted):
        return entered.on, _("“%s”") % entered.label
    return accepted, _("penerimaan tawaran")


def _dated_entry(naskah: Naskah) -> CaseEvent | None:
    """The dated act that opened the stage of signing, such as an approval that must come before it."""
    opening = [row for row in naskah.case.pack.arrows if row.target in naskah.rule.signed_in]
    dated = [row.code for row in opening if row.date_label or row.trigger == DPRD_CLEARED]
    entries = naskah.case.events.filter(arrow__in=dated, target__in=naskah.rule.signed_in)
    return entries.exclude(source__in=naskah.rule.signed_in).order_by("-pk").first()


def _check_start(signed_on: date, starts_on: date) -> None:
    """Refuse a first day that is surely mistyped (our own bound, no rule of law)."""
    if starts_on > add_months(signed_on, MOST_MONTHS_AHEAD):
        raise DomainError(
            _("Tanggal mulai berlaku %(day)s lebih dari %(years)d tahun sesudah tanda tangan.")
            % {"day": long_date(starts_on), "years": MOST_MONTHS_AHEAD // 12},
            remedy=_("Periksa tahun yang Anda isi."),
        )


def _end_of(naskah: Naskah, starts_on: date) -> date | None:
    """The last day of a text: so many years after its first, or that of the text an addendum changes."""
    if not naskah.rule.amends or naskah.parent is None:
        return add_months(starts_on, naskah.years * 12) - timedelta(days=1)
    last = naskah.parent.last_day
    if last and starts_on > last:
        raise ImpossibleStep(
            _("%(text)s sudah berakhir %(day)s; addendum tidak dapat berlaku sesudahnya.")
            % {"text": naskah.parent.rule.label, "day": long_date(last)},
            remedy=_("Perpanjang kerja samanya, atau periksa tanggal tanda tangan."),
            article=naskah.rule.article,
        )
    return last


def _after_signature(step: Step, row: NaskahParty, starts_on: date | None) -> None:
    naskah = step.naskah
    label = f"{naskah.rule.label} ditandatangani {row.party.short_name}"
    meet_signing_term(actor=step.actor, row=row)
    days = list(naskah.signatures.values_list("signed_on", flat=True))
    if step.arrow.needs_all and None in days:
        finish_act(step, label=label, complete=False)
        return
    naskah.signed_on = max(day for day in days if day)
    naskah.starts_on = max(starts_on or naskah.signed_on, naskah.signed_on)
    _check_start(naskah.signed_on, naskah.starts_on)
    naskah.ends_on = _end_of(naskah, naskah.starts_on)
    finish_act(step, label=label)
    if not naskah.rule.amends:
        start_end_reminder(actor=step.actor, naskah=naskah)
    fill_register(naskah)
    tell_case(step, on=naskah.signed_on)
