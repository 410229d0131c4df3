"""What the office decided for itself where no pack asks: terms of reminders, weights, months."""

from collections.abc import Iterable

from agreements.law.practice import practice
from agreements.models import OfficeSetting


def chosen(codes: Iterable[str]) -> dict[str, str]:
    """The office's answers to several questions of practice, or their defaults, in one query."""
    defaults = {row.code: row.default for row in practice().settings}
    wanted = {code: defaults[code] for code in codes}
    given = OfficeSetting.objects.filter(code__in=wanted).values_list("code", "value")
    return wanted | dict(given)


def chosen_days(code: str) -> int:
    """The office's answer to one question that is a whole number."""
    return int(chosen([code])[code])
