"""A pack that names nothing real, says no article or leaves a case without a way is refused, fault by fault."""

import re

import pytest

from agreements.law import loading
from agreements.law.errors import PackError
from agreements.law.loading import all_faults, read_pack
from tests.agreements.law.cast import PACK_CODES, faults, fresh, keys, own_keys, row, tables

REFERENCES = (
    "sources", "target", "documents", "optional", "proof", "starts", "stops", "pauses", "resumes",
    "replaces", "stage", "skips", "kinds",
    "permission", "date_not_before", "checks", "trigger", "attaches", "when", "parent", "authority", "drafted_in",
    "agreed_in", "signed_in", "document", "day_setting", "due_setting", "if_yes", "end_term",
)  # fmt: skip
SPOILED = "salah_tulis"


def spoil(value, number=0):
    """A reference, misspelt; the number tells one misspelling from another."""
    wrong = f"{SPOILED}_{number}_"
    return wrong if isinstance(value, str) else [wrong, *value[1:]]


def test_the_packs_in_use_have_no_fault():
    assert all_faults() == []


@pytest.mark.parametrize("code", PACK_CODES)
def test_every_misspelt_key_is_named(code):
    data = fresh(code)
    for table, key in own_keys(code, data):
        table[f"x_{key}"] = table.pop(key)
        assert any(f"kunci 'x_{key}' tidak dikenal" in fault for fault in faults(data)), key
        table[key] = table.pop(f"x_{key}")
    assert faults(data) == ()


def test_every_dropped_key_is_named_or_was_not_needed():
    required = set()
    for code in PACK_CODES:
        data = fresh(code)
        for table, key in own_keys(code, data):
            value = table.pop(key)
            if any(f"kunci '{key}' belum ada" in fault for fault in faults(data)):
                required.add(key)
            table[key] = value
    assert {"code", "label", "sources", "target", "side", "by", "file", "length", "unit", "why"} <= required


@pytest.mark.parametrize("code", PACK_CODES)
def test_every_misspelt_reference_is_named(code):
    data = fresh(code)
    spoiled = 0
    for key in REFERENCES:
        right = [(table, table[key]) for name, table in tables(data) if name and table.get(key)]
        for number, (table, before) in enumerate(right):
            table[key] = spoil(before, number)
        named = [fault for fault in faults(data) if key in fault]
        for number, (_table, before) in enumerate(right):
            assert any(f"{SPOILED}_{number}_" in fault for fault in named), (key, before)
        for table, before in right:
            table[key] = before
        spoiled += len(right)
    assert spoiled > 100


@pytest.mark.parametrize("code", PACK_CODES)
def test_every_article_that_cites_an_unknown_regulation_is_named(code):
    data = fresh(code)
    for table, key in [(t, k) for t, k in keys(data) if k.endswith("article") and t[k]]:
        right = table[key]
        table[key] = re.sub(r"2[25]/2020", "20/2020", right).replace("2", "7").replace("UU 10/", "UU 13/")
        assert any("tidak ada di bases" in fault for fault in faults(data)), right
        table[key] = right


