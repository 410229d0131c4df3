"""Importing points and lines of a segment: preview first, then all of it; who may; what is refused."""

import pytest

from boundaries.choices import ImportState
from boundaries.geo.written import shown
from boundaries.models import BoundaryLine, BoundaryPoint, GeoImport, SegmentPoint
from boundaries.services import importing
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.core.models import Job, StoredFile
from tests.boundaries import geo_files as files
from tests.boundaries.exchange_rows import kind, line, listed, two_sides, upload
from tests.boundaries.rows import segment

TABLE = b"Nama titik;Lintang;Bujur;Jenis;Ketelitian;Letak\nTK 1;0,1;117;TK;0,5;Desa contoh\nTK 1A;0;117,001;PBU;;\nTK 2;-0,1;117;TK;2;\n"


@pytest.fixture
def row(cast):
    kind("TK"), kind("PBU")
    two_sides(cast.kukar, cast.kubar)
    return segment(cast.kukar, cast.kubar)


def bring(actor, row, content=TABLE, name="titik.csv", what="titik", **options):
    given = {"kind_code": "TK", "datum": "srgi2013"} | options if what == "titik" else options
    return importing.upload_geometry(
        actor=actor, upload=upload(name, content), content=what, segment=row, options=given
    )


def claim(actor, row, vertices=((117, 0.1), (117.01, 0), (117, -0.1)), **options):
    content = files.geojson(files.feature("LineString", vertices))
    return bring(
        actor, row, content, "klaim.geojson", "garis", role="klaim", region=row.region_a_id, **options
    )


def test_an_upload_only_makes_a_preview(cast, row):
    imported = bring(cast.officer, row)
    assert imported.state == ImportState.PRATINJAU
    assert imported.counts == {"Fitur terbaca": 3, "Titik": 3, "Titik simpul bersama": 0}
    assert imported.rows[1] == ["Baris 2", "TK 1", "TK", shown(0.1, 117)]
    assert imported.crs == "WGS 84 (EPSG:4326)"
    assert imported.drawing.startswith("<svg")
    assert not BoundaryPoint.objects.exists()


def test_applying_writes_every_point_in_its_order_behind_those_listed(cast, row):
    listed(row, "TK 0", 117, 0.2, order=4)
    importing.apply_geometry(actor=cast.officer, imported=bring(cast.officer, row))
    rows = list(row.listed_points.order_by("order").values_list("label", "order", "point__kind__code"))
    assert rows == [("TK 0", 4, "TK"), ("TK 1", 5, "TK"), ("TK 1A", 6, "PBU"), ("TK 2", 7, "TK")]
    first = SegmentPoint.objects.get(label="TK 1").point
    assert (str(first.lat), str(first.accuracy_m), first.place) == ("0.100000000", "0.500", "Desa contoh")
    assert first.added_by == cast.officer
    assert first.as_given == "0,1, 117"


@pytest.mark.parametrize(
    ("content", "where", "message"),
    [
        (b"nama;lintang;bujur\nTK 1;0;117\nTK 1;0,1;117\n", "Baris 2", "muncul lebih dari sekali"),
        (b"nama;lintang;bujur\n;0;117\n", "Baris 2", "belum bernama"),
        (
            b"nama;lintang;bujur;jenis\nTK 1;0;117;XYZ\n",
            "Baris 2",
            "Jenis titik \u201cXYZ\u201d tidak dikenal",
        ),
        (b"nama;lintang;bujur;tinggi\nTK 1;0;117;tinggi sekali\n", "Baris 2", "bukan angka"),
        (b"nama;lintang;bujur;ketelitian\nTK 1;0;117;-5\n", "Baris 2", "tidak masuk akal"),
        (b"nama;lintang;bujur\nTK 1;0;123\n", "Baris 2", "di luar kedua wilayah"),
        (b"nama;lintang;bujur\nTK 9;0,05;117\n", "Baris 2", "sudah dipakai pada segmen ini"),
    ],
)
def test_a_row_that_cannot_stand_is_named_and_nothing_is_imported(cast, row, content, where, message):
    listed(row, "TK 9", 117, 0.1)
    imported = bring(cast.officer, row, content)
    fault = imported.faults[0]
    assert fault["where"] == where
    assert message in str(fault["message"])
    assert fault["remedy"]
    with pytest.raises(NotReady, match="tidak ada yang diimpor"):
        importing.apply_geometry(actor=cast.officer, imported=imported)
    assert BoundaryPoint.objects.count() == 1


def test_the_same_list_twice_adds_nothing_twice(cast, row):
    importing.apply_geometry(actor=cast.officer, imported=bring(cast.officer, row))
    again = bring(cast.officer, row)
    assert "Tidak ada titik baru" in str(again.faults[0]["message"])
    assert BoundaryPoint.objects.count() == 3


def test_a_point_at_the_node_of_a_neighbouring_segment_is_the_same_point(cast, row):
    other = segment(cast.kukar, cast.paser)
    node = listed(other, "TK 7", 117, 0.1)
    imported = bring(cast.officer, row)
    assert imported.counts["Titik simpul bersama"] == 1
    importing.apply_geometry(actor=cast.officer, imported=imported)
    assert SegmentPoint.objects.get(segment=row, label="TK 1").point == node.point


