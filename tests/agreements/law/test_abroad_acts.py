"""Cooperation abroad, act by act: states, permission, article, papers, clocks and level of Permendagri 25/2020."""

import pytest

from agreements.law.loading import latest
from agreements.workflow import arrows_from, stage_rail, triggered

PACK = latest("ksdln")
PM = "Permendagri 25/2020"
# act: (from, to, permission, articles without the regulation, documents, starts, stops, level)
ACTS = {
    "mulai_penjajakan": ("usulan", "penjajakan", "propose", "10 11", "prakarsa", "", "", ""),
    "lanjut_kajian": ("penjajakan", "kajian", "propose", "11", "penjajakan", "", "", ""),
    "lanjut_loi": ("kajian", "penyusunan_loi", "propose", "12(3)", "kajian", "", "", ""),
    "loi_disepakati": ("penyusunan_loi", "tanggapan_loi", "", "13", "", "", "", ""),
    "loi_dibuka": ("tanggapan_loi menunggu_tanggapan_loi penandatanganan_loi", "penyusunan_loi", "", "", "", "", "", ""),
    "loi_dibatalkan": ("tanggapan_loi menunggu_tanggapan_loi penandatanganan_loi", "penyusunan_loi", "", "", "", "", "", ""),
    "minta_tanggapan_loi": ("tanggapan_loi", "menunggu_tanggapan_loi", "offer", "14", "permohonan_tanggapan_loi loi_bahasa_asing", "", "", ""),
    "catat_tanggapan_loi": ("menunggu_tanggapan_loi", "penandatanganan_loi", "answer", "14", "tanggapan_loi", "", "", ""),
    "loi_ditandatangani": ("penandatanganan_loi", "penyusunan_rks", "", "13 14", "", "masa_loi", "", ""),
    "kirim_salinan_loi": ("penyusunan_rks", "penyusunan_rks", "offer", "13 14", "salinan_loi", "", "", ""),
    "loi_gugur": ("penyusunan_rks persetujuan_dprd menunggu_dprd ditolak_dprd pengajuan_rks rks_di_gubernur verifikasi", "penyusunan_loi", "draft", "13(3)", "", "", "masa_loi teruskan_rks", ""),
    "tetapkan_rks": ("penyusunan_rks", "persetujuan_dprd", "propose", "15(3) PP 30(3)", "rks", "", "", ""),
    "dprd_diminta": ("persetujuan_dprd ditolak_dprd", "menunggu_dprd", "", "17", "", "", "", ""),
    "dprd_selesai": ("persetujuan_dprd menunggu_dprd", "pengajuan_rks", "", "17", "", "", "", ""),
    "dprd_menolak": ("persetujuan_dprd menunggu_dprd", "ditolak_dprd", "", "17", "", "", "", ""),
    "dprd_diuji_ulang": ("ditolak_dprd menunggu_dprd", "penyusunan_rks", "", "", "", "", "", ""),
    "ajukan_rks_menteri": ("pengajuan_rks", "verifikasi", "offer", "18", "surat_pengajuan_rks", "", "", "prov"),
    "ajukan_rks_gubernur": ("pengajuan_rks", "rks_di_gubernur", "offer", "18", "surat_pengajuan_rks", "teruskan_rks", "", "kab"),
    "gubernur_teruskan_rks": ("rks_di_gubernur", "verifikasi", "answer", "18(4)", "penerusan_rks", "", "teruskan_rks", "kab"),
    "langsung_rks": ("rks_di_gubernur", "verifikasi", "offer", "18(5)", "pengajuan_langsung_rks", "", "teruskan_rks", "kab"),
    "perbaiki_rks": ("verifikasi", "pengajuan_rks", "answer", "18 19", "hasil_verifikasi", "", "", ""),
    "catat_pertimbangan": ("verifikasi", "penyusunan_mou", "answer", "18 19 20", "pertimbangan_menteri", "", "masa_loi", ""),
    "ajukan_naskah_menteri": ("penyusunan_mou", "pembahasan", "offer", "20", "surat_pengajuan_naskah", "", "", "prov"),
    "ajukan_naskah_gubernur": ("penyusunan_mou", "naskah_di_gubernur", "offer", "20", "surat_pengajuan_naskah", "teruskan_naskah", "", "kab"),
    "gubernur_teruskan_naskah": ("naskah_di_gubernur", "pembahasan", "answer", "20(4)", "penerusan_naskah", "", "teruskan_naskah", "kab"),
    "langsung_naskah": ("naskah_di_gubernur", "pembahasan", "offer", "20(4)", "pengajuan_langsung_naskah", "", "teruskan_naskah", "kab"),
    "catat_rapat_kementerian": ("pembahasan", "pembahasan", "answer", "21 22 23", "notulen_pembahasan", "", "", ""),
    "catat_pembahasan_mitra": ("pembahasan", "pembahasan", "answer", "21 22 23", "hasil_pembahasan_mitra", "", "", ""),
    "mou_disepakati": ("pembahasan", "konfirmasi", "", "21 22 23", "", "", "", ""),
    "mou_dibuka": ("konfirmasi menunggu_menteri penandatanganan_mou", "pembahasan", "", "", "", "", "", ""),
    "mou_dibatalkan": ("konfirmasi menunggu_menteri penandatanganan_mou", "pembahasan", "", "", "", "", "", ""),
    "kirim_konfirmasi": ("konfirmasi", "menunggu_menteri", "offer", "21 22 23", "notulen_pembahasan hasil_pembahasan_mitra surat_konfirmasi mou_bahasa_asing", "", "", ""),
    "menteri_setuju": ("menunggu_menteri", "penandatanganan_mou", "answer", "24", "persetujuan_menteri", "", "", ""),
    "menteri_tidak_setuju": ("verifikasi menunggu_menteri verifikasi_terusan", "tidak_disetujui", "answer", "", "", "", "masa_loi", ""),
    "beritahukan_penandatanganan": ("penandatanganan_mou", "penandatanganan_mou", "offer", "24", "rencana_penandatanganan", "", "", ""),
    "mou_ditandatangani": ("penandatanganan_mou", "pelaksanaan", "", "25", "", "surat_perpanjangan", "", ""),
    "kirim_naskah_asli": ("pelaksanaan", "pelaksanaan", "manage", "25", "penyampaian_asli", "", "", ""),
    "catat_salinan_sekjen": ("pelaksanaan", "pelaksanaan", "manage", "25", "salinan_sekjen", "", "", ""),
    "ajukan_terusan": ("usulan", "verifikasi_terusan", "propose", "27 28 29 30", "rks_terusan pemetaan_terusan kak_terusan studi_kelayakan surat_kesediaan rencana_bersama izin_mitra", "", "", ""),
    "perbaiki_terusan": ("verifikasi_terusan", "usulan", "answer", "", "", "", "", ""),
    "terima_terusan": ("verifikasi_terusan", "pelaksanaan", "answer", "27 28 29 30", "rekomendasi_menteri", "", "", ""),
    "addendum_disepakati": ("pelaksanaan", "pelaksanaan", "", "", "", "", "", ""),
    "addendum_ditandatangani": ("pelaksanaan", "pelaksanaan", "", "", "", "", "", ""),
    "catat_dari_arsip": ("usulan", "pelaksanaan", "", "", "", "", "", ""),
    "catat_rencana_tahunan": ("pelaksanaan", "pelaksanaan", "manage", "26(4)", "rencana_tahunan", "", "", ""),
    "catat_laporan": ("pelaksanaan", "pelaksanaan", "", "35 36 37", "", "", "", ""),
    "ajukan_perpanjangan": ("pelaksanaan", "pelaksanaan", "manage", "33", "surat_perpanjangan", "", "surat_perpanjangan", ""),
    "catat_perselisihan": ("pelaksanaan", "pelaksanaan", "manage", "40 41", "catatan_perselisihan", "", "", ""),
    "akhiri": ("pelaksanaan", "berakhir", "manage", "34", "", "", "surat_perpanjangan", ""),
    "batalkan": ("*", "dibatalkan", "manage", "", "", "", "masa_loi teruskan_rks teruskan_naskah", ""),
}  # fmt: skip
LEVELS = {"": (), "prov": ("provinsi",), "kab": ("kabupaten_kota",)}
APPROVED = {"ksdpl", "ksdll"}
CONTINUED = {"ajukan_terusan", "perbaiki_terusan", "terima_terusan"}


