"""From a file of outlines to a layer, from the layer to the table of neighbours, from there to segments."""

import json
from decimal import Decimal
from io import StringIO

import pytest
import shapely
from django.core.management import CommandError, call_command

from boundaries.models import RegionLayer, RegionShape, Segment
from boundaries.services import importing
from boundaries.services.adjacency import compute_adjacency, layer_in_use, save_adjacency
from boundaries.services.layers_in_use import use_layer
from boundaries.services.proposing import create_missing_segments, missing_segments
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady
from regions.adjacency import are_adjacent
from regions.models import Adjacency, Region
from tests.boundaries import geo_files as files
from tests.boundaries.exchange_rows import cells, grid, layer, upload
from tests.boundaries.rows import segment


@pytest.fixture
def nine(cast):
    return grid(cast.kaltim)


def content(regions, outlines, **more):
    rows = [
        files.feature(
            shape.geom_type, json.loads(shapely.to_geojson(shape))["coordinates"], code=region.code, **more
        )
        for region, shape in zip(regions, outlines, strict=True)
    ]
    return files.geojson(*rows)


def bring(actor, data, **options):
    given = {"name": "Lapisan contoh", "source": "contoh"} | options
    return importing.upload_geometry(
        actor=actor, upload=upload("wilayah.geojson", data), content="garis_luar", options=given
    )


def test_a_layer_is_written_whole_and_not_used_before_somebody_says_so(cast, nine):
    imported = bring(cast.biro, content(nine, cells()))
    assert not imported.faults
    assert not imported.doubts
    assert imported.counts["Perbatasan darat"] == 12
    assert "tidak ada dalam berkas: Kabupaten Paser" in next(str(row["message"]) for row in imported.notes)
    importing.apply_geometry(actor=cast.biro, imported=imported)
    row = RegionLayer.objects.get()
    assert (row.in_use, row.shapes.count(), row.loaded_by) == (False, 9, cast.biro)
    shape = row.shapes.get(region=nine[0])
    assert shape.coordinates[0][0][0] in [[116.0, -1.0], [116.1, -1.0], [116.1, -0.9], [116.0, -0.9]]
    assert (shape.west, shape.north) == (116.0, -0.9)


def test_a_layer_put_in_use_leaves_the_one_before_it(cast, nine):
    before = layer(dict(zip(nine, cells(), strict=True)))
    importing.apply_geometry(actor=cast.biro, imported=bring(cast.biro, content(nine, cells())), use=True)
    assert layer_in_use() != before
    use_layer(actor=cast.admin, layer=before)
    assert layer_in_use() == before
    assert RegionLayer.objects.count() == 2
    with pytest.raises(ImpossibleStep, match="memang sudah dipakai"):
        use_layer(actor=cast.admin, layer=before)


def test_gaps_and_overlaps_stop_the_layer_until_somebody_accepts_them(cast, nine):
    outlines = cells()
    outlines[4] = shapely.box(116.099, -0.9, 116.199, -0.8)
    imported = bring(cast.biro, content(nine, outlines))
    told = " ".join(str(row["message"]) for row in imported.doubts)
    assert "Bertumpang tindih: Petak" not in told
    assert "Bertumpang tindih: Kabupaten Petak 4, Kabupaten Petak 5" in told
    assert "Celah di antara" in told
    assert "ha, lebar rata-rata" in told
    with pytest.raises(NotReady, match="tidak bersih: 2"):
        importing.apply_geometry(actor=cast.biro, imported=imported)
    assert not RegionLayer.objects.exists()
    importing.apply_geometry(actor=cast.biro, imported=imported, accept=True)
    assert RegionLayer.objects.get().shapes.count() == 9


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"code": "64.99"}, "Kode “64.99” tidak ada dalam daftar"),
        ({"code": ""}, "Kode wilayah tidak ditemukan"),
        ({"code": "64"}, "Kode “64” tidak ada dalam daftar"),
    ],
)
def test_a_region_nobody_knows_is_named_and_nothing_is_imported(cast, nine, change, message):
    rows = json.loads(content(nine, cells()))
    rows["features"][2]["properties"] |= change
    imported = bring(cast.biro, json.dumps(rows).encode())
    assert imported.faults[0]["where"] == "Fitur 3"
    assert message in str(imported.faults[0]["message"])
    with pytest.raises(NotReady):
        importing.apply_geometry(actor=cast.biro, imported=imported, accept=True)
    assert not RegionShape.objects.exists()


