"""What the papers must hold, item by item, in the order of Permendagri 22/2020."""

import pytest

from agreements.law.loading import latest

KAK = "latar_belakang maksud_tujuan lokasi ruang_lingkup jangka_waktu manfaat dampak pembiayaan"
REVIEW = "rpjmd rtrw keterkaitan biaya_manfaat dampak_pembangunan"
STUDY = "latar_belakang dasar_hukum maksud_tujuan objek kegiatan jangka_waktu manfaat_biaya kesimpulan"
ITEMS = {
    ("ksdd", "kak"): ("Pasal 7 ayat (2)", KAK),
    ("ksdd", "telaah_tkksd"): ("Pasal 7 ayat (4)", REVIEW),
    ("ksdpk", "kak"): ("Pasal 29 ayat (2)", KAK),
    ("ksdpk", "telaah_tkksd"): ("Pasal 29 ayat (4)", REVIEW),
    ("ksdpk", "studi_kelayakan"): ("Pasal 27", STUDY),
    ("ksdpk", "telaah_penawaran"): ("Pasal 31", f"{REVIEW} bonafiditas pengalaman komitmen"),
    ("ksdpk", "seleksi_mitra"): ("Pasal 30", "bonafiditas pengalaman komitmen"),
    ("sinergi", "kak"): (
        "Pasal 53 ayat (3)",
        "latar_belakang maksud_tujuan objek lokasi ruang_lingkup pembiayaan jangka_waktu manfaat",
    ),
}
LETTERS = {
    ("ksdd", "surat_penawaran"): "Pasal 8 ayat (1)",
    ("ksdd", "permintaan_kedua"): "Pasal 8 ayat (4)",
    ("ksdd", "laporan_tidak_menjawab"): "Pasal 8 ayat (5)",
    ("ksdd", "perintah_tanggapan"): "Pasal 8 ayat (6)",
    ("ksdd", "surat_tanggapan"): "Pasal 8 ayat (3)",
    ("ksdd", "surat_dprd"): "Pasal 12 ayat (1)",
    ("ksdd", "persetujuan_dprd"): "Pasal 12 ayat (1) huruf e",
    ("ksdd", "surat_kuasa"): "Pasal 14 ayat (2)",
    ("ksdpk", "surat_penawaran"): "Pasal 30 ayat (1)",
    ("ksdpk", "surat_penawaran_mitra"): "Pasal 31",
    ("ksdpk", "surat_dprd"): "Pasal 34",
    ("ksdpk", "company_profile"): "Pasal 34",
    ("ksdpk", "surat_kuasa"): "Pasal 36 ayat (2)",
    ("sinergi", "surat_penawaran"): "Pasal 54 ayat (1)",
    ("sinergi", "permintaan_kedua"): "Pasal 54 ayat (4)",
    ("sinergi", "surat_tanggapan"): "Pasal 54 ayat (3)",
    ("sinergi", "surat_dprd"): "Pasal 56",
    ("sinergi", "persetujuan_dprd"): "Pasal 56",
    ("sinergi", "laporan_penandatanganan"): "Pasal 57 ayat (3)",
}


@pytest.mark.parametrize(("pack", "code"), ITEMS)
def test_each_paper_asks_for_the_items_of_its_article(pack, code):
    article, items = ITEMS[pack, code]
    document = latest(pack).document(code)
    assert document.article.startswith(f"{article} Permendagri 22/2020")
    assert " ".join(item.code for item in document.items) == items
    assert all(item.required for item in document.items)


@pytest.mark.parametrize(("pack", "code"), LETTERS)
def test_each_letter_stands_in_its_article_and_is_kept_as_a_file(pack, code):
    document = latest(pack).document(code)
    assert document.article.startswith(f"{LETTERS[pack, code]} Permendagri 22/2020")
    assert document.file == "required"


def test_items_stand_in_the_article_of_their_paper():
    document = latest("ksdd").document("kak")
    assert {item.article for item in document.items} == {document.article}


def test_each_point_of_a_review_is_judged_and_may_carry_a_remark():
    document = latest("ksdpk").document("telaah_penawaran")
    assert {item.choices for item in document.items} == {
        (("sesuai", "Sesuai"), ("perlu_perbaikan", "Perlu perbaikan"), ("tidak_sesuai", "Tidak sesuai"))
    }
    assert len(document.fields) == 16
    judged, remark = document.fields[:2]
    assert (remark.code, remark.label) == ("rpjmd_catatan", "Catatan tentang RPJMD dan renstra")
    assert judged.required
    assert not remark.required
    assert not remark.choices


def test_the_offer_carries_the_kak_and_the_letter_to_the_dprd_its_package():
    assert latest("ksdd").document("surat_penawaran").attaches == ("kak",)
    assert latest("ksdd").document("surat_dprd").attaches == ("kb", "pks")
    assert latest("ksdpk").document("surat_dprd").attaches == ("kb", "pks", "company_profile")
    assert latest("sinergi").document("surat_dprd").attaches == ("nk", "rk")
    assert latest("sinergi").document("laporan_penandatanganan").attaches == ("nk", "rk")


