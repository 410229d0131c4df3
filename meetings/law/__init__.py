"""What each kind of meeting is like, as data with its article; code asks the row, never the kind's name."""

from meetings.law.kinds import KindRule, TemplateItem, TemplateSection, rule_of, rules

__all__ = ["KindRule", "TemplateItem", "TemplateSection", "rule_of", "rules"]
