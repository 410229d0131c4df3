"""The pages of import, export, layers and missing segments: answers, rights, double sending, constant queries."""

import re
import uuid

import pytest
from django.urls import reverse

from boundaries.models import BoundaryPoint, GeoImport, RegionLayer, Segment
from boundaries.services import importing
from ksd.core.models import Job
from regions.models import Adjacency
from tests.boundaries import geo_files as files
from tests.boundaries.exchange_rows import cells, grid, kind, layer, two_sides, upload
from tests.boundaries.rows import segment

TABLE = b"Nama titik;Lintang;Bujur\nTK 1;0,1;117\nTK 2;-0,1;117\n"
FORMS = {"titik": "import_points", "garis": "import_line", "wilayah": "import_outlines"}


@pytest.fixture
def row(cast):
    kind("TK")
    two_sides(cast.kukar, cast.kubar)
    return segment(cast.kukar, cast.kubar)


def filled(row, **more):
    return {
        "form_token": uuid.uuid4().hex, "segment": row.pk, "kind_code": kind("TK").pk, "datum": "srgi2013",
        "method": "kartometrik", "epsg": "", "source": "BA contoh", "upload": upload("titik.csv", TABLE),
    } | more  # fmt: skip


def line_of(row, content, name="a.geojson", **more):
    given = {"role": "klaim", "region": row.region_a_id, "name": ""} | more
    return filled(row, upload=upload(name, content)) | given


def test_points_go_from_upload_over_preview_into_the_register(cast, row, signed_in):
    client = signed_in(cast.officer)
    sent = client.post(reverse("boundaries:import_points"), filled(row))
    imported = GeoImport.objects.get()
    assert sent.status_code == 302
    assert sent.headers["Location"] == imported.get_absolute_url()
    page = client.get(sent.headers["Location"]).content.decode()
    assert "Terapkan semuanya" in page
    assert "WGS 84 (EPSG:4326)" in page
    assert "Indikatif, bukan acuan hukum." in page
    assert (
        client.get(reverse("boundaries:import_drawing", args=[imported.pk])).headers["Content-Type"]
        == "image/svg+xml"
    )
    assert not BoundaryPoint.objects.exists()
    assert client.post(sent.headers["Location"], {"act": "apply"}).status_code == 302
    assert BoundaryPoint.objects.count() == 2
    assert client.post(sent.headers["Location"], {"act": "apply"}).status_code == 409
    assert BoundaryPoint.objects.count() == 2


def test_a_form_sent_twice_makes_one_import(cast, row, signed_in):
    client, data = signed_in(cast.officer), filled(row)
    first = client.post(reverse("boundaries:import_points"), data)
    again = client.post(reverse("boundaries:import_points"), data | {"upload": upload("titik.csv", TABLE)})
    assert again.status_code in {302, 409}
    assert GeoImport.objects.count() == 1
    assert first.headers["Location"] == GeoImport.objects.get().get_absolute_url()


@pytest.mark.parametrize("name", sorted(files.HOSTILE))
def test_a_hostile_file_comes_back_to_its_form_with_its_mend_and_leaves_nothing(cast, row, signed_in, name):
    file, content, message = files.HOSTILE[name]
    if name == "ten million vertices":
        content = b"[1,2]," * 100  # large files are the worker's; this one is tested by its reader
    client = signed_in(cast.officer)
    answer = client.post(reverse("boundaries:import_line"), line_of(row, content, file))
    assert answer.status_code == 422
    assert not GeoImport.objects.exists()
    if name != "ten million vertices":
        assert message.split("“")[0].strip() in answer.content.decode().replace("&quot;", '"')


@pytest.mark.parametrize("name", sorted(files.FAULTY))
def test_a_faulty_feature_is_shown_and_cannot_be_applied(cast, row, signed_in, name):
    file, content, message = files.FAULTY[name]
    client = signed_in(cast.officer)
    answer = client.post(reverse("boundaries:import_line"), line_of(row, content, file), follow=True)
    assert answer.status_code == 200
    assert message in answer.content.decode()
    assert "Terapkan semuanya" not in answer.content.decode()
    refused = client.post(GeoImport.objects.get().get_absolute_url(), {"act": "apply"})
    assert refused.status_code == 409
    assert "tidak ada yang diimpor" in refused.content.decode()
    assert not row.lines.exists()


def test_words_of_a_file_are_never_taken_for_markup(cast, row, signed_in):
    content = b"Nama titik;Lintang;Bujur\n<script>x</script>;0,1;117\n"
    answer = signed_in(cast.officer).post(
        reverse("boundaries:import_points"), filled(row, upload=upload("<b>.csv", content)), follow=True
    )
    assert "<script>x" not in answer.content.decode()
    assert "<script" not in GeoImport.objects.get().drawing


