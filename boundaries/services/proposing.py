"""Segments the register lacks though the regions border each other, created in one act."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from boundaries.models import Segment
from boundaries.services.access import MANAGE
from boundaries.services.importing.rights import keeps_layers
from ksd.accounts.access import acting_region_ids, keeps_shared_tables, reach
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep, NotAllowed
from regions.choices import Level
from regions.models import Adjacency


def missing_segments(actor: User) -> "QuerySet[Adjacency]":
    """Neighbouring kabupaten/kota of the person's field of work without a segment."""
    mine = reach(actor).values("pk") if keeps_shared_tables(actor) else acting_region_ids(actor, MANAGE)
    pairs = Segment.objects.values_list("region_a_id", "region_b_id")
    known = {frozenset(pair) for pair in pairs}
    rows = (
        Adjacency.objects.filter(region_a__level=Level.KABKOTA, region_b__level=Level.KABKOTA)
        .filter(region_a__valid_to__isnull=True, region_b__valid_to__isnull=True)
        .filter(Q(region_a__in=mine) | Q(region_b__in=mine))
    )
    keys = [
        row[0]
        for row in rows.values_list("pk", "region_a_id", "region_b_id")
        if frozenset(row[1:]) not in known
    ]
    found = Adjacency.objects.filter(pk__in=keys) if len(keys) < 20_000 else Adjacency.objects.none()
    return found.select_related("region_a__parent", "region_b__parent").order_by(
        "region_a__code", "region_b__code"
    )


@transaction.atomic
def create_missing_segments(*, actor: User, seen: int) -> int:
    """Create all of them; `seen` is how many the person was shown."""
    if not keeps_layers(actor):
        raise NotAllowed(
            _("Anda tidak berwenang menambah segmen batas."), remedy=_("Mintalah Biro Pemerintahan provinsi.")
        )
    rows = list(missing_segments(actor))
    if not rows:
        raise ImpossibleStep(
            _("Tidak ada segmen yang belum terdaftar."), remedy=_("Buka daftar segmen batas.")
        )
    if len(rows) != seen:
        raise ImpossibleStep(
            _("Daftar segmen yang belum terdaftar sudah berubah."),
            remedy=_("Periksa daftar terbaru di bawah, lalu kirim lagi."),
        )
    Segment.objects.bulk_create([_segment(row) for row in rows], batch_size=200)
    return len(rows)


def _segment(row: Adjacency) -> Segment:
    first, second = Segment.ordered(row.region_a, row.region_b)
    length = row.shared_km if row.shared_km and row.shared_km > 0 else None
    return Segment(region_a=first, region_b=second, length_km=length, source=row.source)
