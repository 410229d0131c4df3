"""A region's own wording of a letter: versions with owner and reason; what was issued keeps its words."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.documents.drafts import EDITABLE, Draft, known_names, token_faults
from agreements.models import PaperTemplate
from agreements.services.letter_settings import require_keeper
from ksd.accounts.models import User
from ksd.core.errors import DomainError, StaleForm
from regions.models import Region

Wording = dict[str, Any]


def current_template(region: Region, code: str) -> PaperTemplate | None:
    """The version a region uses, or None while it never worded this letter itself."""
    return PaperTemplate.objects.filter(region=region, code=code, is_current=True).first()


def newest_number(region: Region, code: str) -> int:
    """The number of the newest version, 0 when there is none."""
    rows = PaperTemplate.objects.filter(region=region, code=code)
    return rows.aggregate(newest=Max("number"))["newest"] or 0


@transaction.atomic
def save_template(
    *, actor: User, region: Region, draft: Draft, wording: Wording, reason: str, seen_number: int
) -> PaperTemplate:
    """Give a letter its next wording in this region; an empty wording returns to the national one.

    Raises NotAllowed, StaleForm when another version came in between, DomainError for unknown placeholders.
    """
    require_keeper(actor, region)
    # The region is locked, so that the first version of a letter cannot be written twice.
    region = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    newest = newest_number(region, draft.code)
    if newest != seen_number:
        raise StaleForm(
            _("Template ini sudah diubah sesudah Anda membukanya."),
            remedy=_("Tulisan Anda masih ada di bawah. Bandingkan dengan versi terbaru, lalu simpan lagi."),
        )
    if not reason.strip():
        raise DomainError(
            _("Alasan perubahan wajib diisi."), remedy=_("Alasan tampil pada daftar versi."), status=422
        )
    check_wording(draft, wording)
    PaperTemplate.objects.filter(region=region, code=draft.code, is_current=True).update(is_current=False)
    return PaperTemplate.objects.create(
        region=region, code=draft.code, number=newest + 1, wording=wording, reason=reason.strip(), owner=actor,
        owner_name=actor.get_full_name(),
    )  # fmt: skip


def check_wording(draft: Draft, wording: Wording) -> None:
    """Refuse a wording without a subject or with a placeholder nobody knows. Raises DomainError."""
    if wording and not str(wording.get("subject", "")).strip():
        raise DomainError(_("Hal surat wajib diisi."), remedy=_("Isi hal suratnya."), status=422)
    faults = wording_faults(draft, wording)
    if faults:
        raise DomainError(
            _("Isian otomatis keliru: %s.") % "; ".join(faults),
            remedy=_("Pakai hanya isian dari daftar di samping, persis seperti tertulis."),
            status=422,
        )


def wording_faults(draft: Draft, wording: Wording) -> list[str]:
    """Every placeholder this letter does not know, each named once."""
    known = known_names(draft)
    found = [fault for text in _texts(wording) for fault in token_faults(text, known)]
    return list(dict.fromkeys(found))


def _texts(wording: Wording) -> Iterator[str]:
    for name in EDITABLE:
        value = wording.get(name, "")
        if isinstance(value, str):
            yield value
            continue
        for row in value:
            yield from [row] if isinstance(row, str) else map(str, row)
