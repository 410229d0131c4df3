"""Which step may follow: acts from a state, the rail of stages, the life of a naskah."""

import pytest

from agreements.law.loading import latest
from agreements.workflow import (
    NASKAH_LIFE,
    arrow,
    arrows_from,
    naskah_arrow,
    naskah_arrows_from,
    stage_rail,
    triggered,
)

KSDD, KSDPK = latest("ksdd"), latest("ksdpk")
# The codes of past states and acts of a case that ran straight to the signing of its KB.
TO_KB = {"telaah", "penawaran_disiapkan", "penawaran_terkirim", "menunggu_tanggapan", "penyusunan_kb"}
TO_KB |= {"ajukan_telaah", "lanjutkan", "kirim_penawaran", "catat_penerimaan", "terima", "kb_disepakati"}


def rail(state: str, visited: set[str]) -> str:
    """The rail as letters: done, current, skipped, todo."""
    return "".join(step.status[0] for step in stage_rail(KSDD, state, visited))


def test_acts_are_listed_in_the_pack_s_order():
    codes = [row.code for row in arrows_from(KSDD, "telaah")]
    assert codes == ["kembalikan", "nyatakan_bukan_ksd", "lanjutkan", "batalkan"]


@pytest.mark.parametrize("pack", [KSDD, KSDPK], ids=["ksdd", "ksdpk"])
def test_nothing_follows_an_end_and_something_follows_everything_else(pack):
    for state in pack.states:
        assert bool(arrows_from(pack, state.code)) != state.terminal, state.code


def test_an_act_is_found_by_its_code():
    assert arrow(KSDD, "terima").target == "penyusunan_kb"
    with pytest.raises(KeyError):
        arrow(KSDPK, "laporkan")


def test_a_signature_moves_the_case_only_where_it_is_awaited():
    found = triggered(KSDD, "penandatanganan_kb", "naskah.kb.signed")
    assert found is not None
    assert found.code == "kb_ditandatangani"
    assert triggered(KSDD, "pelaksanaan", "naskah.pks.signed") is None


def test_a_person_s_act_is_never_triggered():
    assert triggered(KSDD, "usulan", "") is None


def test_a_new_case_stands_at_the_first_stage():
    assert rail("usulan", set()) == "cttttttttt"


def test_stages_behind_are_done_and_stages_ahead_are_to_do():
    assert rail("penandatanganan_kb", TO_KB) == "dddctttttt"


def test_a_reopened_draft_has_its_signing_still_ahead():
    assert rail("penyusunan_kb", TO_KB | {"penandatanganan_kb", "kb_dibuka"}) == "ddcttttttt"


def test_a_dprd_stage_passed_over_is_shown_as_skipped():
    visited = TO_KB | {"penandatanganan_kb", "uji_dprd", "lanjut_tanpa_dprd"}
    assert rail("penyusunan_pks", visited) == "ddddsctttt"


def test_a_dprd_stage_gone_through_is_shown_as_done():
    visited = TO_KB | {"penandatanganan_kb", "uji_dprd", "ajukan_dprd", "menunggu_dprd", "dprd_setuju"}
    assert rail("penyusunan_pks", visited) == "dddddctttt"


def test_archiving_and_reporting_show_beside_the_running_cooperation():
    visited = TO_KB | {"penandatanganan_kb", "uji_dprd", "penyusunan_pks", "penandatanganan_pks"}
    assert rail("pelaksanaan", visited) == "dddddddctt"
    assert rail("pelaksanaan", visited | {"catat_laporan"}) == "dddddddctd"
    assert rail("pelaksanaan", visited | {"catat_laporan", "catat_arsip"}) == "dddddddcdd"


def test_an_ended_case_shows_what_it_never_reached_as_skipped():
    assert rail("ditolak", TO_KB - {"penyusunan_kb", "kb_disepakati"}) == "ddssssssss"
    assert rail("bukan_ksd", {"telaah"}) == "dsssssssss"


def test_an_assessed_offer_of_a_third_party_counts_as_the_offer_stage():
    steps = stage_rail(KSDPK, "penyusunan_kb", {"telaah", "ajukan_telaah", "terima_penawaran_mitra"})
    assert [step.status for step in steps[:3]] == ["done", "done", "current"]


@pytest.mark.parametrize(
    ("code", "way", "told"),
    [
        ("bagikan", ("disusun", "dibahas"), (False, "none", "")),
        ("kembalikan", ("dibahas", "disusun"), (False, "required", "")),
        ("setujui", ("dibahas", "disepakati"), (True, "none", "agreed")),
        ("buka_kembali", ("disepakati", "disusun"), (False, "required", "reopened")),
        ("tandatangani", ("disepakati", "ditandatangani"), (True, "none", "signed")),
        ("batalkan", ("disusun dibahas disepakati", "dibatalkan"), (False, "required", "cancelled")),
    ],
)
def test_the_life_of_a_naskah(code, way, told):
    row = naskah_arrow(code)
    assert (" ".join(row.sources), row.target) == way
    assert (row.needs_all, row.reason, row.event) == told


def test_the_life_of_a_naskah_has_no_further_act():
    assert len(NASKAH_LIFE) == 6
    with pytest.raises(KeyError):
        naskah_arrow("hapus")


@pytest.mark.parametrize("state", ["ditandatangani", "dibatalkan"])
def test_a_signed_or_cancelled_naskah_is_final(state):
    assert naskah_arrows_from(state) == ()


def test_nothing_is_undone_once_somebody_signed():
    undone = {row.code for row in naskah_arrows_from("disepakati") if row.unsigned_only}
    assert undone == {"buka_kembali", "batalkan"}


def test_a_naskah_tells_its_case_what_happened():
    assert naskah_arrow("tandatangani").trigger("pks") == "naskah.pks.signed"
    assert naskah_arrow("bagikan").trigger("pks") == ""
