"""Cooperation abroad: conditions, papers with their items, texts with their clauses, and every clock."""

from datetime import date

import pytest

from agreements.choices import PartnerClass
from agreements.law.counting import Count, count_of
from agreements.law.loading import codes, latest
from agreements.law.periods import Period
from agreements.law.schema import Term
from agreements.models import Partner
from agreements.naskah.library import library

PACK = latest("ksdln")
PM = "Permendagri 25/2020"
OFFICE = {row.code: row.default for row in PACK.settings}.__getitem__
CONDITIONS = "diplomatik urusan_daerah tanpa_kantor tanpa_campur_tangan sesuai_rencana"
ITEMS = {
    "kajian": ("Pasal 12 ayat (3)", "judul latar_belakang maksud_tujuan pemetaan manfaat kesimpulan"),
    "rks": (
        "Pasal 15 ayat (3)",
        "subjek latar_belakang maksud_tujuan objek ruang_lingkup pembiayaan jangka_waktu",
    ),
    "rencana_tahunan": ("Pasal 26 ayat (4)", "uraian peran hasil pembiayaan"),
}
REPORT = (
    "judul latar_belakang maksud_tujuan ruang_lingkup perkembangan penerima_manfaat pendanaan "
    "hambatan tindak_lanjut"
)
# term: (length, unit, day type, debtor, article, levels)
TERMS = {
    "masa_loi": (1, "year", "", "initiator", "Pasal 13 ayat (3)", ()),
    "dprd_total": (45, "day", "working", "dprd", "Pasal 17", ()),
    "teruskan_rks": (5, "day", "working", "governor", "Pasal 18 ayat (4)", ("kabupaten_kota",)),
    "teruskan_naskah": (5, "day", "working", "governor", "Pasal 20 ayat (4)", ("kabupaten_kota",)),
    "surat_perpanjangan": (6, "before_end", "", "initiator", "Pasal 33", ()),
}
LETTERS = {
    "permohonan_tanggapan_loi": "Pasal 14", "tanggapan_loi": "Pasal 14", "salinan_loi": "Pasal 13",
    "surat_dprd": "Pasal 16", "persetujuan_dprd": "Pasal 17", "penolakan_dprd": "Pasal 17",
    "surat_dianggap_setuju": "Pasal 17", "surat_pengajuan_rks": "Pasal 18", "penerusan_rks": "Pasal 18 ayat (4)",
    "pengajuan_langsung_rks": "Pasal 18 ayat (5)", "hasil_verifikasi": "Pasal 18", "pertimbangan_menteri": "Pasal 18",
    "surat_pengajuan_naskah": "Pasal 20", "penerusan_naskah": "Pasal 20 ayat (4)", "notulen_pembahasan": "Pasal 21",
    "pengajuan_langsung_naskah": "Pasal 20 ayat (4)", "hasil_pembahasan_mitra": "Pasal 21",
    "surat_konfirmasi": "Pasal 21", "persetujuan_menteri": "Pasal 24", "penyampaian_asli": "Pasal 25",
    "salinan_sekjen": "Pasal 25", "surat_perpanjangan": "Pasal 33",
}  # fmt: skip


def test_every_condition_of_pasal_5_is_asked_with_its_reason():
    asked = {kind: PACK.kind(kind).questions for kind in ("ksdpl", "ksdll")}
    for rows in asked.values():
        assert " ".join(row.code for row in rows if row.expected).startswith(CONDITIONS)
        assert "alih_pengetahuan" in {row.code for row in rows}
        assert all(row.reason_required and row.article for row in rows)
    further = {row.code for row in asked["ksdpl"]} - {row.code for row in asked["ksdll"]}
    assert further == {"status_setara", "saling_melengkapi", "hubungan_masyarakat", "kembar"}


def test_a_political_party_is_no_partner():
    for kind in ("ksdll", "ksdll_terusan"):
        row = next(row for row in PACK.kind(kind).questions if row.code == "bukan_partai")
        assert (row.expected, row.article) == (True, "Pasal 36 ayat (2) PP 28/2018")