# act on the track of a region's DPRD: (from, to, permission, article, letters, starts, stops)
TRACK = {
    "dprd_perlu": ("uji", "disiapkan", "", "16", "", "", ""),
    "ajukan_dprd": ("disiapkan", "dikaji", "dprd", "16 17", "surat_dprd", "dprd_total", ""),
    "catat_kajian_dprd": ("dikaji", "", "dprd", "17", "hasil_kajian_dprd", "", ""),
    "dprd_setuju": ("dikaji", "disetujui", "dprd", "17", "persetujuan_dprd", "", "dprd_total"),
    "dprd_dianggap_setuju": ("dikaji", "dianggap_setuju", "dprd", "17", "surat_dianggap_setuju", "", "dprd_total"),
    "dprd_tolak": ("dikaji", "tidak_disetujui", "dprd", "17", "penolakan_dprd", "", "dprd_total"),
    "catat_surat_dprd": ("dikaji", "", "dprd", "", "surat_lain_dprd", "", ""),
    "ajukan_ulang_dprd": ("tidak_disetujui", "uji", "dprd", "", "", "", ""),
}  # fmt: skip


def short(article: str) -> str:
    """An article as the table writes it: `Pasal 18 ayat (4) Permendagri 25/2020` becomes `18(4)`."""
    parts = []
    for part in filter(None, article.split("; ")):
        text = part.removesuffix(f" {PM}").replace(" ayat ", "").replace("Pasal ", "")
        parts.append(f"PP {text.removesuffix(' PP 28/2018')}" if text.endswith("PP 28/2018") else text)
    return " ".join(parts)