def test_the_rkpd_reference_names_the_document_by_law_and_its_place_by_practice():
    paper = latest("sinergi").document("rujukan_rkpd")
    assert [(item.code, item.article, item.required) for item in paper.items] == [
        ("dokumen", "Pasal 53 ayat (2) Permendagri 22/2020", True),
        ("tahun", "", True),
        ("halaman", "", True),
        ("program", "", False),
    ]


def test_the_ladder_of_a_province_is_law_only_where_the_text_says_so():
    tiers = {tier.code: tier for tier in latest("sinergi").reports[0].tiers}
    assert tiers["dikirim"].article == "Pasal 60 Permendagri 22/2020"
    assert tiers["dikirim_gubernur"].internal


@pytest.mark.parametrize(
    ("level", "addressee"),
    [("provinsi", "Menteri Dalam Negeri"), ("kabupaten_kota", "Gubernur sebagai wakil Pemerintah Pusat")],
)
def test_an_unanswered_offer_is_reported_one_tier_up(level, addressee):
    found = latest("ksdd").addressee("laporan_tidak_menjawab", level)
    assert found is not None
    assert (found.label, found.article) == (addressee, "Pasal 8 ayat (5) Permendagri 22/2020")


def test_a_paper_without_a_fixed_addressee_has_none():
    assert latest("ksdd").addressee("kak", "provinsi") is None


@pytest.mark.parametrize("pack", ["ksdd", "ksdpk", "sinergi"])
def test_archiving_asks_for_the_register_of_copies_and_for_no_paper(pack):
    arrow = latest(pack).arrow("catat_arsip")
    assert (arrow.checks, arrow.documents) == (("archived",), ())


@pytest.mark.parametrize(("text", "article"), [("kb", "Pasal 10 ayat (3)"), ("pks", "Pasal 14 ayat (4)")])
def test_originals_are_as_many_as_the_parties_and_the_secretariat_has_a_photocopy(text, article):
    copies = latest("ksdd").naskah_kind(text).copies
    assert [(row.form, row.holder) for row in copies] == [("asli", "each_party"), ("fotokopi", "secretariat")]
    assert {row.article for row in copies} == {f"{article} Permendagri 22/2020"}


@pytest.mark.parametrize("pack", ["ksdd", "ksdpk"])
def test_who_keeps_the_original_is_asked_of_the_office_and_not_answered_by_us(pack):
    setting = latest(pack).setting("pemegang_asli")
    assert "Pasal 16" in setting.why
    assert "Pasal 10 ayat (3)" in setting.why


@pytest.mark.parametrize("pack", ["ksdd", "ksdpk", "sinergi", "ksdln"])
def test_a_signed_paper_is_looked_at_for_stamp_duty_by_law_and_the_rest_by_practice(pack):
    items = {row.code: row.article for row in latest(pack).signing_checks}
    assert items == {
        "paraf": "",
        "meterai": "Pasal 3 ayat (2) huruf a UU 10/2020",
        "stempel": "",
        "tanggal": "",
    }


@pytest.mark.parametrize("text", ["nk", "rk", "addendum"])
def test_of_a_sinergi_the_secretariat_keeps_one_original_by_law_and_the_ministry_another_by_practice(text):
    copies = latest("sinergi").naskah_kind(text).copies
    assert [(row.form, row.holder, row.article) for row in copies] == [
        ("asli", "secretariat", "Pasal 59 Permendagri 22/2020"),
        ("asli", "partners", ""),
    ]


@pytest.mark.parametrize("text", ["mou", "addendum"])
def test_abroad_the_menteri_keeps_the_original_and_the_region_the_copy_of_the_sekjen(text):
    copies = latest("ksdln").naskah_kind(text).copies
    assert [(row.form, row.holder, row.article) for row in copies] == [
        ("asli", "ministry", "Pasal 25 Permendagri 25/2020"),
        ("asli", "partners", ""),
        ("fotokopi", "secretariat", "Pasal 25 Permendagri 25/2020"),
    ]


@pytest.mark.parametrize(
    ("pack", "text", "clauses"),
    [
        ("sinergi", "nk", ("tugas_tanggung_jawab",)),
        ("sinergi", "rk", ("pembagian_tugas",)),
        ("ksdln", "mou", ("pelaksanaan",)),
        ("ksdln", "loi", ()),
    ],
)
def test_duties_stand_where_each_text_names_them_and_an_intent_binds_nobody(pack, text, clauses):
    rule = latest(pack).naskah_kind(text)
    assert rule.duties == clauses
    assert set(clauses) <= {row.code for row in rule.clauses}