def test_a_closing_node_that_misses_the_neighbours_node_is_told_with_the_distance(cast, row):
    listed(segment(cast.kukar, cast.paser), "TK 7", 117, 0.10002)
    imported = bring(cast.officer, row)
    assert "TK 1 terletak 2,21 m dari titik segmen tetangga" in str(imported.notes[0]["message"])
    assert not imported.faults


def test_a_line_is_turned_so_that_the_first_region_lies_on_its_left(cast, row):
    imported = claim(cast.officer, row, vertices=((117, 0.1), (117.01, 0), (117, -0.1)))
    importing.apply_geometry(actor=cast.officer, imported=imported)
    drawn = BoundaryLine.objects.get()
    assert drawn.vertices == [
        [117.0, -0.1],
        [117.01, 0.0],
        [117.0, 0.1],
    ]  # northwards: the west is on the left
    assert (drawn.vertex_count, drawn.version, drawn.author) == (3, 1, cast.officer)
    assert drawn.length_m == pytest.approx(22_228, rel=0.01)


def test_a_second_claim_is_a_new_version_that_replaces_the_first(cast, row):
    for vertices in (((117, -0.1), (117, 0.1)), ((117, -0.1), (117.02, 0), (117, 0.1))):
        importing.apply_geometry(actor=cast.officer, imported=claim(cast.officer, row, vertices))
    first, second = BoundaryLine.objects.order_by("version")
    assert (second.version, second.replaces) == (2, first)


@pytest.mark.parametrize(
    ("features", "message"),
    [
        (
            [
                files.feature("LineString", [(117, 0), (117, 0.1)]),
                files.feature("LineString", [(117.1, 0), (117.1, 0.1)]),
            ],
            "2 garis yang tidak bersambung",
        ),
        ([files.feature("Polygon", files.square(117, 0))], "memuat bidang"),
        ([files.feature("LineString", [(123, 0), (123, 0.1)])], "di luar kedua wilayah"),
    ],
)
def test_what_is_no_single_line_near_the_segment_is_refused(cast, row, features, message):
    imported = bring(
        cast.officer,
        row,
        files.geojson(*features),
        "a.geojson",
        "garis",
        role="klaim",
        region=row.region_a_id,
    )
    assert message in str(imported.faults[0]["message"])


def test_points_in_their_order_make_a_line(cast, row):
    imported = bring(cast.officer, row, TABLE, "a.csv", "garis", role="klaim", region=row.region_a_id)
    assert imported.counts["Titik pada garis"] == 3
    assert not imported.faults


@pytest.mark.parametrize("who", ["stranger", "observer", "nobody", "tkksd"])
def test_who_speaks_for_no_side_may_import_nothing(cast, row, who):
    with pytest.raises(NotAllowed, match="tidak berwenang mengimpor"):
        bring(getattr(cast, who), row)
    assert not GeoImport.objects.exists()
    assert not StoredFile.objects.filter(kind=importing.FILE_KIND).exists()


def test_one_side_does_not_import_the_claim_of_the_other_nor_a_study(cast, row):
    with pytest.raises(NotAllowed):
        claim(cast.partner, row)
    with pytest.raises(NotAllowed):
        bring(cast.officer, row, files.geojson(), "a.geojson", "garis", role="kajian_provinsi")


def test_the_biro_imports_for_both_and_its_studies(cast, row):
    assert not claim(cast.biro, row).faults
    study = files.geojson(files.feature("LineString", [(117, -0.1), (117, 0.1)]))
    assert not bring(cast.biro, row, study, "a.geojson", "garis", role="kajian_provinsi").faults


def test_a_dropped_or_applied_import_is_over(cast, row):
    dropped = importing.cancel_geometry(actor=cast.officer, imported=bring(cast.officer, row))
    assert dropped.state == ImportState.DIBATALKAN
    for act in (importing.apply_geometry, importing.cancel_geometry):
        with pytest.raises(ImpossibleStep, match="Dibatalkan"):
            act(actor=cast.officer, imported=dropped)


def test_what_was_recorded_since_the_preview_is_not_overwritten(cast, row):
    imported = bring(cast.officer, row)
    listed(row, "TK 2", 117, 0.3)
    with pytest.raises(StaleForm, match="sudah berubah"):
        importing.apply_geometry(actor=cast.officer, imported=imported)
    assert BoundaryPoint.objects.count() == 1


def test_a_large_file_is_read_and_applied_by_the_worker(cast, row, monkeypatch, run_jobs):
    monkeypatch.setattr("boundaries.services.importing.acts.AT_ONCE", 10)
    imported = bring(cast.officer, row)
    assert imported.state == ImportState.DIBACA
    run_jobs()
    imported.refresh_from_db()
    assert imported.state == ImportState.PRATINJAU
    importing.apply_geometry(actor=cast.officer, imported=imported)
    run_jobs()
    imported.refresh_from_db()
    assert imported.state == ImportState.DITERAPKAN
    assert BoundaryPoint.objects.count() == 3


@pytest.fixture
def run_jobs():
    from ksd.core.jobs import run_job

    def run():
        for job in Job.objects.filter(state="queued"):
            assert run_job(job.pk)

    return run


def test_confidential_stays_confidential(cast, row):
    importing.apply_geometry(actor=cast.officer, imported=claim(cast.officer, row, confidential=True))
    assert BoundaryLine.objects.get().confidential
    assert line(row, "kajian_provinsi").confidential is False