@pytest.mark.parametrize("code", ITEMS)
def test_each_paper_asks_for_the_items_of_its_article(code):
    article, items = ITEMS[code]
    document = PACK.document(code)
    assert document.article.startswith(f"{article} {PM}")
    assert " ".join(item.code for item in document.items) == items
    assert all(item.required for item in document.items)


def test_the_forms_of_the_lampiran_stand_beside_their_articles():
    forms = [(code, PACK.document(code).article.split("; ")[-1]) for code in ITEMS]
    assert [article for _code, article in forms] == [f"Lampiran {n} {PM}" for n in ("I", "II", "III")]


@pytest.mark.parametrize("code", LETTERS)
def test_each_letter_stands_in_its_article_and_is_kept_as_a_file(code):
    document = PACK.document(code)
    assert document.article.startswith(f"{LETTERS[code]} {PM}")
    assert document.file == "required"


@pytest.mark.parametrize("code", ["loi_bahasa_asing", "mou_bahasa_asing"])
def test_a_text_with_a_foreign_party_is_kept_in_their_language_or_english_too(code):
    document = PACK.document(code)
    assert (document.article, document.file) == ("Pasal 31 UU 24/2009", "required")


def test_the_dprd_reads_the_plan_and_the_letter_of_intent():
    assert PACK.document("surat_dprd").attaches == ("rks", "loi")
    assert PACK.document("surat_pengajuan_rks").attaches == ("kajian", "loi", "rks", "persetujuan_dprd")


def test_a_continued_cooperation_has_the_papers_of_its_partner_s_class():
    asked = PACK.arrow("ajukan_terusan").documents
    non_profit = {code for code in asked if "nirlaba_asing" in PACK.document(code).classes}
    assert non_profit == {"rencana_bersama", "izin_mitra"}
    assert PACK.document("studi_kelayakan").if_yes == "perlu_studi"


@pytest.mark.parametrize("level", ["provinsi", "kabupaten_kota"])
def test_letters_name_whom_they_go_to_at_each_level(level):
    for paper in ("surat_perpanjangan", "surat_pengajuan_rks", "surat_pengajuan_naskah"):
        found = PACK.addressee(paper, level)
        assert found is not None
        assert ("Gubernur" in found.label) == (level == "kabupaten_kota")


@pytest.mark.parametrize(
    ("code", "clauses", "parts", "years", "article"),
    [
        ("loi", "maksud_tujuan ruang_lingkup masa_berlaku", 6, 1, "Pasal 13 ayat (3)"),
        (
            "mou",
            (
                "maksud_tujuan ruang_lingkup pelaksanaan pembiayaan kelompok_kerja "
                "penyelesaian_perselisihan amandemen masa_berlaku"
            ),
            11,
            5,
            "Pasal 32",
        ),
    ],
)
def test_each_text_holds_its_parts_and_is_signed_by_the_head_for_so_many_years(
    code, clauses, parts, years, article
):
    text = PACK.naskah_kind(code)
    assert " ".join(rule.code for rule in text.clauses if rule.required) == clauses
    apart = [part for part in text.parts if part != "isi"]
    assert len(apart) + len(clauses.split()) == parts
    assert (text.signer, text.max_years) == ("kepala_daerah", years)
    assert text.max_years_article == f"{article} {PM}"
    assert text.emblems_internal
    assert text.emblems_article == ""


@pytest.mark.parametrize("code", ["loi", "mou"])
def test_the_library_has_a_wording_for_every_clause(code):
    texts = library(code, "ksdln")
    assert [text.code for text in texts.clauses] == [rule.code for rule in PACK.naskah_kind(code).clauses]
    assert texts.source.endswith(PACK.naskah_kind(code).article.removesuffix(f" {PM}"))
    assert "bahasa" in texts.starters
    assert "bahasa Indonesia" in texts.frame.closing[0]


def test_the_table_holds_every_term():
    assert set(TERMS) == {term.code for term in PACK.terms}


