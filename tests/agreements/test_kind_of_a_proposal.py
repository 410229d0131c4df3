"""Kind and class of partner are separate facts, and both may be put right while the proposal is written."""

from typing import Any

import pytest
from django.urls import reverse

from agreements.models import Answer, Case, CaseEvent, OfficeSetting, Partner
from agreements.services.configurations import configurations_of
from agreements.services.precheck import blocked, proposal_findings
from agreements.services.proposal import add_party, change_kind
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from regions.models import Adjacency, Region
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db
ANOTHER = "Mitranya kementerian."


def url(case: Case) -> str:
    return reverse("agreements:case_kind", args=[case.public_id])


def turn(play: Play, kind: str, **given: Any) -> Case:
    values: dict[str, Any] = {
        "actor": play.cast.officer,
        "reason": ANOTHER,
        "seen_revision": play.case.revision,
    } | given
    return change_kind(case=play.case, kind=kind, **values)


def test_the_kind_changes_with_its_pack_and_version(play):
    case = turn(play, "sinergi")
    assert (case.kind, case.pack_code, case.pack.version) == ("sinergi", "sinergi", "2020.1")
    assert case.state == "usulan"
    assert case.kind_rule.partner == "institution"


def test_the_history_keeps_the_reason_and_the_answers_nobody_asks_any_more(play):
    turn(play, "sinergi")
    event = CaseEvent.objects.get(case=play.case, arrow="ubah_jenis")
    assert event.label == "Jenis diubah dari KSDD sukarela menjadi Sinergi"
    assert event.reason.startswith(ANOTHER)
    assert "lebih efektif dan efisien bila dikerjakan bersama? Ya: Alasan contoh" in event.reason
    assert [paper.kind for paper in event.documents.all()] == ["kak"]


def test_an_answer_to_other_words_is_not_taken_over(play):
    turn(play, "ksdd_wajib")
    kept = set(Answer.objects.filter(case=play.case).values_list("question", flat=True))
    assert kept == {"objek_rencana"}


def test_the_papers_of_the_old_kind_stay_readable(cast, signed_in):
    play = Play(cast, "ksdpk_daerah")
    turn(play, "ksdd_sukarela")
    browser = signed_in(cast.officer)
    page = browser.get(reverse("agreements:paper", args=[play.case.public_id, "studi_kelayakan"]))
    assert page.status_code == 200
    assert "Studi kelayakan" in browser.get(play.case.get_absolute_url()).content.decode()
    assert str(play.reload().documents.get(kind="studi_kelayakan")).startswith("Studi kelayakan")


def test_a_returned_proposal_stays_returned(play):
    play.to("telaah")
    play.act("kembalikan", play.cast.tkksd, reason="Ini Sinergi.")
    assert turn(play, "sinergi").state == "dikembalikan"


def test_a_partner_of_the_wrong_sort_then_blocks_the_submission(play):
    turn(play, "sinergi")
    messages = [row.message for row in blocked(proposal_findings(play.reload()))]
    assert any("tidak cocok dengan jenis Sinergi" in message for message in messages)


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ({"kind": "ksdd_sukarela"}, DomainError, "sudah berjenis"),
        ({"reason": " "}, DomainError, "Alasan mengubah jenis belum diisi"),
        ({"seen_revision": 0}, StaleForm, "sudah disimpan lagi"),
    ],
)
def test_a_change_is_refused_with_its_reason(play, given, error, words):
    with pytest.raises(error, match=words):
        turn(play, **({"kind": "sinergi"} | given))
    assert play.reload().kind == "ksdd_sukarela"


@pytest.mark.parametrize("who", ["observer", "partner", "tkksd", "biro"])
def test_only_who_may_propose_for_the_region_changes_the_kind(play, who):
    with pytest.raises(NotAllowed):
        turn(play, "sinergi", actor=getattr(play.cast, who))


def test_a_submitted_proposal_keeps_its_kind(play, signed_in):
    play.to("telaah")
    with pytest.raises(ImpossibleStep, match="tidak dapat diubah pada tahap"):
        turn(play, "sinergi")
    assert signed_in(play.cast.officer).get(url(play.case)).status_code == 409


def test_the_page_changes_the_kind_once_and_leads_to_the_parties(play, signed_in):
    browser = signed_in(play.cast.officer)
    form = browser.get(url(play.case)).context["form"]
    data = {
        "form_token": form["form_token"].value(), "seen_revision": form["seen_revision"].value(),
        "kind": "sinergi", "reason": ANOTHER,
    }  # fmt: skip
    first, second = browser.post(url(play.case), data), browser.post(url(play.case), data)
    onward = reverse("agreements:proposal", args=[play.case.public_id, "pihak"])
    assert (first.status_code, first["Location"], second["Location"]) == (302, onward, onward)
    assert CaseEvent.objects.filter(case=play.case, arrow="ubah_jenis").count() == 1


