"""The format carries all six kinds: Sinergi asks the DPRD before signing, overseas cases have eleven stages."""

from datetime import date

import pytest

from agreements.law.counting import count_of
from agreements.law.deciding import row_for
from agreements.law.loading import read_pack
from agreements.law.schema import LawPack
from agreements.workflow import arrows_from, stage_rail
from tests.agreements.law.cast import DATA


def small(name: str) -> LawPack:
    """A pack of the test data."""
    return read_pack((DATA / f"{name}.toml").read_text(encoding="utf-8"), name)


@pytest.mark.parametrize(("name", "stages"), [("sinergi", 8), ("overseas", 11)])
def test_other_kinds_load_with_their_own_stages(name, stages):
    assert [stage.order for stage in small(name).stages] == list(range(1, stages + 1))


def test_in_a_sinergi_the_dprd_comes_before_the_signature():
    stages = [stage.code for stage in small("sinergi").stages]
    assert stages.index("dprd") < stages.index("penandatanganan")
    rail = stage_rail(small("sinergi"), "tanda_tangan", {"menunggu", "disusun", "uji", "lewati"})
    assert [step.status for step in rail[:6]] == ["done", "done", "done", "skipped", "current", "todo"]


def test_in_a_sinergi_the_ministry_is_the_first_party():
    nk = small("sinergi").naskah_kind("nk")
    assert (nk.first_party, nk.max_years) == ("institution", 0)
    assert "premis" in nk.parts


def test_a_sinergi_names_the_rkpd_in_its_own_article():
    items = {item.code: item.article for item in small("sinergi").document("kak").items}
    assert items == {
        "objek": "Pasal 53 ayat (3) Permendagri 22/2020",
        "rkpd": "Pasal 53 ayat (2) Permendagri 22/2020",
    }


def test_overseas_the_dprd_is_always_asked_and_has_45_working_days():
    pack = small("overseas")
    assert pack.dprd == "always"
    assert not pack.dprd_questions
    assert [arrow.trigger for arrow in arrows_from(pack, "s_uji")] == ["dprd.submitted"]
    assert row_for(pack, "rencana", {}).needed
    assert [arrow.trigger for arrow in pack.dprd_arrows if arrow.side == "system"] == ["dprd.needed"]
    count = count_of(pack.term("dprd_total"), date(2026, 1, 5), lambda _code: "calendar")
    assert (count.length, count.unit, count.day_type) == (45, "day", "working")


def test_overseas_a_letter_of_intent_lapses_after_a_year():
    term = small("overseas").term("masa_loi")
    assert (term.length, term.unit) == (1, "year")
    assert small("overseas").naskah_kind("loi").max_years == 1
