"""The Berita Acara of a period: prepared, issued with its number, signed region by region, cancelled with a reason."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter, to_json
from agreements.services.numbering import Given, cancel_number
from agreements.services.paper_numbers import number_paper
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady, StaleForm
from ksd.core.files import SCANS, store_upload
from ksd.core.language import in_indonesian
from ksd.core.words import long_date
from ksd.mapping.choices import PaperState, PeriodState
from ksd.mapping.documents.outputs.minutes import TITLE, Head, Voiceless, minutes_letter
from ksd.mapping.models import MappingMinutes, MinutesSignature, Period
from ksd.mapping.services.access import (
    lock_period,
    may_fill,
    may_manage,
    require_filler,
    require_manager,
    write_event,
)
from ksd.mapping.services.needs import provides
from ksd.mapping.services.outputs.lists import heads_of, lines_of
from ksd.mapping.services.telling import tell_participants
from regions.models import Region

PAPER = "ba-pemetaan"
ARTICLE = "Pasal 5 ayat (6) Permendagri 22/2020"
SCAN = "pemetaan-ba"


@provides("berita_acara")
def _signed(period: Period) -> str:
    """The result is agreed once the head of every region has signed."""
    paper = MappingMinutes.objects.standing().filter(period=period).first()
    if paper is None or paper.is_draft:
        return _("Berita Acara belum diterbitkan.")
    if paper.state == PaperState.DITANDATANGANI:
        return ""
    waiting = paper.signatures.filter(signed_on=None).select_related("region")
    names = ", ".join(row.region.full_name for row in waiting)
    return _("Berita Acara belum ditandatangani oleh: %s.") % names


def _regions(period: Period) -> list[Region]:
    return list(period.regions.order_by("level", "code"))


@transaction.atomic
def prepare_minutes(
    *, actor: User, period: Period, dated: date, place: str, notes: str = "", seen_revision: int = 0
) -> MappingMinutes:
    """Write the draft, or change it. Raises NotAllowed, ImpossibleStep, StaleForm, DomainError."""
    held = lock_period(period)
    require_manager(actor, held.region)
    _require_undecided(held)
    _require_day(dated, held)
    row = MappingMinutes.objects.standing().select_for_update(of=("self",)).filter(period=held).first()
    if row is None:
        row = MappingMinutes(period=held, created_by=actor)
    elif not row.is_draft:
        raise _impossible(row)
    elif row.revision != seen_revision:
        raise StaleForm(
            _("Sementara itu orang lain mengubah rancangan Berita Acara."),
            remedy=_("Isian Anda masih ada di layar. Bandingkan, lalu simpan lagi."),
        )
    row.dated, row.place, row.notes = dated, place.strip(), notes.strip()
    row.revision += 1
    row.full_clean(exclude={"number", "created_by", "period"})
    row.save()
    return row


def is_undecided(period: Period) -> bool:
    """Whether its Berita Acara may be written: rows come in or are discussed, and nothing is agreed yet."""
    return period.state != PeriodState.DISIAPKAN and not period.is_over


def _require_undecided(period: Period) -> None:
    if not is_undecided(period):
        raise ImpossibleStep(
            _("Berita Acara tidak dapat diubah selagi periode %s.") % period.get_state_display().lower(),
            remedy=_("Buka atau tinjau kembali periodenya dahulu."),
        )


def _require_day(dated: date, period: Period) -> None:
    begun = period.created_at.date()
    if dated > clock.today() or dated.year < begun.year - 1:
        raise DomainError(
            _("Tanggal Berita Acara tidak masuk akal: %s.") % long_date(dated),
            remedy=_("Isi hari kesepakatannya, paling lambat hari ini."), status=422,
        )  # fmt: skip
    if early := _before_forum(dated, period):
        raise DomainError(
            early, remedy=_("Isi tanggal sesudah forum, atau ubah tanggal forum pada periodenya."), status=422
        )


def _before_forum(dated: date, period: Period) -> str:
    """Says that the paper would record a forum still to come; empty where it does not."""
    if period.forum_on is None or dated >= period.forum_on:
        return ""
    return _("Berita Acara tanggal %(dated)s mendahului forum yang dicatatnya (%(forum)s).") % {
        "dated": long_date(dated), "forum": long_date(period.forum_on),
    }  # fmt: skip


def _impossible(row: MappingMinutes) -> ImpossibleStep:
    return ImpossibleStep(
        _("Berita Acara ini sudah %s.") % row.get_state_display().lower(),
        remedy=_("Batalkan dengan alasan bila isinya keliru, lalu siapkan yang baru."),
    )


def _lock(minutes: MappingMinutes) -> MappingMinutes:
    period = lock_period(minutes.period)
    row = MappingMinutes.objects.select_for_update(of=("self",)).select_related("number").get(pk=minutes.pk)
    row.period = period
    return row


@in_indonesian
def letter_of(minutes: MappingMinutes, number: str = "") -> Letter:
    """The paper as the rows of today make it."""
    regions = _regions(minutes.period)
    known = heads_of(regions)
    heads = [
        Head(row.full_name, known[row.pk].full_name, known[row.pk].title_line)
        if row.pk in known
        else Head(row.full_name, "…………………………", f"{row.head_title} {row.name}")
        for row in regions
    ]
    return minutes_letter(minutes, lines_of(minutes.period), heads, number, _without_rows(minutes.period))


def _without_rows(period: Period) -> Voiceless:
    """The regions that declared to have nothing, and those that sent no answer."""
    answers = list(period.answers.select_related("region").order_by("region__level", "region__code"))
    return Voiceless(
        tuple(row.region.full_name for row in answers if row.nothing_to_say),
        tuple(row.region.full_name for row in answers if row.submitted_at is None),
    )


def lacking_for_issue(minutes: MappingMinutes) -> list[str]:
    """What stands between the draft and its number, as sentences."""
    period = minutes.period
    regions = _regions(period)
    known = heads_of(regions)
    nameless = [row.full_name for row in regions if row.pk not in known]
    early = _before_forum(minutes.dated, period)
    lacks = [early] if early else []
    if period.state != PeriodState.DITUTUP:
        lacks.append(_("Pengisian belum ditutup."))
    if not period.rows.counted().exists():
        lacks.append(_("Belum ada baris yang dikirim daerah."))
    if nameless:
        lacks.append(_("Kepala daerah belum tercatat dalam direktori: %s.") % ", ".join(nameless))
    return lacks


@transaction.atomic
def issue_minutes(
    *, actor: User, minutes: MappingMinutes, number: str = "", again: bool = False
) -> MappingMinutes:
    """Number the paper and freeze its words and signers. Raises NotAllowed, ImpossibleStep, NotReady or DomainError."""
    require_manager(actor, minutes.period.region)
    row = _lock(minutes)
    if not row.is_draft:
        raise _impossible(row)
    if lacks := lacking_for_issue(row):
        raise NotReady(
            _("Berita Acara belum dapat diterbitkan. %s") % " ".join(lacks), findings=tuple(lacks),
            remedy=_("Lengkapi yang kurang, lalu terbitkan."), article=ARTICLE,
        )  # fmt: skip
    _freeze(actor, row, number, again=again)
    write_event(
        row.period, actor, f"Berita Acara nomor {row.number.number if row.number else ''} diterbitkan"
    )
    tell_participants(
        row.period, "berita-acara",
        _("Berita Acara pemetaan %s menunggu tanda tangan kepala daerah") % row.period,
    )  # fmt: skip
    return row


def _freeze(actor: User, row: MappingMinutes, number: str, *, again: bool) -> None:
    kept: list[Letter] = []

    def written(given: Given) -> Letter:
        kept.append(letter_of(row, given.number))
        return kept[0]

    row.number = number_paper(
        actor=actor, region=row.period.region, kind=PAPER, row=row.pk, dated=row.dated,
        subject=f"{TITLE} tahun {row.period.year}", typed=number, again=again, letter=written,
    )  # fmt: skip
    row.words, row.state, row.issued_at = to_json(kept[0]), PaperState.DITERBITKAN, clock.now()
    row.revision += 1
    row.save()
    regions = _regions(row.period)
    known = heads_of(regions)
    MinutesSignature.objects.bulk_create(
        MinutesSignature(
            minutes=row, region=each, name=known[each.pk].full_name, title=known[each.pk].title_line
        )
        for each in regions
    )


def may_sign_for(user: User, signature: MinutesSignature) -> bool:
    """Whether a person records a signature: for the region, or as who leads the mapping."""
    return may_fill(user, signature.region) or may_manage(user, signature.minutes.period)


@transaction.atomic
def record_signature(
    *, actor: User, signature: MinutesSignature, on: date, place: str, scan: "UploadedFile[Any] | None" = None
) -> MinutesSignature:
    """Note that a head has signed; the last of them makes the paper signed. Raises NotAllowed, ImpossibleStep, DomainError."""
    if not may_sign_for(actor, signature):
        require_filler(actor, signature.region)
    paper = _lock(signature.minutes)
    row = (
        MinutesSignature.objects.select_for_update(of=("self",)).select_related("region").get(pk=signature.pk)
    )
    if not paper.is_issued:
        raise _impossible(paper)
    if row.signed_on is not None:
        raise ImpossibleStep(
            _("Tanda tangan %s sudah dicatat.") % row.region.full_name,
            remedy=_("Batalkan Berita Acara dengan alasan bila pencatatannya keliru."),
        )
    if not paper.dated <= on <= clock.today():
        raise DomainError(
            _("Tanggal tanda tangan di luar %(start)s sampai hari ini.") % {"start": long_date(paper.dated)},
            remedy=_("Isi tanggal sesudah Berita Acara dibuat."), status=422,
        )  # fmt: skip
    row.signed_on, row.place = on, place.strip()
    row.recorded_by, row.recorded_at = actor, clock.now()
    if scan is not None:
        row.scan = store_upload(upload=scan, actor=actor, kind=SCAN, accept=SCANS)
    row.save()
    label = f"Tanda tangan {row.region.full_name} pada Berita Acara dicatat"
    write_event(paper.period, actor, label, region=row.region)
    _complete(actor, paper)
    return row


def _complete(actor: User, paper: MappingMinutes) -> None:
    if paper.signatures.filter(signed_on=None).exists():
        return
    paper.state = PaperState.DITANDATANGANI
    paper.save(update_fields=["state"])
    write_event(paper.period, actor, "Berita Acara ditandatangani semua kepala daerah")


@transaction.atomic
def cancel_minutes(*, actor: User, minutes: MappingMinutes, reason: str) -> MappingMinutes:
    """Take a Berita Acara back with its number; it stays readable. Raises NotAllowed, ImpossibleStep, DomainError."""
    require_manager(actor, minutes.period.region)
    row = _lock(minutes)
    if row.state == PaperState.DIBATALKAN:
        raise _impossible(row)
    _require_undecided(row.period)
    if not reason.strip():
        raise DomainError(
            _("Alasan wajib diisi untuk membatalkan Berita Acara."),
            remedy=_("Tuliskan alasannya."),
            status=422,
        )
    if row.number is not None and row.number.is_valid:
        cancel_number(actor=actor, issued=row.number, reason=reason.strip()[:250])
    row.state, row.reason = PaperState.DIBATALKAN, reason.strip()
    row.save(update_fields=["state", "reason"])
    write_event(row.period, actor, "Berita Acara dibatalkan", reason=reason)
    return row
