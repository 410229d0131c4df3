"""What the rules of penegasan batas say, as data with its source: nothing of it is asked for by name in code."""

from boundaries.law.absences import AbsenceRule, absence_rule
from boundaries.law.checklist import ChecklistItem, checklist
from boundaries.law.forms import FormRule, SignerRule, form_of, forms
from boundaries.law.terms import TermSeed, term_seeds

__all__ = [
    "AbsenceRule",
    "ChecklistItem",
    "FormRule",
    "SignerRule",
    "TermSeed",
    "absence_rule",
    "checklist",
    "form_of",
    "forms",
    "term_seeds",
]
