"""The rows of a mapping a cooperation was born from, told to its own page."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.models import Case
from ksd.accounts.access import AnyUser
from ksd.core.mentions import Mention, mention_source
from ksd.mapping.models import MappingRow, RowCase


@mention_source(Case)
def rows_behind(user: AnyUser, case: Case) -> Iterator[Mention]:
    """Rows the person may see; one query."""
    seen = MappingRow.objects.visible_to(user)
    links = RowCase.objects.filter(case=case, row__in=seen.order_by()).select_related(
        "row__period", "row__region"
    )
    for link in links:
        yield Mention(
            title=_("Lahir dari %(period)s") % {"period": link.row.period},
            url=link.row.get_absolute_url(),
            on=timezone.localtime(link.created_at).date(),
            text=f"{link.row.title} ({link.row.region})",
        )
