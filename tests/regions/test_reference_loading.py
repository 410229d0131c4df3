"""The register and the reference lists as they are installed."""

from decimal import Decimal

import pytest
from django.db.models import Sum

from ksd.core.errors import NotReady
from regions import reference, registry
from regions.models import Adjacency, LegalBasis, Region, Urusan

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    return reference.load()


def test_the_register_has_thirty_eight_provinces_and_five_hundred_fourteen_regencies(loaded):
    assert Region.objects.provinces().count() == 38
    assert Region.objects.regencies().count() == 514
    assert Region.objects.filter(kind="kota").count() == 93
    assert Region.objects.filter(kind="kabupaten").count() == 415
    assert loaded.startswith("38 provinsi, 514 kabupaten/kota, 32 urusan")


def test_known_traps_of_the_register_are_avoided(loaded):
    by_code = {region.code: region for region in Region.objects.select_related("parent")}
    assert by_code["11.10"].name == "Aceh Singkil"
    assert "11.1" not in by_code
    papua = {code: by_code[code].name for code in ("91", "92", "93", "94", "95", "96")}
    assert papua == {
        "91": "Papua",
        "92": "Papua Barat",
        "93": "Papua Selatan",
        "94": "Papua Tengah",
        "95": "Papua Pegunungan",
        "96": "Papua Barat Daya",
    }
    kaltim = [code for code in by_code if code.startswith("64.")]
    assert sorted(kaltim) == [
        "64.01",
        "64.02",
        "64.03",
        "64.07",
        "64.08",
        "64.09",
        "64.11",
        "64.71",
        "64.72",
        "64.74",
    ]
    assert by_code["31"].full_name == "Provinsi Daerah Khusus Ibukota Jakarta"
    assert by_code["31.01"].full_name == "Kabupaten Administrasi Kepulauan Seribu"
    assert by_code["31.73"].kind == "kota_administrasi"
    assert by_code["12.77"].full_name == "Kota Padangsidimpuan"
    assert by_code["73.10"].name == "Pangkajene dan Kepulauan"
    parents = Region.objects.regencies().values_list("code", "parent__code")
    assert all(parent == code[:2] for code, parent in parents)


def test_facts_of_kaltim_and_its_neighbours_name_their_source(loaded):
    kalsel = Region.objects.get(code="63")
    assert kalsel.capital == "Banjarbaru"
    kukar = Region.objects.get(code="64.02")
    assert (kukar.capital, kukar.area_km2, kukar.population) == ("Tenggarong", Decimal("26912.065"), 806964)
    assert "BIG" in kukar.facts_source
    assert kukar.get_timezone_display() == "WITA"
    assert Region.objects.get(code="62").get_timezone_display() == "WIB"
    parts = Region.objects.filter(parent__code="64").aggregate(area=Sum("area_km2"), people=Sum("population"))
    kaltim = Region.objects.values("area_km2", "population").get(code="64")
    assert abs(parts["area"] - (kaltim["area_km2"] or 0)) < 1
    assert parts["people"] == kaltim["population"]


def test_kaltim_has_fourteen_inner_and_thirteen_outer_borders(loaded):
    pairs = [
        (border.region_a.code, border.region_b.code)
        for border in Adjacency.objects.select_related("region_a", "region_b").filter(region_a__level=2)
    ]
    inner = [pair for pair in pairs if all(code.startswith("64.") for code in pair)]
    assert (len(inner), len(pairs) - len(inner)) == (14, 13)
    kukar = Region.objects.get(code="64.02")
    assert Region.objects.neighbours_of(kukar).count() == 8
    provinces = Region.objects.neighbours_of(Region.objects.get(code="64"))
    assert [region.code for region in provinces] == ["61", "62", "63", "65"]


def test_the_urusan_are_six_eighteen_and_eight(loaded):
    counts = [
        Urusan.objects.filter(group=group).count() for group in ("wajib_dasar", "wajib_non_dasar", "pilihan")
    ]
    assert counts == [6, 18, 8]


def test_wrong_citations_point_to_the_right_ones(loaded):
    wrong = dict(LegalBasis.objects.wrong().values_list("citation", "corrected_by__citation"))
    assert wrong == {"PP 12/2008": "PP 12/2017", "Permendagri 20/2020": "Permendagri 22/2020"}
    verified = LegalBasis.objects.right().filter(verified=True).values_list("citation", flat=True)
    assert {"UU 23/2014", "PP 28/2018", "Permendagri 22/2020", "Permendagri 25/2020"} <= set(verified)
    assert not LegalBasis.objects.get(citation="Permendagri 141/2017").verified


def test_loading_again_changes_nothing_people_wrote(loaded):
    Region.objects.filter(code="64.02").update(name="Nama Baru", capital="Kota Lain")
    Urusan.objects.filter(code="pangan").update(name="Pangan dan Gizi")
    assert reference.load() == loaded
    assert Region.objects.get(code="64.02").name == "Nama Baru"
    assert Region.objects.get(code="64.02").capital == "Kota Lain"
    assert Urusan.objects.get(code="pangan").name == "Pangan dan Gizi"
    assert Adjacency.objects.count() == 31


def test_a_missing_list_says_which_command_installs_it(monkeypatch, tmp_path):
    monkeypatch.setattr(registry, "installed_folder", lambda: tmp_path)
    with pytest.raises(NotReady) as refusal:
        reference.load()
    assert "Daftar wilayah belum terpasang" in str(refusal.value)
    assert "make assets" in refusal.value.remedy
    assert not Region.objects.exists()


@pytest.mark.parametrize(
    ("code", "written", "kind", "name"),
    [
        ("64.74", "KOTA BONTANG", "kota", "Bontang"),
        ("64.74", "Bontang", "kota", "Bontang"),
        ("64.09", "Kab. Penajam Paser Utara", "kabupaten", "Penajam Paser Utara"),
        ("31.01", "KABUPATEN ADMINISTRASI KEPULAUAN SERIBU", "kabupaten_administrasi", "Kepulauan Seribu"),
        ("63.02", "KABUPATEN KOTABARU", "kabupaten", "Kotabaru"),
        ("12.74", "KOTA TANJUNG BALAI", "kota", "Tanjungbalai"),
        ("64", "KALIMANTAN  TIMUR", "provinsi", "Kalimantan Timur"),
    ],
)
def test_written_names_are_read_as_kind_and_name(code, written, kind, name):
    entry = registry.read_entry(code, written)
    assert (entry.kind, entry.name) == (kind, name)
