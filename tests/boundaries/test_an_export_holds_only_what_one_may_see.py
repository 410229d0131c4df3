"""The export: only what the person may see, the same places again, nothing sent twice."""

import uuid
from decimal import Decimal

import pytest
from django.urls import reverse

from boundaries.geo.reading import read_file
from boundaries.models import BoundaryPoint, GeoImport, SegmentPoint
from boundaries.services.importing import apply_geometry
from tests.boundaries.exchange_rows import kind, line, listed, two_sides, upload
from tests.boundaries.rows import segment


@pytest.fixture
def row(cast):
    kind("TK")
    two_sides(cast.kukar, cast.kubar)
    return segment(cast.kukar, cast.kubar)


def filled(row, **more):
    return {
        "form_token": uuid.uuid4().hex, "segment": row.pk, "kind_code": kind("TK").pk, "datum": "srgi2013",
        "method": "kartometrik", "epsg": "", "source": "",
    } | more  # fmt: skip


@pytest.fixture
def rich(row):
    listed(row, "TK 1", 117.000000001, 0.123456789, 1)
    listed(row, "=TK 2", 117.1, -0.1, 2)
    line(row, "klaim", confidential=True, name="Klaim rahasia")
    line(row, "kajian_provinsi", name="Kajian")
    return row


ENDINGS = {
    "geojson": "geojson",
    "kml": "kml",
    "kmz": "kmz",
    "shp": "zip",
    "gpx": "gpx",
    "csv": "csv",
    "xlsx": "xlsx",
}


@pytest.mark.parametrize("content", ["titik", "garis", "wilayah", "segmen"])
@pytest.mark.parametrize("form", sorted(ENDINGS))
def test_everything_is_written_in_every_format(cast, rich, signed_in, content, form):
    answer = signed_in(cast.officer).get(reverse("boundaries:export"), {"isi": content, "bentuk": form})
    assert answer.status_code == 200
    assert (
        answer.headers["Content-Disposition"]
        == f'attachment; filename="{content}-semua-20261121.{ENDINGS[form]}"'
    )
    assert read_file(f"a.{ENDINGS[form]}", answer.content).features


@pytest.mark.parametrize("form", sorted(ENDINGS))
def test_points_taken_out_come_in_again_as_the_same_points(cast, rich, signed_in, form):
    client = signed_in(cast.officer)
    taken = client.get(reverse("boundaries:export"), {"isi": "titik", "bentuk": form, "segmen": rich.pk})
    given = filled(rich, upload=upload(f"a.{ENDINGS[form]}", taken.content), kind_code="")
    client.post(reverse("boundaries:import_points"), given)
    told = GeoImport.objects.get().problems
    assert "Tidak ada titik baru" in told[0]["message"]
    assert any("Titik yang sama sudah tercatat" in row["message"] for row in told)


@pytest.mark.parametrize("form", sorted(ENDINGS))
def test_all_that_is_known_of_a_point_comes_in_again(cast, row, signed_in, form):
    place = listed(row, "TK 1", 117.000000001, 0.123456789)
    place.point.place, place.point.note, place.point.height_m = (
        "Desa <Contoh> & Hulu; kiri",
        "Dekat “igir”",
        "12.5",
    )
    place.point.save()
    client = signed_in(cast.officer)
    taken = client.get(reverse("boundaries:export"), {"isi": "titik", "bentuk": form})
    SegmentPoint.objects.all().delete()
    BoundaryPoint.objects.all().delete()
    given = filled(row, upload=upload(f"a.{ENDINGS[form]}", taken.content), kind_code="")
    client.post(reverse("boundaries:import_points"), given)
    apply_geometry(actor=cast.officer, imported=GeoImport.objects.get())
    again = row.listed_points.get().point
    assert (again.place, again.note, again.height_m) == (place.point.place, "Dekat “igir”", Decimal("12.500"))
    assert (again.lon, again.lat) == (Decimal("117.000000001"), Decimal("0.123456789"))


@pytest.mark.parametrize("form", sorted(ENDINGS))
def test_a_line_taken_out_alone_comes_in_again_to_the_last_digit(cast, row, signed_in, form):
    vertices = [[117.000000001, -0.123456789], [117.0, 0.1]]
    one = line(row, "kajian_provinsi", vertices=vertices, confidential=True)
    line(row, "klaim")
    client = signed_in(cast.officer)
    taken = client.get(reverse("boundaries:line_file", args=[row.slug, one.pk, form]))
    given = {"form_token": uuid.uuid4().hex, "segment": row.pk, "role": "klaim", "region": cast.kukar.pk}
    client.post(
        reverse("boundaries:import_line"), given | {"upload": upload(f"a.{ENDINGS[form]}", taken.content)}
    )
    apply_geometry(actor=cast.officer, imported=GeoImport.objects.get())
    again = row.lines.latest("pk").vertices
    assert vertices in (again, again[::-1])


def test_one_line_goes_to_who_may_read_it(cast, row, signed_in):
    one = line(row, "klaim", confidential=True)
    address = reverse("boundaries:line_file", args=[row.slug, one.pk, "kml"])
    assert [signed_in(who).get(address).status_code for who in (cast.partner, cast.stranger)] == [200, 404]
    wrong = reverse("boundaries:line_file", args=[row.slug, one.pk, "exe"])
    assert signed_in(cast.officer).get(wrong).status_code == 404


def test_a_file_the_browser_already_has_is_not_sent_again(cast, rich, signed_in):
    client, address = signed_in(cast.officer), reverse("boundaries:export")
    first = client.get(address, {"isi": "garis", "bentuk": "geojson"})
    again = client.get(
        address, {"isi": "garis", "bentuk": "geojson"}, headers={"If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_a_stranger_takes_out_no_point_and_no_line(cast, rich, signed_in):
    client, address = signed_in(cast.stranger), reverse("boundaries:export")
    for content in ("titik", "garis", "segmen"):
        answer = client.get(address, {"isi": content, "bentuk": "geojson"})
        assert answer.status_code == 409
        assert "rahasia" not in answer.content.decode()
        assert client.get(address, {"isi": content, "bentuk": "csv", "segmen": rich.pk}).status_code == 422


def test_a_confidential_line_goes_to_the_parties_only_and_never_stands_for_the_segment(cast, rich, signed_in):
    address, asked = reverse("boundaries:export"), {"isi": "garis", "bentuk": "geojson"}
    for person in (cast.officer, cast.partner, cast.biro):
        assert "Klaim rahasia" in signed_in(person).get(address, asked).content.decode()
    segments = signed_in(cast.officer).get(address, asked | {"isi": "segmen"}).content.decode()
    assert "rahasia" not in segments
    assert "Indikatif, bukan acuan hukum." in segments


def test_a_compromise_not_yet_shared_leaves_its_office_for_nobody(cast, rich, signed_in):
    line(rich, "kompromi", shared=False, name="Usul tertutup", region=cast.kaltim)
    address, asked = reverse("boundaries:export"), {"isi": "garis", "bentuk": "geojson"}
    assert "Usul tertutup" in signed_in(cast.biro).get(address, asked).content.decode()
    for person in (cast.officer, cast.partner, cast.observer):
        assert "Usul tertutup" not in signed_in(person).get(address, asked).content.decode()


def test_nonsense_in_the_choice_is_shown_at_the_form(cast, rich, signed_in):
    client = signed_in(cast.officer)
    for asked in ({"isi": "x", "bentuk": "exe"}, {"isi": "titik", "bentuk": "csv", "segmen": "9" * 40}):
        assert client.get(reverse("boundaries:export"), asked).status_code == 422
