"""Completing an old paper as more becomes known; every change is told in the history."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.models import Naskah, NaskahParty
from agreements.services.archive import acting_for_archive, note_archive, remind_of_end
from agreements.services.archive_checks import check_days, require_unrepeated
from agreements.services.naskah import lock_naskah
from ksd.accounts.models import User
from ksd.core import files
from ksd.core.errors import ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.services import cancel_deadlines


@dataclass(frozen=True)
class Known:
    """What is known of an old paper now; numbers and signers by the order of the party."""

    title: str
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    place: str
    numbers: dict[int, str]
    signers: dict[int, tuple[str, str]]
    upload: "UploadedFile[Any] | None" = None


def require_archive(text: Naskah) -> None:
    """Refuse to complete a text that was written and signed here. Raises ImpossibleStep."""
    if not text.from_archive:
        raise ImpossibleStep(
            _("Hanya naskah yang dicatat dari arsip dapat dilengkapi."),
            remedy=_("Naskah yang ditandatangani di sini diubah dengan addendum."),
        )


@transaction.atomic
def complete_old_text(*, actor: User, text: Naskah, known: Known, repeated: bool = False) -> list[str]:
    """Write what has become known of an old paper; gives the changes in words, none when nothing changed."""
    text = lock_naskah(text)
    acting = acting_for_archive(actor, text.case)
    require_archive(text)
    check_days(known.signed_on, known.starts_on, known.ends_on, known.title)
    rows = signatures_of(text)
    regional = [row for row in rows if row.party.region]
    numbers = [known.numbers.get(row.party.order, "") for row in regional]
    places = [row.party.region for row in regional if row.party.region]
    require_unrepeated(places, [numbers], repeated=repeated, own=text.pk)
    changes = [
        *_change_text(text, known),
        *(words for row in rows for words in _change_row(row, text, known)),
    ]
    if known.upload is not None:
        rows[0].signed_copy = files.store_upload(
            upload=known.upload, actor=actor, kind="salinan-bertanda-tangan", accept=files.PDF_ONLY
        )
        rows[0].save(update_fields=["signed_copy"])
        changes.append("Pindaian naskah diunggah")
    if changes:
        cancel_deadlines(actor=actor, subject=text)
        remind_of_end(actor, text)
        label = f"Data arsip {text.rule.label} dilengkapi"
        note_archive(actor, text.case, acting, text, label, reason="; ".join(changes))
    return changes


def _change_text(text: Naskah, known: Known) -> list[str]:
    wanted: dict[str, Any] = {
        "title": known.title.strip(),
        "place": known.place.strip(),
        "signed_on": known.signed_on,
        "starts_on": known.starts_on or known.signed_on,
        "ends_on": known.ends_on,
    }
    changes = []
    for name, value in wanted.items():
        before = getattr(text, name)
        if before != value:
            changes.append(f"{LABELS[name]}: {_shown(before)} → {_shown(value)}")
            setattr(text, name, value)
    text.full_clean(exclude=["parent", "agreed_version"])
    text.save()
    return changes


def _change_row(row: NaskahParty, text: Naskah, known: Known) -> list[str]:
    name, title = known.signers.get(row.party.order, (row.signer_name, row.signer_title))
    number = known.numbers.get(row.party.order, row.number).strip()
    wanted = {"number": number, "signer_name": name.strip(), "signer_title": title.strip()}
    changes = [
        f"{LABELS[field]} {row.party.short_name}: {_shown(getattr(row, field))} → {_shown(value)}"
        for field, value in wanted.items()
        if getattr(row, field) != value
    ]
    for field, value in wanted.items():
        setattr(row, field, value)
    row.signed_on = text.signed_on if number else None
    row.save()
    return changes


LABELS = {
    "title": "Judul",
    "place": "Tempat",
    "signed_on": "Tanggal tanda tangan",
    "starts_on": "Mulai berlaku",
    "ends_on": "Berakhir",
    "number": "Nomor",
    "signer_name": "Penanda tangan",
    "signer_title": "Jabatan",
}


def _shown(value: object) -> str:
    if isinstance(value, date):
        return long_date(value)
    return str(value or "belum diketahui")


def signatures_of(text: Naskah) -> list[NaskahParty]:
    """What each party put under a text, in the order of the parties."""
    rows = text.signatures.select_related("party__region", "party__partner")
    return list(rows.order_by("party__order"))


def unknown_of(text: Naskah, rows: list[NaskahParty]) -> list[str]:
    """What is still not known of an old paper and why it matters."""
    lacks = []
    if text.signed_on is None:
        lacks.append(
            _("Tanggal tanda tangan belum diketahui: urutan naskah dan masa berlakunya hanya perkiraan.")
        )
    if text.ends_on is None:
        lacks.append(_("Tanggal berakhir belum diketahui: tidak ada pengingat sebelum naskah ini berakhir."))
    lacks += [
        _("Nomor %s belum diketahui: naskah sulit ditemukan dan pencatatan ganda tidak terdeteksi.")
        % row.party.short_name
        for row in rows
        if not row.number
    ]
    if not any(row.signed_copy_id for row in rows):
        lacks.append(_("Pindaian naskah belum diunggah: isi naskah hanya ada pada kertasnya."))
    return lacks
