"""The list of cases: as many queries for 20 rows as for 2,000."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.choices import Side
from agreements.law.loading import latest
from agreements.models import Case, Party
from ksd.accounts.models import User
from ksd.core import clock
from ksd.office.demo import people
from regions.models import Urusan
from tools.bench import Figure
from tools.bench._stage import set_stage

ROWS = 2_000
MOST_QUERIES = 12
TITLE = "Kerja sama ukur"


def measure() -> list[Figure]:
    """Queries of the filtered list with few rows, then with two thousand more."""
    set_stage()
    user = User.objects.get(username="biro")
    few = _queries(user)
    _add_rows(user)
    many = _queries(user)
    note = f"{few} kueri sebelum, {many} sesudah {ROWS} kasus ditambahkan"
    return [
        Figure("case_list", float(max(few, many)), MOST_QUERIES, note),
        Figure("case_list_growth", many / few, 1.0, "nisbah banyak kueri"),
    ]


def _queries(user: User) -> int:
    """Queries of the dearest of several filtered pages."""
    client = Client()
    client.force_login(user, backend="ksd.accounts.backends.RolePermissionBackend")
    address = reverse("agreements:case_list")
    counts = []
    for query in ("", "?q=kerja", "?kind=ksdd_sukarela", "?page=2", "?mine=on"):
        client.get(address + query)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = client.get(address + query)
        if response.status_code not in (200, 404):
            raise RuntimeError(f"{address}{query}: {response.status_code}")
        counts.append(len(captured))
    return max(counts)


def _add_rows(user: User) -> None:
    pack = latest("ksdd")
    states = [state.code for state in pack.states]
    places = [people.region(entry["code"]) for entry in people.data()["regions"][1:11]]
    urusan = Urusan.objects.order_by("pk")[:8]
    cases = Case.objects.bulk_create(
        Case(
            pack_code=pack.code, pack_version=pack.version, kind=pack.kinds[number % 2].code, created_by=user,
            title=f"{TITLE} {number}", state=states[number % len(states)], location="Kalimantan Timur",
        )
        for number in range(ROWS)
    )  # fmt: skip
    through = Case.urusan.through
    through.objects.bulk_create(through(case=case, urusan=urusan[case.pk % 8]) for case in cases)
    for order, side in ((1, Side.INITIATOR), (2, Side.PARTNER)):
        Party.objects.bulk_create(
            Party(
                case=case, order=order, side=side, region=places[(case.pk + order) % 10], shared_at=clock.now(),
                turn_since=clock.today() if order == case.pk % 3 else None,
            )
            for case in cases
        )  # fmt: skip