def test_the_table_holds_every_act_of_the_pack():
    assert list(ACTS) == [arrow.code for arrow in PACK.arrows]
    assert list(TRACK) == [arrow.code for arrow in PACK.dprd_arrows]


@pytest.mark.parametrize("code", TRACK)
def test_each_step_with_the_dprd_stands_in_pasal_16_and_17(code):
    sources, target, permission, article, documents, starts, stops = TRACK[code]
    arrow = PACK.dprd_arrow(code)
    assert (" ".join(arrow.sources), arrow.target, short(arrow.article)) == (sources, target, article)
    assert arrow.permission == (f"agreements.{permission}" if permission else "")
    assert arrow.internal == (not article)
    told = (arrow.documents, arrow.starts, arrow.stops)
    assert tuple(" ".join(part) for part in told) == (documents, starts, stops)


@pytest.mark.parametrize("code", ACTS)
def test_each_act_stands_in_its_article_with_its_papers_and_clocks(code):
    sources, target, permission, article, documents, starts, stops, level = ACTS[code]
    arrow = PACK.arrow(code)
    if sources == "*":
        before = [row.code for row in PACK.states if not row.terminal and row.code != "pelaksanaan"]
        assert set(arrow.sources) == set(before)
    else:
        assert " ".join(arrow.sources) == sources
    assert (arrow.target, short(arrow.article)) == (target, article)
    assert arrow.internal == (not article)
    assert arrow.permission == (f"agreements.{permission}" if permission else "")
    assert arrow.side == ("initiator" if permission else "system")
    told = (arrow.documents, arrow.starts, arrow.stops)
    assert tuple(" ".join(part) for part in told) == (documents, starts, stops)
    assert arrow.levels == LEVELS[level]


def test_the_eleven_stages_stand_in_the_order_of_pasal_9():
    assert [short(stage.article) for stage in PACK.stages] == [
        "10 PP 28", "11 12", "13 14", "15 PP 30(3)", "16 17", "18 19", "20", "21 22 23", "24", "25", "26",
    ]  # fmt: skip
    assert PACK.stages_article == f"Pasal 9 {PM}"


