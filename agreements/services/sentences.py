"""What stands around the Pasal: title, term and place that drafters fill, sentences that came back from Word reworded."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.documents.gather import frame_of
from agreements.models import Naskah
from agreements.naskah.parts import Parts
from agreements.naskah.sentences import SENTENCE, TITLE, sentences_of
from agreements.naskah.structure import from_json
from agreements.services.naskah import (
    lock_naskah,
    newest_version,
    require_drafter,
    require_state,
    save_version,
)
from agreements.services.naskah_rules import check_term
from ksd.accounts.models import User

Around = dict[str, Any]


def around_of(naskah: Naskah, rows: Iterable[Mapping[str, Any]]) -> tuple[Around, Around, Around]:
    """What people may word otherwise in the lines of a frame: as it went out, as it stands now, as it came back."""
    open_rows = [row for row in rows if "back" in row]
    now = now_of(naskah)
    sent, back = ({_key(row["name"]): row[side] for row in open_rows} for side in ("sent", "back"))
    return sent, {key: now.get(key, sent[key]) for key in sent}, back


def now_of(naskah: Naskah) -> Around:
    """Title and sentences as they stand, by the names of parts."""
    told = sentences_of(frame_of(naskah))
    return {TITLE: naskah.title} | {SENTENCE + name: text for name, text in told.items()}


def _key(name: str) -> str:
    return name if name == TITLE else SENTENCE + name


def apply_around(naskah: Naskah, parts: Parts) -> bool:
    """Give a text the title and sentences of merged parts; whether any of them is other than it stands."""
    now = now_of(naskah)
    changed = {key: parts[key] for key in now if parts.get(key, now[key]) != now[key]}
    naskah.title = changed.pop(TITLE, naskah.title)
    naskah.sentences = naskah.sentences | {key.removeprefix(SENTENCE): text for key, text in changed.items()}
    return naskah.title != now[TITLE] or bool(changed)


def take_around(naskah: Naskah, parts: Parts) -> bool:
    """The same, kept; the caller holds the lock."""
    if not apply_around(naskah, parts):
        return False
    naskah.full_clean()
    naskah.save(update_fields=["title", "sentences"])
    return True


@transaction.atomic
def save_frame(
    *,
    actor: User,
    naskah: Naskah,
    title: str,
    years: int,
    place: str,
    originals: int,
    standard: bool = False,
) -> Naskah:
    """Change subject, term, place and number of originals; `standard` brings the common sentences back."""
    naskah = lock_naskah(naskah)
    require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    check_term(naskah.rule, years)
    naskah.title, naskah.years, naskah.place, naskah.originals = (
        title.strip(),
        years,
        place.strip(),
        originals,
    )
    naskah.sentences = {} if standard else naskah.sentences
    naskah.full_clean()
    naskah.save()
    newest, note = newest_version(naskah), _("Judul, jangka waktu, atau tempat diubah")
    body = from_json(newest.body)
    save_version(actor=actor, naskah=naskah, body=body, seen_number=newest.number, note=note, anyway=True)
    return naskah
