"""The law check of a naskah: rules as data, predicates by noun, findings with article, place and repair (F27)."""

from agreements.naskah.checks.engine import findings, findings_of_reading
from agreements.naskah.checks.finding import INTERNAL, Finding, Severity, blocking
from agreements.naskah.checks.repairs import Stock, repaired
from agreements.naskah.checks.rulebook import CheckRule, rulebook

__all__ = [
    "INTERNAL",
    "CheckRule",
    "Finding",
    "Severity",
    "Stock",
    "blocking",
    "findings",
    "findings_of_reading",
    "repaired",
    "rulebook",
]