def test_a_continued_cooperation_passes_three_stages_only():
    rail = stage_rail(PACK, "usulan", (), "ksdll_terusan")
    assert [step.stage.code for step in rail] == ["prakarsa", "verifikasi", "pelaksanaan"]
    assert len(stage_rail(PACK, "usulan", (), "ksdpl")) == 11


def test_the_dprd_is_always_asked_and_asked_no_question_first():
    assert PACK.dprd == "always"
    assert PACK.dprd_questions == ()
    assert [(row.cause, row.needed, row.article) for row in PACK.dprd_table] == [
        ("rencana", True, f"Pasal 16 {PM}")
    ]


def test_a_signed_letter_of_intent_does_not_keep_a_region_from_giving_up_its_proposal():
    assert PACK.arrow("batalkan").checks == ("unsigned_text:mou",)


def test_only_a_kabupaten_goes_through_the_governor():
    def acts(state, level):
        return {row.code for row in arrows_from(PACK, state, "ksdpl", level)} - {"loi_gugur", "batalkan"}

    assert acts("pengajuan_rks", "provinsi") == {"ajukan_rks_menteri"}
    assert acts("pengajuan_rks", "kabupaten_kota") == {"ajukan_rks_gubernur"}
    assert acts("penyusunan_mou", "provinsi") == {"ajukan_naskah_menteri"}
    assert acts("penyusunan_mou", "kabupaten_kota") == {"ajukan_naskah_gubernur"}


@pytest.mark.parametrize("what", ["rks", "naskah"])
def test_a_kabupaten_goes_directly_only_after_five_working_days(what):
    assert PACK.arrow(f"langsung_{what}").checks == (f"lapsed:teruskan_{what}",)
    assert PACK.arrow(f"gubernur_teruskan_{what}").checks == ()


def test_silence_of_the_dprd_is_approval_and_is_written_to_the_menteri():
    arrow = PACK.dprd_arrow("dprd_dianggap_setuju")
    assert arrow.checks == ("lapsed:dprd_total",)
    assert PACK.document("surat_dianggap_setuju").addressee == "Menteri Dalam Negeri"


def test_a_draft_is_submitted_only_when_it_is_there():
    for code in ("ajukan_naskah_menteri", "ajukan_naskah_gubernur"):
        assert PACK.arrow(code).checks == ("drafted:mou",)


def test_a_letter_of_intent_lapses_until_the_menteri_has_given_his_view():
    assert PACK.arrow("loi_gugur").checks == ("lapsed:masa_loi",)
    assert "masa_loi" in PACK.arrow("catat_pertimbangan").stops


def test_the_silent_year_is_told_before_the_plan_is_finished_and_sent():
    warned = {row.code for row in PACK.arrows if "silence" in row.checks}
    assert warned == {"tetapkan_rks", "ajukan_rks_menteri", "ajukan_rks_gubernur"}


def test_each_kind_has_one_act_that_submits_its_proposal():
    for kind in PACK.kinds:
        found = [row.code for row in PACK.arrows if "complete" in row.checks and row.serves(kind.code)]
        assert found == ["mulai_penjajakan" if kind.code in APPROVED else "ajukan_terusan"]


def test_a_continued_cooperation_knows_no_text_and_no_extension():
    known = {row.code for row in arrows_from(PACK, "pelaksanaan", "ksdll_terusan", "kabupaten_kota")}
    assert not {"kirim_naskah_asli", "catat_salinan_sekjen", "ajukan_perpanjangan"} & known
    assert {row.code for row in PACK.arrows if row.serves("ksdll_terusan")} >= CONTINUED


def test_a_trigger_finds_the_act_of_this_kind_and_level():
    found = triggered(PACK, "penandatanganan_mou", "naskah.mou.signed", "ksdpl", "provinsi")
    assert found
    assert found.code == "mou_ditandatangani"


def test_a_cooperation_ends_by_pasal_34_and_never_by_a_change_of_leader():
    assert [row.code for row in PACK.end_reasons] == ["prosedur_naskah", "tujuan_tercapai", "perjanjian_baru"]
    assert {row.article for row in PACK.end_reasons} == {f"Pasal 34 {PM}"}
