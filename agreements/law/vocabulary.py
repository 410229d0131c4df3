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

Detail = Literal["none", "term", "terms"]

# What an act may ask before it is allowed, and what follows the colon in the pack.
CHECKS: dict[str, Detail] = {
    "complete": "none",  # the pre-submission check finds nothing that blocks
    "lapsed": "term",  # the term's last day has passed
    "lapsed_any": "terms",  # the last day of one of the terms has passed
    "open": "term",  # the term is running
}

# naskah.<kind>.<event>: what the life of a naskah tells its case (see agreements.workflow.NASKAH_LIFE).
NASKAH_EVENTS = ("agreed", "reopened", "cancelled", "signed")

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
    """The terms a check names: `lapsed_any:a,b` → a and b."""
    _name, _colon, detail = check.partition(":")
    return tuple(code.strip() for code in detail.split(",")) if detail else ()
