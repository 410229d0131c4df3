"""Remarks of the participating regions on rows that were sent."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from ksd.accounts.access import acting_region_ids, own_region_ids, recipients
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.services import notify
from ksd.mapping.choices import RowState
from ksd.mapping.models import MappingRow, Period, RowComment
from ksd.mapping.models.comments import LONGEST
from ksd.mapping.services.access import FILL, MANAGE, lock_row
from regions.models import Region


def voice_of(user: User, period: Period) -> Region | None:
    """The participating region in whose name a person comments: the own one first; None when there is none."""
    taking_part = Region.objects.filter(mapping_answers__period=period) | Region.objects.filter(
        pk=period.region_id
    )
    asked = {region.pk: region for region in taking_part.distinct()}
    for mine in (own_region_ids(user, FILL) | own_region_ids(user, MANAGE), acting_region_ids(user, FILL)):
        found = sorted((region.code, key) for key, region in asked.items() if key in mine)
        if found:
            return asked[found[0][1]]
    return None


@transaction.atomic
def write_comment(*, actor: User, row: MappingRow, text: str) -> RowComment:
    """Say something about a sent row in the name of one's region. Raises NotAllowed, ImpossibleStep, DomainError."""
    region = voice_of(actor, row.period)
    if region is None:
        raise NotAllowed(
            _("Anda tidak berwenang mengomentari baris pemetaan ini."),
            remedy=_("Mintalah petugas kerja sama daerah peserta menuliskannya."),
        )
    row = lock_row(row)
    if row.state == RowState.DRAF:
        raise ImpossibleStep(
            _("Baris ini belum dikirim, sehingga belum dapat dikomentari."),
            remedy=_("Tunggu sampai daerahnya mengirimkannya kepada forum."),
        )
    if not text.strip() or len(text) > LONGEST:
        raise DomainError(
            _("Komentar berisi 1 sampai %d huruf.") % LONGEST, remedy=_("Perbaiki isinya."), status=422
        )
    made = RowComment.objects.create(
        row=row, region=region, author=actor, author_name=actor.get_full_name()[:150], text=text.strip()
    )
    _tell(made)
    return made


def _tell(comment: RowComment) -> None:
    """Tell who fills in for the row's region, never the writer."""
    row = comment.row
    people = recipients([row.region_id], permissions=[FILL]).exclude(pk=comment.author_id)
    notify(
        users=people,
        key=f"komentar-pemetaan-{comment.pk}",
        kind="komentar",
        title=_("%(region)s mengomentari: %(row)s") % {"region": comment.region, "row": row.title},
        body=comment.text[:500],
        link=f"{reverse('mapping:comments', args=[row.public_id])}#komentar-{comment.pk}",
    )