@pytest.mark.parametrize(
    ("table", "code", "change", "fault"),
    [
        ("arrows", "kembalikan", {"article": ""}, "arrows[kembalikan].article: belum ada pasal"),
        ("arrows", "kembalikan", {"article": "Ps. 7 Permendagri 22/2020"}, "bukan sebutan pasal yang baku"),
        ("arrows", "batalkan", {"article": "Pasal 7 Permendagri 22/2020"}, "internal tidak boleh menyebut pasal"),
        ("arrows", "kembalikan", {"permission": ""}, "arrows[kembalikan].permission: harus ada"),
        ("arrows", "kb_dibuka", {"permission": "agreements.draft"}, "arrows[kb_dibuka].permission: harus ada, kecuali"),
        ("arrows", "kb_dibuka", {"trigger": ""}, "arrows[kb_dibuka].trigger: harus ada bila side"),
        ("arrows", "kb_dibuka", {"trigger": "naskah.kb.agreed", "sources": ["penyusunan_kb"]}, "2 tindakan dipicu"),
        ("arrows", "kembalikan", {"sources": ["ditolak"]}, "'ditolak' adalah keadaan akhir"),
        ("arrows", "kembalikan", {"sources": []}, "arrows[kembalikan].sources: belum ada keadaan asal"),
        ("arrows", "kb_disepakati", {"proof": "kak"}, "arrows[kb_disepakati].proof: hanya untuk tindakan para pihak"),
        ("arrows", "lanjutkan", {"documents": [], "above": "agreements.settle"}, "arrows[lanjutkan].above: hanya"),
        ("arrows", "lengkapi_penawaran", {"resumes": []}, "terms[tanggapan]: ditunda, tetapi tidak pernah"),
        ("arrows", "minta_kelengkapan", {"pauses": []}, "terms[tanggapan]: dilanjutkan, tetapi tidak pernah ditunda"),
        ("arrows", "minta_kelengkapan", {"checks": ["allowed:lain"]}, "'lain' tidak ada di settings"),
        ("arrows", "kembalikan", {"side": "bupati"}, "arrows[kembalikan].side: 'bupati' bukan salah satu dari"),
        ("arrows", "kembalikan", {"confirm": "ya"}, "arrows[kembalikan].confirm: harus true atau false, bukan 'ya'"),
        ("arrows", "kembalikan", {"sources": "telaah"}, "arrows[kembalikan].sources: harus berupa daftar"),
        ("arrows", "kembalikan", {"reason_codes": True, "reason": "none"}, "reason_codes: perlu reason"),
        ("arrows", "terima", {"date_not_before": "lanjutkan"}, "'lanjutkan' tidak mencatat tanggal"),
        ("arrows", "terima", {"date_label": ""}, "arrows[terima].date_not_before: perlu date_label"),
        ("arrows", "terima", {"checks": ["lapsed"]}, "'lapsed' menyebut jumlah tenggat yang salah"),
        ("arrows", "terima", {"checks": ["lapsed_any:tanggapan"]}, "menyebut jumlah tenggat yang salah"),
        ("arrows", "minta_tanggapan_kedua", {"starts": []}, "terms[tanggapan_kedua]: tidak dimulai oleh tindakan mana pun"),
        ("arrows", "lanjut_tanpa_dprd", {"trigger": "dprd.cleared"}, "menghendaki trigger"),
        ("arrows", "kembalikan", {"target": ""}, "arrows[kembalikan].target: belum ada keadaan tujuan"),
        ("dprd_table", "keduanya", {"yes": ["membebani"]}, "memenuhi 2 baris, bukan satu"),
        ("dprd_table", "tidak_keduanya", {"yes": ["membebani"], "no": []}, "memenuhi 0 baris, bukan satu"),
        ("dprd_table", "keduanya", {"cause": "lain"}, "dprd_table.cause: 'lain' tidak ada di dprd_causes"),
        ("dprd_table", "keduanya", {"yes": ["beban"]}, "'beban' tidak ada di pertanyaan rencana"),
        ("dprd_table", "keduanya", {"article": ""}, "dprd_table[keduanya].article: belum ada pasal"),
        ("dprd_causes", "rencana", {"opened_in": "uji"}, "dprd_causes[rencana].opened_in: 'uji' tidak ada di states"),
        ("dprd_causes", "perubahan", {"questions": []}, "dprd_questions[menambah_beban]: tidak ditanyakan"),
        ("dprd_states", "uji", {"initial": False}, "dprd_states: harus tepat satu keadaan awal, bukan 0"),
        ("dprd_states", "disetujui", {"outcome": "deemed"}, "belum ada keadaan dengan outcome 'approved'"),
        ("dprd_states", "tidak_perlu", {"code": "kosong"}, "dprd_states[kosong]: tidak pernah tercapai"),
        ("dprd_arrows", "catat_kajian_dprd", {"target": "dikaji"}, "dprd_states[tindak_lanjut]: tidak pernah"),
        ("dprd_arrows", "dprd_setuju", {"target": "lulus"}, "dprd_arrows[dprd_setuju].target: 'lulus' tidak ada"),
        ("dprd_arrows", "dprd_setuju", {"side": "initiator"}, "dprd_arrows[dprd_setuju].side: setiap daerah"),
        ("dprd_arrows", "dprd_setuju", {"permission": "agreements.manage"}, "harus agreements.dprd"),
        ("dprd_arrows", "dprd_setuju", {"checks": ["complete"]}, "checks: hanya syarat tentang tenggat"),
        ("dprd_arrows", "dprd_setuju", {"code": "akhiri"}, "dprd_arrows[akhiri]: nama ini sudah dipakai"),
        ("dprd_arrows", "dprd_setuju", {"date_label": ""}, "dprd_arrows[dprd_setuju].date_not_before: perlu"),
        ("dprd_arrows", "dprd_perlu", {"trigger": "dprd.cleared"}, "dprd_arrows[dprd_perlu].trigger: pilih dari"),
        ("dprd_letters", "pengingat", {"states": ["lama"]}, "dprd_letters[pengingat].states: 'lama' tidak ada"),
        ("dprd_letters", "pengingat", {"text": ["{nomor_rahasia}"]}, "'nomor_rahasia' tidak ada di daftar isian surat"),
        ("arrows", "catat_laporan", {"code": "pelaksanaan"}, "nama ini sudah dipakai sebuah keadaan"),
        ("arrows", "catat_laporan", {"code": "Catat"}, "kode 'Catat' harus huruf kecil"),
        ("arrows", "catat_laporan", {"code": "catat_arsip"}, "kode 'catat_arsip' dipakai 2 kali"),
        ("stages", "penawaran", {"order": 3}, "stages: urutannya harus 1 sampai 10"),
        ("states", "usulan", {"initial": False}, "harus tepat satu keadaan awal, bukan 0"),
        ("states", "usulan", {"terminal": True, "turn": "none"}, "tidak dapat sekaligus awal dan akhir"),
        ("states", "telaah", {"stage": ""}, "states[telaah].stage: belum ada tahapnya"),
        ("states", "telaah", {"turn": "none"}, "states[telaah].turn: 'none' hanya untuk keadaan akhir"),
        ("documents", "kak", {"items": [], "file": "none"}, "documents[kak]: tidak memuat apa pun"),
        ("documents", "kak", {"items": 8}, "documents[kak].items: harus berupa daftar"),
        ("documents", "kak", {"items": ["latar"]}, "documents[kak].items[1]: harus berupa tabel"),
        ("documents", "permintaan_kedua", {"code": "lain"}, "documents[lain]: tidak dipakai tindakan mana pun"),
        ("terms", "tanggapan", {"length": 0}, "terms[tanggapan].length: harus lebih dari 0"),
        ("terms", "tanggapan", {"length": "30"}, "terms[tanggapan].length: harus bilangan bulat, bukan '30'"),
        ("terms", "tanggapan", {"day_type": "working"}, "perlu tepat satu dari day_type"),
        ("terms", "tanggapan", {"day_setting": ""}, "perlu tepat satu dari day_type"),
        ("reports", "laporan_semester", {"opens_in": ["lenyap"]}, "reports[laporan_semester].opens_in: 'lenyap'"),
        ("reports", "laporan_semester", {"kinds": ["lenyap"]}, "reports[laporan_semester].kinds: 'lenyap'"),
        ("reports", "laporan_semester", {"tiers": []}, "tidak melalui siapa pun"),
        ("reports", "laporan_semester", {"sent_in": []}, "reports[laporan_semester].sent_in: belum ada keadaan"),
        ("reports", "laporan_semester", {"article": ""}, "reports[laporan_semester].article: belum ada pasal"),
        ("terms", "tanggapan", {"remind": [0, 7]}, "terms[tanggapan].remind: tulis"),
        ("naskah", "kb", {"signer": "kuasa"}, "naskah[kb].authority: harus ada bila signer"),
        ("naskah", "kb", {"max_years_article": ""}, "naskah[kb].max_years_article: belum ada pasal"),
        ("naskah", "kb", {"signed_in": ["uji_dprd"]}, "naskah[kb].signed_in: 'penandatanganan_kb' belum ada"),
        ("naskah", "kb", {"clauses": []}, "naskah[kb].clauses: belum ada klausul wajib"),
        ("settings", "kertas", {"default": "letter"}, "settings[kertas].default: 'letter' tidak ada di options"),
        ("settings", "kertas", {"options": ["f4"]}, "settings[kertas].options: harus tabel"),
        ("settings", "kertas", {"why": ""}, "settings[kertas].why: sebutkan mengapa"),
    ],
)  # fmt: skip
def test_a_rule_that_makes_no_sense_is_named(table, code, change, fault):
    data = fresh("ksdd")
    row(data, table, code).update(change)
    assert any(fault in found for found in faults(data)), faults(data)


