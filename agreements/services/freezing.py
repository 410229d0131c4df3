"""Keeping with a version the facts it was written and agreed with, so that old words never change under new data.

A version keeps its sheet when it is saved, and once more when it is sent round to be agreed. From then on only what
comes late by nature follows the data: numbers, day and manner of signing, surat kuasa.
"""

from dataclasses import replace

from agreements.choices import NaskahState
from agreements.documents.freezing import from_plain, to_plain, words_sha256
from agreements.documents.gather import facts_of, frame_of
from agreements.documents.printed import composed
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.facts import NaskahFacts, PartyFacts
from agreements.naskah.library import Frame
from agreements.naskah.structure import from_json

# What one learns of a party only when it signs.
LATE_OF_PARTY = ("number", "kuasa_number", "kuasa_date", "appointment")
LATE = ("signed_on", "starts_on", "ends_on", "electronic")


def freeze(naskah: Naskah, version: NaskahVersion) -> None:
    """Keep the version as it reads today."""
    _keep(naskah, version, facts_of(naskah), frame_of(naskah))


def freeze_late_facts(naskah: Naskah, version: NaskahVersion) -> None:
    """Add to a version that was sent round what is known since: numbers, days, surat kuasa; nothing else."""
    if not version.frozen:
        return
    kept = from_plain(NaskahFacts, version.frozen["facts"])
    today = facts_of(naskah)
    if len(kept.parties) != len(today.parties):
        return
    parties = tuple(_late_party(old, new) for old, new in zip(kept.parties, today.parties, strict=True))
    facts = replace(kept, parties=parties, **{name: getattr(today, name) for name in LATE})
    _keep(naskah, version, facts, from_plain(Frame, version.frozen["frame"]))


def _late_party(old: PartyFacts, new: PartyFacts) -> PartyFacts:
    return replace(old, **{name: getattr(new, name) for name in LATE_OF_PARTY})


def _keep(naskah: Naskah, version: NaskahVersion, facts: NaskahFacts, frame: Frame) -> None:
    sheet = composed(naskah, from_json(version.body), facts, frame)
    version.frozen = {
        name: to_plain(value) for name, value in (("facts", facts), ("frame", frame), ("sheet", sheet))
    }
    version.words_sha256 = words_sha256(sheet)
    version.save(update_fields=["frozen", "words_sha256"])


def follow_text(naskah: Naskah, source: str) -> None:
    """What a step of a text means for its newest version: sent round it is kept, afterwards only late facts follow."""
    if naskah.from_archive or naskah.state not in (
        NaskahState.DISCUSSED,
        NaskahState.AGREED,
        NaskahState.SIGNED,
    ):
        return
    version = naskah.agreed_version or naskah.versions.order_by("-number")[:1].get()
    if source == NaskahState.DRAFTED:
        freeze(naskah, version)
    else:
        freeze_late_facts(naskah, version)
