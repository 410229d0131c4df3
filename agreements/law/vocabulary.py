"""The words a pack may use for what code does: permissions, checks of an act, events of a naskah and of a DPRD."""

from typing import Literal

# The agreements rows of ksd/accounts/permissions.toml; a test holds the two together.
PERMISSIONS = frozenset(
    f"agreements.{act}"
    for act in (
        "propose",
        "review",
        "offer",
        "answer",
        "draft",
        "approve",
        "sign",
        "dprd",
        "manage",
        "report",
        "check",
        "receive",
        "evaluate",
        "dispute",
        "settle",
        "team",
        "comment",
    )
)

Detail = Literal["none", "term", "terms", "text", "setting"]

# What an act may ask before it is allowed, and what follows the colon in the pack.
CHECKS: dict[str, Detail] = {
    "complete": "none",  # the pre-submission check finds nothing that blocks
    "lapsed": "term",  # the term's last day has passed
    "lapsed_any": "terms",  # the last day of one of the terms has passed
    "open": "term",  # the term is running
    "drafted": "text",  # a text of this kind was begun and not given up
    "silence": "none",  # warns of a region's silent year; refuses nothing
    "in_time": "term",  # the term is running and its last day has not passed
    "allowed": "setting",  # the office answered "ya" to the setting
    "unsigned": "none",  # no party has signed a text of the case
    "unsigned_text": "text",  # no party has signed a text of this kind
    "archived": "none",  # every copy of its signed texts has a holder and the day it was received
}

# naskah.<kind>.<event>: what the life of a naskah tells its case (see agreements.workflow.NASKAH_LIFE).
NASKAH_EVENTS = ("agreed", "reopened", "cancelled", "signed")

# arsip.<event>: what the entry of an old paper agreement tells the case it makes.
ARCHIVE_EVENTS = ("dicatat",)

# What the life of a periodic report tells its case.
REPORT_EVENTS = ("report.sent",)

# What the register knows of a case and may fill into a report.
REGISTER_FACTS = (
    "judul",
    "lokasi",
    "maksud_tujuan",
    "objek",
    "para_pihak",
    "bentuk_naskah",
    "jangka_waktu",
)

# dprd.<event>: what the tracks of all regions together tell their case (see agreements.services.dprd_tracks.standing).
DPRD_EVENTS = ("submitted", "not_needed", "cleared", "refused", "reopened")
# What a region's own test tells its track.
DPRD_TESTS = ("dprd.needed", "dprd.not_needed")
# What the text of a letter may name.
DPRD_TOKENS = frozenset(
    (
        "judul", "uraian", "para_pihak", "daerah", "dprd", "kepala_daerah", "kesepakatan", "alasan_perlu",
        "surat", "diterima", "tenggat", "lewat", "lokasi",
    )
)  # fmt: skip


def check_terms(check: str) -> tuple[str, ...]:
    """The terms (or the setting) a check names: `lapsed_any:a,b` → a and b; none when it names a text."""
    name, _colon, detail = check.partition(":")
    if CHECKS.get(name) == "text":
        return ()
    return tuple(code.strip() for code in detail.split(",")) if detail else ()
