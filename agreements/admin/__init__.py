"""Admin of cooperations: history is read, open questions of the law are answered here."""

from agreements.admin import (
    cases,
    changes,
    clauses,
    correspondence,
    dprd,
    issued,
    law_changes,
    negotiation,
    office_settings,
    reports,
    running,
    signing,
    teams,
    texts,
    triage,
)

__all__ = [
    "cases",
    "changes",
    "clauses",
    "correspondence",
    "dprd",
    "issued",
    "law_changes",
    "negotiation",
    "office_settings",
    "reports",
    "running",
    "signing",
    "teams",
    "texts",
    "triage",
]
