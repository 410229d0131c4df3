"""Versions of lines in the Django admin: read within reach, never written."""

from django.urls import reverse

from boundaries.models import LineWithdrawal
from tests.boundaries.lines_rows import STRAIGHT, line
from tests.boundaries.rows import segment


def test_versions_and_withdrawals_are_read_only(cast, signed_in):
    row = line(segment(cast.kukar, cast.kubar), STRAIGHT, region=cast.kukar, name="Klaim contoh")
    hidden = line(
        row.segment, STRAIGHT, role="kompromi", region=cast.kaltim, shared=False, name="Rahasia contoh"
    )
    gone = LineWithdrawal.objects.create(line=row, actor=cast.officer, reason="contoh")
    client = signed_in(cast.admin)
    text = client.get(reverse("admin:boundaries_boundaryline_changelist")).content.decode()
    assert "Klaim contoh" in text
    assert "Rahasia contoh" not in text
    page = reverse("admin:boundaries_boundaryline_change", args=[row.pk])
    assert client.get(page).status_code == 200
    assert client.post(page, {"name": "x"}).status_code == 403
    assert client.get(reverse("admin:boundaries_boundaryline_change", args=[hidden.pk])).status_code == 302
    assert client.get(reverse("admin:boundaries_boundaryline_add")).status_code == 403
    assert client.get(reverse("admin:boundaries_linewithdrawal_change", args=[gone.pk])).status_code == 200
