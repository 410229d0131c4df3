"""Addenda and old papers, as tests make them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from agreements.models import Case, Naskah
from agreements.naskah.structure import Ayat, from_json
from agreements.services import addendum, naskah
from agreements.services.archive import OldCase, OldText, record_old_case
from ksd.core import clock
from tests.agreements.playing import Play

NEW_WORDS = "Puskesmas melayani sampai pukul dua puluh."


def begin(
    play: Play, text: Naskah, *, burden: bool = False, reason: str = "Kebutuhan warga bertambah"
) -> Naskah:
    """An addendum begun by the initiator's officer, with its place and signers."""
    made = addendum.create_addendum(
        actor=play.cast.officer,
        text=text,
        reason=reason,
        burden=burden,
        burden_reason="Menurut DPA contoh",
        place="Tenggarong",
    )
    if text.kind == "pks":
        for party in play.parties():
            if party.region_id and party.succeeded_on is None:
                play.name_signer(made, party)
    return made


def change(
    play: Play, text: Naskah, what: str, clause: str, words: str = NEW_WORDS, *, title: str = ""
) -> str:
    """Put one change into an addendum, with these words."""
    newest = naskah.newest_version(text)
    version, code = addendum.add_change(
        actor=play.cast.officer, naskah=text, what=what, clause=clause, title=title, seen_number=newest.number
    )
    if what != "hapus":
        body = from_json(version.body)
        rows = tuple(replace(row, ayat=(Ayat(words),)) if row.clause == code else row for row in body.pasal)
        naskah.save_version(
            actor=play.cast.officer, naskah=text, body=replace(body, pasal=rows), seen_number=version.number
        )
    return code


def signed_addendum(play: Play, text: Naskah, clause: str = "objek", words: str = NEW_WORDS) -> Naskah:
    """An addendum that changes one Pasal, agreed and signed by every party today."""
    made = begin(play, text)
    change(play, made, "ubah", clause, words)
    return play.sign(play.agree(made))


def old_text(**changes: Any) -> OldText:
    """An old PKS in force."""
    today = clock.today()
    told: dict[str, Any] = {
        "kind": "pks",
        "title": "Pemeliharaan Jalan Lama (contoh)",
        "signed_on": today - timedelta(days=700),
        "ends_on": today + timedelta(days=400),
        "numbers": ("119/7/2024", "180/3/2024"),
        "signers": ("Contoh Kepala Dinas, Kepala Dinas Pekerjaan Umum", ""),
    }
    return OldText(**(told | changes))


def umbrella(**changes: Any) -> OldText:
    """The KB above it."""
    told: dict[str, Any] = {"kind": "kb", "numbers": ("119/1/2023", ""), "signed_on": date(2023, 3, 1)}
    return old_text(**(told | changes))


def old_case(play: Play, *texts: OldText, repeated: bool = False, **changes: Any) -> Case:
    """An old cooperation of Kutai Kartanegara with Kutai Barat."""
    told: dict[str, Any] = {
        "kind": "ksdd_sukarela",
        "title": "Jalan Perbatasan Lama (contoh)",
        "regions": (play.cast.kubar,),
        "texts": texts or (old_text(),),
        "urusan": (play.urusan,),
    }
    return record_old_case(
        actor=play.cast.officer, region=play.cast.kukar, old=OldCase(**(told | changes)), repeated=repeated
    )
