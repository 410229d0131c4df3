"""Rounds, legs and public cards of the demonstration; what is invented says so, what was reported names its report."""

from datetime import date
from decimal import Decimal

from boundaries.choices import LegState
from boundaries.models import Round, Segment
from boundaries.services import MANAGE
from boundaries.services.legs import LegFacts, keep_leg
from boundaries.services.publishing import publish_card
from boundaries.services.rounds import Position, RoundFacts, keep_round
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from regions.models import Region

REPORTED = RoundFacts(
    on=date(2021, 5, 21),
    forum="Rapat pembahasan garis kajian provinsi",
    outcome=(
        "Menurut berita: provinsi sudah mengkaji garisnya; kedua daerah menolaknya dan dapat menambahkan dokumen dalam "
        "7 hari kerja sejak penandatanganan; selanjutnya diserahkan kepada gubernur, yang menyampaikan kajian akhir kepada Menteri."
    ),
    next_step="Tambahan dokumen dalam 7 hari kerja",
)
REJECTED = "Menolak garis kajian provinsi (menurut berita)."
HELD = {
    "64.02": "Garis mengikuti batas kecamatan pada peta dasar (contoh).",
    "64.07": "Garis mengikuti igir dan kesaksian tetua kampung (contoh).",
}
INVENTED = (
    LegFacts(name="Ruas utara (contoh)", length_km=Decimal("120.4"), state=LegState.DISEPAKATI, along="igir (contoh)"),
    LegFacts(
        name="Ruas tengah (contoh)", length_km=Decimal("43.4"), disputed_ha=Decimal(8200),
        state=LegState.DIPERSELISIHKAN,
    ),
    LegFacts(name="Ruas selatan (contoh)", length_km=Decimal(78), state=LegState.DISEPAKATI),
)  # fmt: skip


# Where each invented leg begins and ends, along what it runs, and what lies on either side.
TIED = {
    "Ruas utara (contoh)": ("TK 1", "TK 4", "Desa Contoh Hulu Kecamatan Contoh", "Kampung Contoh Atas Kecamatan Contoh"),
    "Ruas tengah (contoh)": ("TK 4", "TK 5", "Desa Contoh Tengah Kecamatan Contoh", "Kampung Contoh Seberang Kecamatan Contoh"),
    "Ruas selatan (contoh)": ("TK 5", "PBU 7", "Desa Contoh Hilir Kecamatan Contoh", "Kampung Contoh Bawah Kecamatan Contoh"),
}  # fmt: skip


def play() -> int:
    """Add what is missing; how many things were added. Nothing where the province has no one to write it down."""
    return _reported() + _invented() + _cards()


def _segment(first: str, second: str) -> Segment | None:
    return Segment.objects.for_list().of_codes(first, second).first()


def _keeper(region: Region) -> User | None:
    """Who writes down the segments of a regency's province."""
    return recipients([region.parent_id or 0], permissions=[MANAGE]).order_by("pk").first()


def _reported() -> int:
    """The round of Berau and Kutai Timur that the press reported."""
    segment = _segment("64.03", "64.08")
    keeper = _keeper(segment.region_a) if segment else None
    if segment is None or keeper is None or segment.rounds.exists():
        return 0
    held = [Position(side, REJECTED) for side in segment.sides]
    keep_round(actor=keeper, segment=segment, facts=REPORTED, positions=held)
    return 1


def _invented() -> int:
    """Legs and positions of Kutai Kartanegara and Kutai Barat, all of them invented."""
    segment = _segment("64.02", "64.07")
    keeper = _keeper(segment.region_a) if segment else None
    if segment is None or keeper is None:
        return 0
    made = 0
    if not segment.legs.exists():
        for facts in INVENTED:
            keep_leg(actor=keeper, segment=segment, facts=facts)
        made += len(INVENTED)
    for row in segment.rounds.filter(positions=None):
        _hold(keeper, segment, row)
        made += 1
    return made


def tie() -> int:
    """Let the invented legs run between the invented points, once these are there; how many legs were tied."""
    segment = _segment("64.02", "64.07")
    keeper = _keeper(segment.region_a) if segment else None
    if segment is None or keeper is None:
        return 0
    ends = {row.label: row for row in segment.listed_points.with_point()}
    made = 0
    for leg in segment.legs.filter(start=None, end=None, name__in=TIED):
        first, last, lies_a, lies_b = TIED[leg.name]
        if first in ends and last in ends:
            told = {name: getattr(leg, name) for name in LegFacts.__dataclass_fields__}
            told |= {"start": ends[first], "end": ends[last], "lies_a": lies_a, "lies_b": lies_b}
            keep_leg(actor=keeper, segment=segment, facts=LegFacts(**told), leg=leg)
            made += 1
    return made


def _hold(keeper: User, segment: Segment, row: Round) -> None:
    """Let both sides have held something in a round."""
    told = {name: getattr(row, name) for name in RoundFacts.__dataclass_fields__}
    held = [Position(side, HELD[side.code]) for side in segment.sides]
    keep_round(actor=keeper, segment=segment, facts=RoundFacts(**told), positions=held, round=row)


def _cards() -> int:
    """The cards of segments whose decree has been read are published once; taken back they stay back."""
    made = 0
    rows = Segment.objects.for_list().filter(verified=True, published=False).settled()
    for segment in rows.filter(bases__regulation__verified=True, traces=None).distinct():
        keeper = _keeper(segment.region_a) or _keeper(segment.region_b)
        if keeper is not None:
            publish_card(actor=keeper, segment=segment, published=True)
            made += 1
    return made