@pytest.mark.parametrize(
    "bad", [{"kind": "entah"}, {"reason": ""}, {"seen_revision": "x"}, {"reason": "x" * 5001}]
)
def test_bad_input_comes_back_with_what_was_typed(play, signed_in, bad):
    browser = signed_in(play.cast.officer)
    token = browser.get(url(play.case)).context["form"]["form_token"].value()
    data = {
        "form_token": token,
        "seen_revision": play.case.revision,
        "kind": "sinergi",
        "reason": "Tulisan saya",
    }
    answer = browser.post(url(play.case), data | bad)
    assert answer.status_code == 422
    assert "reason" in bad or "Tulisan saya" in answer.content.decode()


@pytest.mark.parametrize(("who", "status"), [("stranger", 404), ("nobody", 404), ("observer", 403)])
def test_others_do_not_reach_the_page(play, signed_in, who, status):
    assert signed_in(getattr(play.cast, who)).get(url(play.case)).status_code == status


def unusual(play: Play, group: str) -> list[str]:
    Partner.objects.filter(name="Kementerian Contoh").update(partner_class=group)
    found = [row for row in proposal_findings(play.reload()) if row.code == "golongan_mitra"]
    assert all(row.severity == "warning" and not row.article for row in found)
    return [row.message for row in found]


def test_an_unusual_class_is_warned_of_and_never_refused(cast):
    play = Play(cast, "sinergi")
    assert not unusual(play, "kementerian")
    [message] = unusual(play, "bumn")
    assert "petunjuk praktik, bukan bunyi peraturan" in message
    play.to("telaah")


@pytest.mark.parametrize("group", ["otorita_ikn", "ptn_bh"])
def test_what_the_texts_leave_open_is_warned_of_until_the_office_decides(cast, group):
    play = Play(cast, "sinergi")
    [message] = unusual(play, group)
    assert "tidak m" in message
    OfficeSetting.objects.create(code=f"golongan_{group}", value="institution")
    assert not unusual(play, group)


def test_the_class_of_a_partner_is_put_right_on_its_own_page(cast, signed_in):
    partner = Play(cast, "sinergi").ministry()
    path = reverse("agreements:partner_edit", args=[partner.pk])
    browser = signed_in(cast.officer)
    form = browser.get(path).context["form"]
    data = {
        "form_token": form["form_token"].value(), "name": partner.name, "partner_class": "otorita_ikn",
        "mandate": "Keputusan Kepala Otorita Nomor 2",
    }  # fmt: skip
    assert browser.post(path, data).status_code == 302
    partner.refresh_from_db()
    assert (partner.partner_class, partner.mandate) == ("otorita_ikn", "Keputusan Kepala Otorita Nomor 2")


def test_two_regencies_of_one_province_show_that_the_governor_would_take_over(cast, signed_in):
    play = Play(cast, "ksdd_wajib")
    [found] = configurations_of(play.reload())
    assert found.code == "kabkota_satu_provinsi"
    browser = signed_in(cast.officer)
    check = reverse("agreements:proposal", args=[play.case.public_id, "periksa"])
    for address in (play.case.get_absolute_url(), check):
        page = browser.get(address).content.decode()
        assert "diambil alih Gubernur sebagai wakil Pemerintah Pusat" in page
        assert "Pasal 364 ayat (4) UU 23/2014" in page
        assert "Pasal 364 ayat (2) huruf e UU 23/2014" in page


def test_the_five_configurations_come_from_level_and_province(cast):
    play = Play(cast, "ksdd_wajib", partners=[cast.kaltim])
    assert [row.code for row in configurations_of(play.reload())] == ["prov_kabkota_dalam"]
    kalteng = Region.objects.create(
        code="62", name="Kalimantan Tengah", kind="provinsi", level=1, parent=cast.nation
    )
    barut = Region.objects.create(
        code="62.05", name="Barito Utara", kind="kabupaten", level=2, parent=kalteng
    )
    add_party(actor=cast.officer, case=play.case, region=kalteng)
    add_party(actor=cast.officer, case=play.case, region=barut)
    assert {row.code for row in configurations_of(play.reload())} == {
        "prov_kabkota_dalam", "prov_kabkota_luar", "prov_prov", "kabkota_beda_provinsi",
    }  # fmt: skip


def test_a_voluntary_cooperation_shows_no_configuration(play, signed_in):
    assert configurations_of(play.reload()) == []
    assert (
        "Susunan daerah"
        not in signed_in(play.cast.officer).get(play.case.get_absolute_url()).content.decode()
    )


def test_a_region_that_borders_another_partner_needs_no_border_with_the_initiator(cast):
    Region.objects.update(neighbours_complete=True)
    for one, other in ((cast.kukar, cast.kubar), (cast.kubar, cast.paser)):
        first, second = sorted((one, other), key=lambda region: region.pk)
        Adjacency.objects.create(region_a=first, region_b=second, source="contoh")
    play = Play(cast, "ksdd_wajib", partners=[cast.kubar, cast.paser])
    assert not [row for row in proposal_findings(play.reload()) if row.code == "berbatasan"]
    Adjacency.objects.filter(region_b=cast.paser).delete()
    Adjacency.objects.filter(region_a=cast.paser).delete()
    [found] = [row for row in proposal_findings(play.reload()) if row.code == "berbatasan"]
    assert "Kabupaten Paser" in found.message