@pytest.mark.parametrize("code", TERMS)
def test_each_term_has_its_length_its_debtor_and_its_article(code):
    length, unit, day_type, responsible, article, levels = TERMS[code]
    term = PACK.term(code)
    assert (term.length, term.unit, term.day_type) == (length, unit, day_type)
    assert (term.responsible, term.levels) == (responsible, levels)
    assert term.article.startswith(f"{article} {PM}")
    assert term.on_lapse
    assert term.explanation


YEARLY = Term(
    "tahunan", "Tahunan", 1, "yearly", "initiator", "", "", "", due_setting="akhir_minggu_kedua_januari"
)


def test_a_term_that_repeats_each_year_falls_due_in_january_and_goes_on_with_the_next():
    assert count_of(YEARLY, date(2026, 3, 2), OFFICE) == Count(date(2026, 12, 31), 14, "day", "calendar")
    later = count_of(YEARLY, date(2027, 1, 5), OFFICE, previous=date(2026, 12, 31))
    assert later.base == date(2027, 12, 31)


def test_the_yearly_report_says_the_nine_items_of_pasal_37():
    [report] = PACK.reports
    assert report.article == f"Pasal 37 {PM}; Lampiran IV {PM}"
    assert " ".join(item.code for item in report.items) == REPORT
    assert {item.article for item in report.items} == {report.article}


@pytest.mark.parametrize(
    ("level", "way"),
    [
        ("kabupaten_kota", [("dikirim", "Pasal 35", 7), ("diteruskan_menteri", "Pasal 35", 14)]),
        ("provinsi", [("dikirim_menteri", "Pasal 36", 14)]),
    ],
)
def test_each_hand_has_its_week_of_january_counted_from_the_end_of_the_year(level, way):
    tiers = PACK.reports[0].way(level, Period(2026))
    assert [(row.code, row.article.split(f" {PM}")[0], int(OFFICE(row.due_setting))) for row in tiers] == way
    assert {row.due_from for row in tiers} == {"period"}


def test_the_yearly_plan_says_the_four_items_of_pasal_26():
    assert [row.code for row in PACK.action_plan] == ["uraian", "peran", "hasil", "pembiayaan"]
    assert {row.article for row in PACK.action_plan} == {f"Pasal 26 ayat (4) {PM}"}


def test_the_letter_of_extension_is_due_six_months_before_the_text_ends():
    term = PACK.term("surat_perpanjangan")
    count = count_of(term, date(2026, 11, 21), OFFICE, ends_on=date(2031, 11, 20))
    assert count == Count(
        date(2026, 11, 21), (date(2031, 5, 20) - date(2026, 11, 21)).days, "day", "calendar"
    )
    assert "longgar" in term.explanation


def test_six_months_before_a_long_month_is_the_last_day_of_a_short_one():
    count = count_of(PACK.term("surat_perpanjangan"), date(2027, 1, 1), OFFICE, ends_on=date(2027, 8, 31))
    assert count.length == (date(2027, 2, 28) - date(2027, 1, 1)).days


def test_a_term_before_an_end_needs_a_text_that_ends():
    with pytest.raises(ValueError, match="memerlukan naskah"):
        count_of(PACK.term("surat_perpanjangan"), date(2026, 11, 21), OFFICE)


def test_a_silent_year_holds_back_the_next_plan():
    told = {row.code: row.silence_article for row in PACK.reports if row.silence}
    assert told == {"laporan_tahunan": f"Pasal 38 {PM}"}


def test_packs_name_only_classes_and_fields_that_partners_have():
    fields = {field.name for field in Partner._meta.get_fields()}
    for pack in map(latest, codes()):
        for kind in pack.kinds:
            assert set(kind.partner_classes) <= set(PartnerClass.values)
            assert {row.partner_class for row in kind.permits} <= set(PartnerClass.values)
            assert {row.field for row in kind.permits} <= fields
        for paper in pack.documents:
            assert set(paper.classes) <= set(PartnerClass.values)
