"""Reviewing what a newer version changed: single changes kept or taken back, with the reason (F24)."""

from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.choosing import taken_back
from agreements.naskah.comparing import compare
from agreements.naskah.difference import Difference
from agreements.naskah.structure import Body, from_json, to_json
from agreements.services.history import write_event
from agreements.services.naskah import (
    lock_naskah,
    newest_version,
    require_drafter,
    require_state,
    save_version,
)
from ksd.accounts.models import User
from ksd.core.errors import DomainError, StaleForm

# So many places are named in the history; the rest is counted.
MOST_PLACES = 40


@transaction.atomic
def review_changes(
    *, actor: User, naskah: Naskah, old_number: int, seen_number: int, back: Collection[str], reason: str
) -> NaskahVersion:
    """Take single changes of the newest version back to what an older one said and keep the others.

    What is taken back is saved as the next version; who decided what and why stands in the history.
    Raises NotAllowed, ImpossibleStep, StaleForm or DomainError.
    """
    naskah = lock_naskah(naskah)
    acting = require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    newest = newest_version(naskah)
    _check(newest, seen_number, reason)
    difference = compare(from_json(naskah.versions.get(number=old_number).body), from_json(newest.body))
    version = save_version(
        actor=actor,
        naskah=naskah,
        body=_body(difference, back),
        seen_number=seen_number,
        note=f"Tinjauan perubahan versi {old_number}–{newest.number}",
    )
    kept = [key for key in difference.keys if key not in set(back)]
    told = (("Ditarik kembali", list(dict.fromkeys(back))), ("Dipertahankan", kept))
    write_event(
        actor=actor, case=naskah.case, acting=acting, arrow="naskah.tinjau", naskah=naskah,
        label=f"Perubahan versi {old_number}–{newest.number} ditinjau: {len(set(back))} ditarik kembali, "
        f"{len(kept)} dipertahankan",
        source=naskah.state, target=naskah.state,
        reason="\n".join([reason.strip(), *(line for what in told for line in _told(*what, difference))]),
    )  # fmt: skip
    return version


def _check(newest: NaskahVersion, seen_number: int, reason: str) -> None:
    """Refuse a decision without reason, or on another version than the one seen."""
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan alasannya agar pihak lain mengerti."))
    if newest.number != seen_number:
        raise StaleForm(
            _("Sudah ada versi %d sesudah perbandingan ini dibuka.") % newest.number,
            remedy=_("Bandingkan dengan versi terbaru, lalu putuskan lagi."),
        )


def _body(difference: Difference, back: Collection[str]) -> Body:
    """The wording that stays. Raises DomainError when it does not fit or a change is not there."""
    if difference.empty:
        raise DomainError(_("Kedua versi sama; tidak ada yang ditinjau."), remedy=_("Pilih versi lain."))
    try:
        return from_json(to_json(taken_back(difference, back)))
    except KeyError:
        raise DomainError(
            _("Perubahan yang dipilih tidak ada pada kedua versi ini."), remedy=_("Muat ulang perbandingan.")
        ) from None
    except ValueError as error:
        raise DomainError(str(error), remedy=_("Tarik kembali lebih sedikit perubahan sekaligus.")) from None


def _told(what: str, keys: Sequence[str], difference: Difference) -> list[str]:
    """The places of some changes in one line."""
    if not keys:
        return []
    places = list(dict.fromkeys(difference.place_of(key) for key in keys))
    more = f" dan {len(places) - MOST_PLACES} tempat lain" if len(places) > MOST_PLACES else ""
    return [f"{what}: {'; '.join(places[:MOST_PLACES])}{more}."]
