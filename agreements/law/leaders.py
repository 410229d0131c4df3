"""A change of leader never ends a cooperation (PP 28/2018 Pasal 9): words that give such a reason away."""

import re

HEAD = r"(?:bupati|wali\s*kota|gubernur|kepala\s+daerah|pimpinan|pejabat)"
NEW_LEADER = re.compile(
    rf"\bpergantian\b|\bberganti(?:nya)?\s+{HEAD}|\bganti(?:nya)?\s+{HEAD}|\b{HEAD}\s+(?:yang\s+)?baru\b"
    rf"|\b(?:pilkada|pelantikan|pj\.?\s+{HEAD})\b|\b{HEAD}\s+(?:sudah|telah)\s+berganti\b",
    re.IGNORECASE,
)
ARTICLE = "Pasal 9 PP 28/2018"


def speaks_of_new_leader(text: str) -> bool:
    """Whether a reason reads as if a new head of region were meant to end the cooperation."""
    return bool(NEW_LEADER.search(text))