def test_a_state_nobody_reaches_and_a_state_nobody_leaves_are_named():
    data = fresh("ksdd")
    row(data, "arrows", "kirim_penawaran")["target"] = "penawaran_disiapkan"
    row(data, "arrows", "batalkan")["sources"].remove("penawaran_disiapkan")
    found = faults(data)
    assert "states[penawaran_terkirim]: tidak pernah tercapai" in found
    assert "states[penawaran_disiapkan]: buntu bagi ksdd_wajib" in found


def test_an_act_may_not_ask_a_kind_for_a_paper_it_does_not_use():
    data = fresh("ksdpk")
    row(data, "arrows", "lanjutkan")["documents"] = ["telaah_penawaran"]
    found = faults(data)
    assert any("'telaah_penawaran' tidak berlaku bagi jenis mana pun di sini" in fault for fault in found)


def test_a_clause_the_law_does_not_ask_for_may_not_pass_as_law():
    data = fresh("ksdd")
    naskah = row(data, "naskah", "pks")
    row(naskah, "clauses", "kerahasiaan")["internal"] = False
    assert any("naskah[pks].clauses[kerahasiaan]: klausul wajib berdiri" in fault for fault in faults(data))


def test_a_screening_question_may_not_pass_as_law():
    data = fresh("ksdd")
    question = row(row(data, "kinds", "ksdd_wajib"), "screening", "lokasi")
    question.update(internal=False, article="Pasal 13 UU 23/2014")
    assert any("screening[lokasi]: harus internal = true" in fault for fault in faults(data))


