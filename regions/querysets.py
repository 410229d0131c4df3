"""Named questions about regions, officials, offices and legal bases."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from ksd.core import clock
from regions.choices import Level, Position, Standing

if TYPE_CHECKING:
    from regions.models import LegalBasis, Office, Official, Region  # noqa: F401  named as text below


def _valid(on: datetime.date, start: str = "valid_from", end: str = "valid_to") -> Q:
    """Rows in force on a day; the last day counts, an open side means always."""
    return (Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": on})) & (
        Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": on})
    )


class RegionQuerySet(models.QuerySet["Region"]):
    """Regions by validity, level, family and neighbourhood."""

    def current(self, on: datetime.date | None = None) -> Self:
        """Regions that exist on a day (today when none is given)."""
        return self.filter(_valid(on or clock.today()))

    def provinces(self) -> Self:
        """Provinces only."""
        return self.filter(level=Level.PROVINSI)

    def regencies(self) -> Self:
        """Kabupaten and kota only, administrative ones included."""
        return self.filter(level=Level.KABKOTA)

    def of_province(self, region: "Region") -> Self:
        """Kabupaten and kota of one province."""
        return self.filter(level=Level.KABKOTA, parent=region)

    def neighbours_of(self, region: "Region") -> Self:
        """Regions recorded as bordering this one."""
        first = self.model._default_manager.filter(adjacencies_as_b__region_a=region).values("pk")
        second = self.model._default_manager.filter(adjacencies_as_a__region_b=region).values("pk")
        return self.filter(Q(pk__in=first) | Q(pk__in=second))

    def search(self, text: str) -> Self:
        """Regions whose name holds every word, or whose code begins with the text."""
        text = " ".join(text.split())
        if not text:
            return self
        names = Q()
        for word in text.split():
            names &= Q(name__icontains=word) | Q(kind__istartswith=word)
        return self.filter(names | Q(code__startswith=text))


class OfficeQuerySet(models.QuerySet["Office"]):
    """Offices by validity."""

    def current(self, on: datetime.date | None = None) -> Self:
        """Offices that exist on a day (today when none is given)."""
        return self.filter(_valid(on or clock.today()))

    def closed(self, on: datetime.date | None = None) -> Self:
        """Offices that no longer exist on a day (today when none is given)."""
        return self.filter(valid_to__lt=on or clock.today())


class OfficialQuerySet(models.QuerySet["Official"]):
    """Officials by term and rank."""

    def in_office(self, on: datetime.date | None = None) -> Self:
        """Officials whose term covers a day (today when none is given)."""
        return self.filter(_valid(on or clock.today(), "term_start", "term_end"))

    def not_in_office(self, on: datetime.date | None = None) -> Self:
        """Officials of the past and of days to come, latest first."""
        return self.exclude(_valid(on or clock.today(), "term_start", "term_end")).order_by(
            "-term_start", "name"
        )

    def by_rank(self) -> Self:
        """Head of region first, then by rank, then the acting before the full holder."""
        ranks = [When(position=value, then=Value(rank)) for rank, value in enumerate(Position.values)]
        return self.annotate(
            rank=Case(*ranks, default=Value(99), output_field=IntegerField()),
            full_right=Case(
                When(standing=Standing.DEFINITIF, then=Value(1)),
                default=Value(0),
                output_field=IntegerField(),
            ),
        ).order_by("rank", "full_right", "-term_start", "name")

    def head_of(self, region: "Region", on: datetime.date | None = None) -> "Official | None":
        """Who acts as head of a region on a day; an acting official stands before the absent holder."""
        return self.in_office(on).filter(region=region, position=Position.KEPALA_DAERAH).by_rank().first()


class LegalBasisQuerySet(models.QuerySet["LegalBasis"]):
    """Legal bases by validity and correctness."""

    def right(self) -> Self:
        """Citations that may be used."""
        return self.filter(is_wrong=False)

    def wrong(self) -> Self:
        """Citations often copied by mistake."""
        return self.filter(is_wrong=True)

    def in_force(self, on: datetime.date | None = None) -> Self:
        """Right citations in force on a day (today when none is given)."""
        return self.right().filter(_valid(on or clock.today()))
