"""Admin of cooperations: history is read, open questions of the law are answered here."""

from agreements.admin import cases, clauses, dprd, office_settings, texts

__all__ = ["cases", "clauses", "dprd", "office_settings", "texts"]
from agreements.admin import teams

__all__ = ["cases", "clauses", "office_settings", "teams", "texts"]