def test_a_letter_may_not_have_two_addressees_at_one_level():
    data = fresh("ksdd")
    data["addressees"].append(data["addressees"][0])
    assert any(
        "addressees: ('laporan_tidak_menjawab', 'provinsi') tertulis 2 kali" in f for f in faults(data)
    )


def test_a_regulation_may_not_be_listed_twice():
    data = fresh("ksdd")
    data["bases"].append(data["bases"][0])
    assert any("bases[UU 23/2014]: tertulis 2 kali" in fault for fault in faults(data))


def test_dprd_questions_belong_to_a_conditional_approval():
    data = fresh("ksdd")
    data["dprd_questions"] = []
    assert any("dprd_questions: harus ada bila dprd" in fault for fault in faults(data))


def test_all_faults_are_told_at_once():
    data = fresh("ksdd")
    data["kinds"][0]["jenis"] = "x"
    del data["stages"][0]["label"]
    row(data, "arrows", "terima")["target"] = SPOILED
    row(data, "terms", "tanggapan")["article"] = ""
    found = "\n".join(faults(data))
    for part in (
        "kunci 'jenis' tidak dikenal",
        "kunci 'label' belum ada",
        SPOILED,
        "terms[tanggapan].article",
    ):
        assert part in found


def test_an_empty_pack_is_refused_and_not_a_crash():
    assert any("kunci 'arrows' belum ada" in fault for fault in faults({}))


def test_text_that_is_no_toml_is_refused():
    with pytest.raises(PackError, match="bukan TOML yang benar"):
        read_pack("code = ", "rusak")


@pytest.mark.usefixtures("other_packs")
def test_a_file_must_name_itself_as_its_folder_does(tmp_path, monkeypatch):
    _with_copy(tmp_path, monkeypatch, "ksdd/2031.1.toml", "")
    assert all_faults() == ["ksdd 2031.1: berkas menyebut dirinya ksdd 2020.1"]


@pytest.mark.usefixtures("other_packs")
def test_two_packs_may_not_share_a_kind(tmp_path, monkeypatch):
    _with_copy(tmp_path, monkeypatch, "ksdd/2020.1.toml", "")
    _with_copy(tmp_path, monkeypatch, "lain/2020.1.toml", "lain")
    assert "lain 2020.1: jenis 'ksdd_wajib' sudah ada di paket ksdd" in all_faults()


def _with_copy(folder, monkeypatch, name: str, code: str) -> None:
    text = (loading.PACKS / "ksdd" / "2020.1.toml").read_text(encoding="utf-8")
    if (folder / "ksdd").exists():
        text = (folder / "ksdd" / "2020.1.toml").read_text(encoding="utf-8")
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        re.sub(r'^code = "ksdd"', f'code = "{code}"', text, count=1, flags=re.M) if code else text
    )
    monkeypatch.setattr(loading, "PACKS", folder)
    loading.get_pack.cache_clear()
    loading.latest.cache_clear()


@pytest.fixture
def other_packs():
    """The packs of another folder are forgotten again."""
    yield
    loading.get_pack.cache_clear()
    loading.latest.cache_clear()
