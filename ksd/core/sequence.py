"""Numbers without gaps: given out under a lock, taken back when the act is rolled back."""

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from ksd.core.models import Counter


@transaction.atomic
def next_number(name: str, *, after: int = 0) -> int:
    """Return the next number under this name; call it within the act's own transaction.

    `after` is the last number given out elsewhere (a book of paper), which this count goes on from.
    """
    Counter.objects.bulk_create([Counter(name=name)], ignore_conflicts=True)
    # The UPDATE locks the row, so a second asker waits and reads the number after ours.
    Counter.objects.filter(pk=name).update(value=Greatest(F("value"), after) + 1)
    return Counter.objects.values_list("value", flat=True).get(pk=name)


def last_number(name: str) -> int:
    """The number given out last under this name, 0 when none was."""
    return Counter.objects.filter(pk=name).values_list("value", flat=True).first() or 0
