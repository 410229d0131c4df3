"""The kinds: when a cooperation is wajib, which regions form which configuration, when the DPRD is asked."""

import pytest

from agreements.choices import PartnerClass
from agreements.law.configuration import Place, configurations
from agreements.law.errors import PackError
from agreements.law.loading import all_kinds, get_pack, kind, latest, versions

KALTIM, KALTENG = "64", "62"
WAJIB = kind("ksdd_wajib")[1]
PROVINCE, KUKAR, KUBAR = (
    Place("provinsi", KALTIM),
    Place("kabupaten_kota", KALTIM),
    Place("kabupaten_kota", KALTIM),
)
BARUT = Place("kabupaten_kota", KALTENG)


def test_the_kinds_of_each_law_may_be_started_today():
    started = {row.code for row in all_kinds()}
    assert started >= {"ksdd_wajib", "ksdd_sukarela", "ksdpk_daerah", "ksdpk_mitra", "sinergi"}
    assert started >= {"ksdpl", "ksdll", "ksdll_terusan"}


def test_a_kind_is_found_with_its_pack():
    pack, row = kind("ksdpk_mitra")
    assert (pack.code, row.partner, row.initiative) == ("ksdpk", "third_party", "partner")


def test_wajib_asks_for_border_externality_and_efficiency_with_reasons():
    asked = {row.code: row for row in WAJIB.questions if row.expected}
    assert list(asked) == ["berbatasan", "eksternalitas", "efisiensi"]
    assert all(row.reason_required for row in asked.values())
    assert all("Pasal 364 ayat (1) UU 23/2014" in row.article for row in asked.values())


def test_the_screening_checklist_helps_and_decides_nothing():
    assert [row.code for row in WAJIB.screening] == ["lokasi", "pengguna", "dampak", "sumber_daya"]
    assert all(row.internal and row.expected is None and not row.reason_required for row in WAJIB.screening)


def test_sukarela_asks_for_efficiency_only():
    questions = kind("ksdd_sukarela")[1].questions
    assert [row.code for row in questions if row.expected] == ["efisiensi"]


def test_a_third_party_s_offer_meets_three_criteria():
    questions = kind("ksdpk_mitra")[1].questions
    assert [row.code for row in questions if row.expected] == ["terintegrasi", "layak", "mampu"]


@pytest.mark.parametrize(
    ("pack", "article"),
    [("ksdd", "Pasal 11 ayat (1)"), ("ksdpk", "Pasal 34 ayat (1)"), ("sinergi", "Pasal 56 ayat (1)")],
)
def test_the_dprd_is_asked_after_two_questions(pack, article):
    questions = latest(pack).dprd_asked("rencana")
    assert [row.code for row in questions] == ["membebani", "belum_dianggarkan"]
    assert all(row.article.startswith(f"{article} Permendagri 22/2020") for row in questions)
    assert all(row.expected is None for row in questions)


@pytest.mark.parametrize(
    ("one", "other", "code", "letter"),
    [
        (PROVINCE, Place("provinsi", KALTENG), "prov_prov", "a"),
        (PROVINCE, KUKAR, "prov_kabkota_dalam", "b"),
        (BARUT, PROVINCE, "prov_kabkota_luar", "c"),
        (KUBAR, BARUT, "kabkota_beda_provinsi", "d"),
        (KUKAR, KUBAR, "kabkota_satu_provinsi", "e"),
    ],
)
def test_two_regions_form_one_of_the_five_configurations(one, other, code, letter):
    [found] = configurations(WAJIB, [one, other])
    assert (found.code, found.article) == (code, f"Pasal 364 ayat (2) huruf {letter} UU 23/2014")


def test_only_the_governor_takes_over_inside_one_province():
    by = {row.code: (row.takeover_by, row.takeover_article) for row in WAJIB.configurations}
    governor = by.pop("kabkota_satu_provinsi")
    assert governor == ("Gubernur sebagai wakil Pemerintah Pusat", "Pasal 364 ayat (4) UU 23/2014")
    assert set(by.values()) == {("Pemerintah Pusat", "Pasal 364 ayat (3) UU 23/2014")}


def test_three_regions_may_form_several_configurations():
    found = configurations(WAJIB, [KUKAR, KUBAR, BARUT])
    assert [row.code for row in found] == ["kabkota_satu_provinsi", "kabkota_beda_provinsi"]


def test_sukarela_knows_no_configurations():
    assert configurations(kind("ksdd_sukarela")[1], [KUKAR, KUBAR]) == []


def test_a_case_finds_the_version_it_runs_under():
    assert versions("ksdd") == ["2020.1"]
    assert get_pack("ksdd", "2020.1") is latest("ksdd")


@pytest.mark.parametrize(
    ("code", "version"),
    [("ksdd", "2019.1"), ("../ksdd", "2020.1"), ("sinergi", "2019.9"), ("tidak_ada", "2020.1")],
)
def test_an_unknown_pack_is_named(code, version):
    with pytest.raises(PackError, match="paket dengan kode dan versi ini tidak tersedia"):
        get_pack(code, version)


def test_an_unknown_code_has_no_newest_pack():
    with pytest.raises(PackError, match="paket dengan kode ini tidak tersedia"):
        latest("tidak_ada")


def test_an_unknown_kind_is_named():
    with pytest.raises(PackError, match="jenis kerja sama ini tidak ada"):
        kind("kerja_sama_desa")


@pytest.mark.parametrize(("finder", "rows"), [
    ("stage", "stages"), ("state", "states"), ("arrow", "arrows"), ("document", "documents"), ("term", "terms"),
    ("naskah_kind", "naskah"), ("setting", "settings"), ("kind", "kinds"),
])  # fmt: skip
def test_every_row_is_found_by_its_code(finder, rows):
    pack = latest("ksdd")
    for row in getattr(pack, rows):
        assert getattr(pack, finder)(row.code) is row
    with pytest.raises(KeyError):
        getattr(pack, finder)("tidak_ada")


def test_every_class_a_kind_usually_has_is_a_class_of_partner():
    named = {name for row in all_kinds() for name in row.partner_classes}
    assert named <= set(PartnerClass.values)
    assert not kind("ksdd_wajib")[1].partner_classes


@pytest.mark.parametrize("unsettled", ["otorita_ikn", "ptn_bh"])
def test_what_the_texts_do_not_answer_is_no_kind_s_usual_partner_but_an_office_setting(unsettled):
    assert not [row.code for row in all_kinds() if unsettled in row.partner_classes]
    setting = latest("sinergi").setting(f"golongan_{unsettled}")
    assert setting.default == "belum"
    assert "institution" in dict(setting.options)


def test_a_sinergi_asks_for_the_rkpd_and_takes_only_a_yes():
    [question] = kind("sinergi")[1].questions
    assert (question.article, question.expected) == ("Pasal 53 ayat (2) Permendagri 22/2020", True)
    assert question.reason_required
