"""How many kilometres of a segment are agreed and disputed: derived here and nowhere else.

A Permendagri settles the whole length. Before it the legs on record count; where there are none, the latest round
that named kilometres; where there is none either, nobody knows.
"""

from typing import Any

from django.db.models import Case, CharField, DecimalField, Exists, F, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from boundaries.choices import SETTLED, LegState
from boundaries.querysets.rows import rows

BY_DECREE, BY_LEGS, BY_ROUND = "penetapan", "ruas", "putaran"
_KM = DecimalField(max_digits=12, decimal_places=3)


def _of_legs(**which: Any) -> Subquery:
    legs = rows("Leg").filter(segment=OuterRef("pk"), length_km__isnull=False, **which)
    return Subquery(
        legs.order_by().values("segment").annotate(km=Sum("length_km")).values("km"), output_field=_KM
    )


def _told() -> Any:
    """The rounds that named kilometres."""
    return rows("Round").filter(segment=OuterRef("pk")).exclude(agreed_km=None, disputed_km=None)


def _of_round(name: str) -> Subquery:
    return Subquery(_told().order_by("-on", "-number").values(name)[:1], output_field=_KM)


def annotations() -> dict[str, Any]:
    """What a queryset of segments is annotated with."""
    settled, by_legs = Q(stage__in=SETTLED), Q(leg_km__isnull=False)
    nothing = Value(0, output_field=_KM)
    return {
        "leg_km": _of_legs(),
        "agreed_km": Case(
            When(settled, then=Coalesce(F("length_km"), F("leg_km"), output_field=_KM)),
            When(by_legs, then=Coalesce(_of_legs(state=LegState.DISEPAKATI), nothing)),
            default=_of_round("agreed_km"),
            output_field=_KM,
        ),
        "disputed_km": Case(
            When(settled, then=nothing),
            When(by_legs, then=Coalesce(_of_legs(state=LegState.DIPERSELISIHKAN), nothing)),
            default=_of_round("disputed_km"),
            output_field=_KM,
        ),
        "km_source": Case(
            When(settled, then=Value(BY_DECREE)),
            When(by_legs, then=Value(BY_LEGS)),
            When(Exists(_told()), then=Value(BY_ROUND)),
            default=Value(""),
            output_field=CharField(),
        ),
    }
