"""The evidence catalogue of a segment: added by one side, judged by the other, withdrawn but never lost."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import EvidenceKind, EvidenceLevel, MapFitness
from boundaries.models import Evidence, EvidenceRemark, Segment
from boundaries.services.access import may_speak_for
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.files import DOCUMENTS, store_upload
from regions.models import Region

# A row of digits this long is a NIK, a telephone or an account number.
_LONG_NUMBER = re.compile(r"(?:\d[\s.\-]?){8,}")


@dataclass(frozen=True)
class EvidenceData:
    """What is written down about a piece of evidence."""

    kind: str
    title: str
    number: str = ""
    on: date | None = None
    level: str = EvidenceLevel.PARA_PIHAK
    scale: int | None = None
    source: str = ""
    year: int | None = None
    fitness: str = MapFitness.BELUM_DINILAI
    fitness_reason: str = ""
    witness: str = ""
    note: str = ""


def require_voice(actor: User, segment: Segment, region: Region) -> None:
    """Refuse who does not speak for this side. Raises NotAllowed."""
    if not may_speak_for(actor, segment, region):
        raise NotAllowed(
            _("Anda tidak berwenang mencatat bukti atas nama %(region)s.") % {"region": region},
            remedy=_("Mintalah petugas daerah itu atau Biro Pemerintahan provinsinya mencatatnya."),
        )


@transaction.atomic
def add_evidence(
    *,
    actor: User,
    segment: Segment,
    region: Region,
    data: EvidenceData,
    upload: "UploadedFile[Any] | None" = None,
) -> Evidence:
    """Add a piece of evidence for one side. Raises NotAllowed, DomainError or ValidationError for an unfit file."""
    require_voice(actor, segment, region)
    _check(data)
    file = store_upload(upload=upload, actor=actor, kind="evidence", accept=DOCUMENTS) if upload else None
    return Evidence.objects.create(
        segment=segment, region=region, file=file, added_by=actor, added_at=clock.now(), **_kept(data)
    )


def _kept(data: EvidenceData) -> dict[str, Any]:
    """The facts that belong to this kind; others are not kept, so that nothing hides where no page shows it."""
    facts = dict(vars(data))
    if data.kind != EvidenceKind.PETA_LAMA:
        facts |= {"scale": None, "fitness": MapFitness.BELUM_DINILAI, "fitness_reason": ""}
    if data.kind != EvidenceKind.KESAKSIAN:
        facts["witness"] = ""
    return facts


def _check(data: EvidenceData) -> None:
    if data.on and data.on > clock.today():
        raise _refusal(_("Tanggal bukti tidak boleh di masa depan."), _("Periksa tanggal dokumennya."))
    if data.year and data.year > clock.today().year:
        raise _refusal(_("Tahun bukti tidak boleh di masa depan."), _("Periksa tahunnya."))
    if data.kind == EvidenceKind.PETA_LAMA:
        _check_map(data)
    if data.kind == EvidenceKind.KESAKSIAN:
        _check_testimony(data)


def _check_map(data: EvidenceData) -> None:
    if not (data.scale and data.source and data.year):
        raise _refusal(
            _("Peta lama dicatat dengan skala, sumber, dan tahunnya."),
            _("Lengkapi ketiganya, lalu simpan lagi."),
        )
    if data.fitness != MapFitness.BELUM_DINILAI and not data.fitness_reason.strip():
        raise _refusal(
            _("Penilaian kelayakan menyebut alasannya."),
            _("Tulis mengapa peta ini layak atau tidak, misalnya skalanya terlalu kecil."),
        )


def _check_testimony(data: EvidenceData) -> None:
    if data.level == EvidenceLevel.PUBLIK:
        raise _refusal(
            _("Kesaksian memuat data pribadi dan tidak dibuka untuk umum."),
            _("Pilih kerahasiaan “hanya pihak sendiri” atau “kedua pihak”."),
        )
    if not data.witness.strip():
        raise _refusal(
            _("Sebutkan saksinya."), _("Cukup inisial dan kedudukannya, misalnya: A.B., tokoh adat.")
        )
    if any(_LONG_NUMBER.search(text) for text in (data.witness, data.title, data.note)):
        raise _refusal(
            _("Kesaksian ini memuat deretan angka panjang, seperti NIK atau nomor telepon."),
            _("Hapus angka itu; simpan surat pernyataannya sebagai berkas saja."),
        )


def _refusal(message: str, remedy: str) -> DomainError:
    return DomainError(message, remedy=remedy, status=422)


@transaction.atomic
def withdraw_evidence(*, actor: User, evidence: Evidence, reason: str) -> Evidence:
    """Withdraw a piece of evidence with its reason; stretches that rest on it then lie without a base."""
    row = _locked(evidence)
    require_voice(actor, row.segment, row.region)
    _require_standing(row)
    if not reason.strip():
        raise _refusal(_("Alasan wajib diisi."), _("Tulis mengapa bukti ini ditarik."))
    row.dropped_at, row.drop_reason = clock.now(), reason.strip()
    row.save(update_fields=["dropped_at", "drop_reason"])
    return row


@transaction.atomic
def remark_on_evidence(*, actor: User, evidence: Evidence, verdict: str, reason: str) -> EvidenceRemark:
    """Write down what the other side says of a piece of evidence. Raises NotAllowed or ImpossibleStep."""
    row = _locked(evidence)
    other = other_side(row)
    require_voice(actor, row.segment, other)
    _require_standing(row)
    if row.level == EvidenceLevel.SENDIRI:
        raise ImpossibleStep(
            _("Bukti ini belum diperlihatkan kepada pihak lain."),
            remedy=_("Tanggapan dicatat sesudah bukti diajukan kepada kedua pihak."),
        )
    return EvidenceRemark.objects.create(
        evidence=row, region=other, verdict=verdict, reason=reason.strip(), author=actor, at=clock.now()
    )


def other_side(evidence: Evidence) -> Region:
    """The side that did not bring the evidence."""
    a, b = evidence.segment.sides
    return b if evidence.region_id == a.pk else a


def _locked(evidence: Evidence) -> Evidence:
    rows = Evidence.objects.select_for_update(of=("self",))
    return rows.select_related("region", "segment__region_a", "segment__region_b").get(pk=evidence.pk)


def _require_standing(row: Evidence) -> None:
    if row.dropped_at is not None:
        raise ImpossibleStep(
            _("Bukti “%(title)s” sudah ditarik.") % {"title": row},
            remedy=_("Buka daftar bukti untuk melihat yang berlaku."),
        )
