"""Numbers without gaps: given out under a lock, taken back when the act is rolled back."""

from django.db import transaction
from django.db.models import F

from ksd.core.models import Counter


@transaction.atomic
def next_number(name: str) -> int:
    """Return the next number under this name; call it within the act's own transaction."""
    Counter.objects.bulk_create([Counter(name=name)], ignore_conflicts=True)
    # The UPDATE locks the row, so a second asker waits and reads the number after ours.
    Counter.objects.filter(pk=name).update(value=F("value") + 1)
    return Counter.objects.values_list("value", flat=True).get(pk=name)
