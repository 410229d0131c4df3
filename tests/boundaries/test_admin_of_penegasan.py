"""Penegasan in the admin site: everything is read, nothing is written past its act."""

from django.urls import reverse

from boundaries.services.terms import load_terms
from tests.boundaries.pbd_rows import all_teams, minutes
from tests.boundaries.rows import segment


def test_the_admin_reads_and_changes_nothing(cast, signed_in):
    load_terms()
    row = segment(cast.kukar, cast.kubar)
    all_teams(cast)
    made = minutes(cast, row)
    client = signed_in(cast.admin)
    names = (
        "boundaryminutes", "boundaryteam", "boundaryterm", "boundaryevent", "facilitationattendance",
        "tacitconsent", "missingpaper", "chainletter",
    )  # fmt: skip
    for name in names:
        assert client.get(reverse(f"admin:boundaries_{name}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:boundaries_{name}_add")).status_code == 403
    detail = reverse("admin:boundaries_boundaryminutes_change", args=[made.pk])
    assert client.get(detail).status_code == 200
    assert client.post(detail, {"state": "tercantum"}).status_code == 403
