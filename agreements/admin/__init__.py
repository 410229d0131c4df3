"""Admin of cooperations: history is read, open questions of the law are answered here."""

from agreements.admin import cases, clauses, dprd, office_settings, texts

__all__ = ["cases", "clauses", "dprd", "office_settings", "texts"]