def test_codes_without_a_dot_and_other_names_of_the_property_are_understood(cast, nine):
    rows = json.loads(content(nine, cells()))
    for row in rows["features"]:
        row["properties"] = {"KODE_KAB": row["properties"]["code"].replace(".", "")}
    assert not bring(cast.biro, json.dumps(rows).encode()).faults
    for row in rows["features"]:
        row["properties"] = {"wilayah": row["properties"]["KODE_KAB"]}
    assert not bring(cast.biro, json.dumps(rows).encode(), code_property="wilayah").faults


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "nobody", "tkksd"])
def test_whoever_keeps_no_layers_neither_imports_nor_uses_nor_proposes(cast, nine, who):
    person, row = getattr(cast, who), layer(dict(zip(nine, cells(), strict=True)), in_use=False)
    computed = compute_adjacency(row)
    for act in (
        lambda: bring(person, content(nine, cells())),
        lambda: use_layer(actor=person, layer=row),
        lambda: save_adjacency(actor=person, computed=computed),
        lambda: create_missing_segments(actor=person, seen=0),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert not Adjacency.objects.exists()


def test_saving_adds_borders_with_their_length_and_leaves_corners_out(cast, nine):
    saved = save_adjacency(
        actor=cast.biro, computed=compute_adjacency(layer(dict(zip(nine, cells(), strict=True))))
    )
    assert (saved.added, saved.updated, saved.removed, saved.kept) == (12, 0, 0, 0)
    row = Adjacency.objects.get(region_a=nine[0], region_b=nine[1])
    assert row.shared_km == Decimal("11.1")
    assert row.source.startswith("Dihitung dari lapisan")
    assert not row.verified
    assert are_adjacent(nine[0], nine[1]) is True


def test_only_a_region_without_any_open_rim_is_known_to_have_no_other_neighbours(cast, nine):
    save_adjacency(actor=cast.biro, computed=compute_adjacency(layer(dict(zip(nine, cells(), strict=True)))))
    assert list(Region.objects.filter(neighbours_complete=True)) == [nine[4]]
    nine[4].refresh_from_db()
    assert are_adjacent(nine[4], cast.kukar) is False
    assert are_adjacent(nine[0], cast.kukar) is None


def test_a_layer_of_all_regions_makes_every_list_of_neighbours_whole(cast):
    outlines = {cast.kukar: cells()[0], cast.kubar: cells()[1], cast.paser: cells()[5]}
    save_adjacency(actor=cast.biro, computed=compute_adjacency(layer(outlines)))
    for region in (cast.kukar, cast.kubar, cast.paser, cast.kaltim):
        region.refresh_from_db()
        assert region.neighbours_complete
    assert are_adjacent(cast.kukar, cast.kubar) is True
    assert are_adjacent(cast.kukar, cast.paser) is False


def test_whoever_lies_at_a_gap_is_not_said_to_have_no_other_neighbours(cast):
    beside = shapely.box(116.1001, -1.0, 116.2, -0.9)  # eleven metres beside its neighbour
    outlines = {cast.kukar: cells()[0], cast.kubar: beside, cast.paser: shapely.box(117, -1, 117.1, -0.9)}
    save_adjacency(actor=cast.biro, computed=compute_adjacency(layer(outlines)))
    for region in (cast.kukar, cast.kubar, cast.paser, cast.kaltim):
        region.refresh_from_db()
    assert are_adjacent(cast.kukar, cast.kubar) is None
    assert are_adjacent(cast.kukar, cast.paser) is False  # whose own list is whole
    assert not cast.kaltim.neighbours_complete


def test_rows_of_people_and_other_sources_stay_and_own_stale_rows_go(cast, nine):
    everyone = layer(dict(zip(nine, cells(), strict=True)))
    checked = Adjacency.objects.create(
        region_a=nine[0], region_b=nine[8], source="Berita acara", verified=True
    )
    other = Adjacency.objects.create(region_a=nine[0], region_b=nine[1], source="UU contoh", shared_km="9.9")
    save_adjacency(actor=cast.biro, computed=compute_adjacency(everyone))
    mine = Adjacency.objects.get(region_a=nine[1], region_b=nine[2])
    Adjacency.objects.filter(pk=mine.pk).update(verified=True)
    fewer = layer(dict(zip(nine[:1], cells()[:1], strict=True)), name="Lapisan kecil")
    saved = save_adjacency(actor=cast.biro, computed=compute_adjacency(fewer))
    assert saved.removed == 10
    assert set(Adjacency.objects.all()) == {checked, other, mine}
    other.refresh_from_db()
    assert str(other.shared_km) == "9.9"


def test_neighbours_in_two_provinces_make_the_provinces_neighbours(cast):
    from tests.boundaries.rows import neighbour_province

    kaltara, malinau = neighbour_province()
    save_adjacency(
        actor=cast.biro, computed=compute_adjacency(layer({cast.kukar: cells()[0], malinau: cells()[1]}))
    )
    assert are_adjacent(cast.kaltim, kaltara) is True
    assert Adjacency.objects.count() == 2


def test_missing_segments_are_created_in_one_act_and_only_once(cast, nine):
    save_adjacency(actor=cast.biro, computed=compute_adjacency(layer(dict(zip(nine, cells(), strict=True)))))
    segment(nine[0], nine[1])
    assert missing_segments(cast.biro).count() == 11
    with pytest.raises(ImpossibleStep, match="sudah berubah"):
        create_missing_segments(actor=cast.biro, seen=12)
    assert create_missing_segments(actor=cast.biro, seen=11) == 11
    row = Segment.objects.between(nine[1], nine[2]).get()
    assert (row.stage, row.verified, str(row.length_km)) == ("belum_diketahui", False, "11.1")
    with pytest.raises(ImpossibleStep, match="Tidak ada segmen"):
        create_missing_segments(actor=cast.biro, seen=0)


def run(name, *arguments, **options):
    out = StringIO()
    call_command(name, *arguments, stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture
def file(tmp_path, nine):
    path = tmp_path / "wilayah.geojson"
    path.write_bytes(content(nine, cells()))
    return path


FROM = ("--source", "contoh", "--dated", "2026-01-31")


def test_the_command_checks_without_writing_in_a_dry_run(file):
    told = json.loads(run("import_regions", str(file), *FROM, "--dry-run", "--json"))
    assert (told["imported"], told["counts"]["Wilayah"], told["counts"]["Perbatasan darat"]) == (False, 9, 12)
    assert not RegionLayer.objects.exists()


def test_the_command_imports_and_uses_only_when_asked(file):
    assert "belum dipakai" in run("import_regions", str(file), *FROM)
    assert "diimpor dan dipakai" in run("import_regions", str(file), *FROM, "--use", "--name", "Kedua")
    assert layer_in_use().name == "Kedua"
    assert str(layer_in_use().dated) == "2026-01-31"


def test_the_command_stops_at_faults_and_says_so_by_its_exit_code(tmp_path, nine):
    outlines = cells()
    outlines[4] = shapely.box(116.099, -0.9, 116.2, -0.8)
    path = tmp_path / "a.geojson"
    path.write_bytes(content(nine, outlines))
    with pytest.raises(SystemExit) as stopped:
        run("import_regions", str(path), *FROM)
    assert stopped.value.code == 1
    assert not RegionLayer.objects.exists()
    run("import_regions", str(path), *FROM, "--accept-faults")
    run("import_regions", str(path), *FROM, "--tolerance", "200")
    assert RegionLayer.objects.count() == 2


@pytest.mark.parametrize("text", ["", "{", '{"type":"Toko"}'])
def test_the_command_refuses_an_unreadable_file_in_words(tmp_path, db, text):
    path = tmp_path / "a.geojson"
    path.write_text(text)
    with pytest.raises(CommandError) as refused:
        run("import_regions", str(path), *FROM)
    assert refused.value.returncode == 2


def test_the_command_tells_who_borders_whom_and_saves_when_asked(nine):
    layer(dict(zip(nine, cells(), strict=True)))
    told = json.loads(run("adjacency", "--json"))
    assert (told["borders"], told["touch_only"]) == (12, 8)
    assert told["pairs"][0] == {
        "code_a": "64.81", "code_b": "64.82", "name_a": "Kabupaten Petak 1", "name_b": "Kabupaten Petak 2",
        "kind": "dalam_provinsi", "shared_km": 11.057, "contact": "border",
    }  # fmt: skip
    assert not Adjacency.objects.exists()
    assert "12 baru" in run("adjacency", "--save")
    assert json.loads(run("adjacency", "--json", "--save"))["saved"]["updated"] == 12


def test_the_command_says_what_to_do_without_a_layer(db):
    with pytest.raises(CommandError, match="Impor garis luar wilayah"):
        run("adjacency")