def test_a_claim_without_its_claimant_is_asked_for(cast, row, signed_in):
    good = files.geojson(files.feature("LineString", [(117, 0), (117, 0.1)]))
    answer = signed_in(cast.biro).post(reverse("boundaries:import_line"), line_of(row, good, region=""))
    assert answer.status_code == 422
    assert "Pilih daerah yang menyatakan klaim" in answer.content.decode()


def test_a_large_file_leads_to_the_progress_of_its_work(cast, row, signed_in, monkeypatch):
    monkeypatch.setattr("boundaries.services.importing.acts.AT_ONCE", 10)
    answer = signed_in(cast.officer).post(reverse("boundaries:import_points"), filled(row))
    assert answer.headers["Location"] == reverse(
        "core:job", args=[Job.objects.get(kind="boundaries_import").public_id]
    )


def test_the_address_of_a_segment_fills_the_form(cast, row, signed_in):
    page = (
        signed_in(cast.officer)
        .get(reverse("boundaries:import_points"), {"segmen": row.slug})
        .content.decode()
    )
    assert re.search(rf'<option value="{row.pk}" selected', page)


def test_one_person_never_sees_the_import_of_another(cast, row, signed_in):
    imported = importing.upload_geometry(
        actor=cast.officer,
        upload=upload("a.csv", TABLE),
        content="titik",
        segment=row,
        options={"kind_code": "TK"},
    )
    for person in (cast.partner, cast.stranger, cast.biro):
        client = signed_in(person)
        assert client.get(imported.get_absolute_url()).status_code == 404
        assert client.post(imported.get_absolute_url(), {"act": "apply"}).status_code == 404
        assert "a.csv" not in client.get(reverse("boundaries:imports")).content.decode()


def test_the_list_of_imports_asks_as_often_for_one_as_for_many(
    cast, row, signed_in, django_assert_max_num_queries
):
    client = signed_in(cast.officer)

    def bring(times):
        for _time in range(times):
            importing.upload_geometry(
                actor=cast.officer,
                upload=upload("a.csv", TABLE),
                content="titik",
                segment=row,
                options={"kind_code": "TK"},
            )

    bring(1)
    client.get(reverse("boundaries:imports"))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(reverse("boundaries:imports"))
    bring(8)
    with django_assert_max_num_queries(len(one)):
        client.get(reverse("boundaries:imports"))


def test_the_page_of_layers_uses_one_and_has_the_neighbours_computed(cast, signed_in):
    row = layer(dict(zip(grid(cast.kaltim), cells(), strict=True)), in_use=False)
    client = signed_in(cast.biro)
    assert client.post(reverse("boundaries:outlines"), {"act": "neighbours"}).status_code == 409
    assert client.post(reverse("boundaries:outlines"), {"act": "use", "layer": row.pk}).status_code == 302
    assert RegionLayer.objects.get().in_use
    assert client.post(reverse("boundaries:outlines"), {"act": "neighbours"}).status_code == 302
    from ksd.core.jobs import run_job

    assert run_job(Job.objects.get(kind="boundaries_neighbours").pk)
    assert Adjacency.objects.count() == 12
    page = client.get(reverse("boundaries:propose")).content.decode()
    assert "Kabupaten Petak 1 – Kabupaten Petak 2" in page
    assert client.post(reverse("boundaries:propose"), {"seen": "12"}).status_code == 302
    assert Segment.objects.count() == 12
    for bad in ({"act": "use", "layer": "x"}, {"act": "use", "layer": "9" * 30}, {}):
        assert client.post(reverse("boundaries:outlines"), bad).status_code == 400


def test_the_worker_writes_a_large_layer(cast, signed_in, monkeypatch):
    monkeypatch.setattr("boundaries.services.importing.acts.AT_ONCE", 10)
    nine = grid(cast.kaltim)
    rows = [
        files.feature("Polygon", [list(cell.exterior.coords)], code=row.code)
        for row, cell in zip(nine, cells(), strict=True)
    ]
    client, token = signed_in(cast.biro), uuid.uuid4().hex
    client.post(
        reverse("boundaries:import_outlines"),
        {
            "form_token": token,
            "name": "Besar",
            "source": "contoh",
            "tolerance_m": "1",
            "upload": upload("w.geojson", files.geojson(*rows)),
        },
    )
    from ksd.core.jobs import run_job

    assert run_job(Job.objects.get().pk)
    imported = GeoImport.objects.get()
    client.post(imported.get_absolute_url(), {"act": "apply", "use": "ya"})
    assert run_job(Job.objects.latest("pk").pk)
    assert RegionLayer.objects.get().in_use
    imported.refresh_from_db()
    assert (str(imported.layer), imported.get_state_display()) == ("Besar", "Diterapkan")


def test_the_tab_of_a_segment_leads_both_ways(cast, row, signed_in):
    page = signed_in(cast.officer).get(reverse("boundaries:exchange", args=[row.slug])).content.decode()
    assert f"?segmen={row.slug}" in page
    assert 'name="bentuk"' in page
