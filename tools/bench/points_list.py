"""The list of points: as many queries, and hardly more time, for a register of 100,000 points as for 5,000."""

from decimal import Decimal

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boundaries.models import BoundaryPoint, Pillar, PointKind, Segment, SegmentPoint
from ksd.accounts.models import User
from ksd.office.demo import people
from tools.bench import Figure, fastest
from tools.bench._stage import set_stage

FEW, MANY, BATCH = 5_000, 100_000, 5_000
MOST_QUERIES = 14
# Counting and summing is linear; a page itself is not. Twenty times the rows may cost no more than this.
MOST_TIMES = 12.0
FILTERED = ("", "?page=40", "?kind={kind}", "?pillar=rusak", "?q=PBU+12", "?standing=menunggu")


def measure() -> list[Figure]:
    """Queries of the dearest page and the time of the first, with few rows and with twenty times as many."""
    set_stage()
    client = Client()
    client.force_login(
        User.objects.get(username="biro"), backend="ksd.accounts.backends.RolePermissionBackend"
    )
    kind = PointKind.objects.get_or_create(code="PBU", defaults={"name": "Pilar Batas Utama"})[0]
    _add_rows(kind, 0, FEW)
    few, quick = _queries(client, kind), _seconds(client)
    _add_rows(kind, FEW, MANY)
    many, slow = _queries(client, kind), _seconds(client)
    note = f"{few} kueri untuk {FEW} titik, {many} untuk {MANY}"
    return [
        Figure("points_list", float(max(few, many)), MOST_QUERIES, note),
        Figure("points_list_growth", many / few, 1.0, "nisbah banyak kueri"),
        Figure(
            "points_list_time", slow / quick, MOST_TIMES, f"{quick * 1000:.0f} ms, lalu {slow * 1000:.0f} ms"
        ),
    ]


def _ask(client: Client, query: str) -> None:
    address = reverse("boundaries:points") + query
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")


def _queries(client: Client, kind: PointKind) -> int:
    """Queries of the dearest of several filtered pages."""
    counts = []
    for query in FILTERED:
        asked = query.format(kind=kind.pk)
        _ask(client, asked)
        with CaptureQueriesContext(connection) as captured:
            _ask(client, asked)
        counts.append(len(captured))
    return max(counts)


def _seconds(client: Client) -> float:
    return fastest(5, lambda: _ask(client, ""))[0]


def _add_rows(kind: PointKind, first: int, last: int) -> None:
    """Points in lists of ten segments, every second with its pillar; made in batches, so that little is held at once."""
    segments = _segments()
    for start in range(first, last, BATCH):
        numbers = range(start, min(start + BATCH, last))
        points = BoundaryPoint.objects.bulk_create(
            [
                BoundaryPoint(
                    kind=kind, lat=Decimal(number % 30_000) / 100_000, lon=Decimal(115) + number % 7
                )
                for number in numbers
            ],
            batch_size=1_000,
        )
        SegmentPoint.objects.bulk_create(
            [
                SegmentPoint(
                    segment=segments[number % len(segments)], point=point, label=f"PBU {number}", order=number
                )
                for number, point in zip(numbers, points, strict=True)
            ],
            batch_size=1_000,
        )
        states = ("", "ada", "rusak", "hilang")
        pillars = [Pillar(point=point, state=states[point.pk % 4]) for point in points[::2]]
        Pillar.objects.bulk_create(pillars, batch_size=1_000)


def _segments() -> list[Segment]:
    """Ten segments: the first of the regencies of the stage with each of the others, made where missing."""
    regions = [people.region(entry["code"]) for entry in people.data()["regions"][1:]]
    found = []
    for one, other in zip(regions, regions[1:] + regions[:1], strict=True):
        a, b = Segment.ordered(one, other)
        found.append(
            Segment.objects.filter(region_a=a, region_b=b).first()
            or Segment.objects.create(region_a=a, region_b=b)
        )
    return found[:10]
