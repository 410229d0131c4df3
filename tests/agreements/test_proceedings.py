"""Disputes, take-over, consultation, secretariat and aid: the ladder as the law draws it, each step by whom it says."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.law import proceedings as law
from agreements.law.errors import PackError
from agreements.law.loading import all_kinds
from agreements.models import CaseEvent, Proceeding
from agreements.services import proceedings as service
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests import factories
from tests.agreements.playing import Play, scan

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)

# (proceeding, step) → (article it rests on, who records it, steps that follow within one province, elsewhere)
LADDER = {
    ("perselisihan_daerah", "musyawarah"): (
        "Pasal 18 Permendagri 22/2020", "dispute", {"selesai_musyawarah", "tkksd_provinsi"}, {"selesai_musyawarah", "menteri"}),
    ("perselisihan_daerah", "tkksd_provinsi"): (
        "Pasal 19 Permendagri 22/2020", "settle", {"selesai_provinsi", "gubernur_meminta"}, {"selesai_provinsi"}),
    ("perselisihan_daerah", "gubernur_meminta"): (
        "Pasal 20 Permendagri 22/2020", "settle", {"keputusan_menteri"}, {"keputusan_menteri"}),
    ("perselisihan_daerah", "menteri"): (
        "Pasal 21 Permendagri 22/2020", "dispute", {"keputusan_menteri"}, {"keputusan_menteri"}),
    ("perselisihan_daerah", "keputusan_menteri"): ("Pasal 370 ayat (4) UU 23/2014", "dispute", set(), set()),
    ("perselisihan_mitra", "musyawarah"): (
        "Pasal 21 PP 28/2018", "dispute", {"selesai_musyawarah", "menurut_kontrak"}, {"selesai_musyawarah", "menurut_kontrak"}),
    ("perselisihan_luar_negeri", "konsultasi_menteri"): (
        "Pasal 41 Permendagri 25/2020", "dispute", {"tanggapan_menteri"}, {"tanggapan_menteri"}),
    ("pengambilalihan", "pembinaan"): (
        "Pasal 22 Permendagri 22/2020", "settle", {"dilaksanakan", "persetujuan_diminta"}, {"dilaksanakan", "pusat_mengambil_alih"}),
    ("pengambilalihan", "persetujuan_diminta"): (
        "Pasal 10 ayat (2) PP 28/2018", "settle", {"persetujuan_diberikan", "persetujuan_ditolak"}, set()),
    ("pengambilalihan", "diserahkan_provinsi"): ("Pasal 22 Permendagri 22/2020", "settle", set(), set()),
    ("pengambilalihan", "pusat_mengambil_alih"): ("Pasal 23 Permendagri 22/2020", "settle", set(), set()),
    ("konsultasi", "diajukan"): (
        "Pasal 5 PP 12/2017", "dispute", {"tatap_muka", "surat_jawaban", "ditarik"}, {"tatap_muka", "surat_jawaban", "ditarik"}),
    ("konsultasi", "tatap_muka"): ("Pasal 5 PP 12/2017", "dispute", {"ditindaklanjuti"}, {"ditindaklanjuti"}),
    ("sekretariat", "dibentuk"): ("Pasal 50 Permendagri 22/2020", "dispute", {"laporan", "dibubarkan"}, {"laporan", "dibubarkan"}),
    ("bantuan", "diusulkan"): ("Pasal 12 PP 28/2018", "dispute", {"ditetapkan", "tidak_disetujui"}, {"ditetapkan", "tidak_disetujui"}),
}  # fmt: skip


@pytest.mark.parametrize(("code", "step"), LADDER)
def test_each_step_rests_on_its_article_and_leads_where_the_law_says(code, step):
    article, permission, inside, elsewhere = LADDER[code, step]
    rule = law.proceeding(code)
    assert article in rule.step(step).article.split("; ")
    assert rule.step(step).permission == f"agreements.{permission}"
    assert {row.code for row in rule.following(step, "satu_provinsi")} == inside
    assert {row.code for row in rule.following(step, "lainnya")} == elsewhere


def test_every_kind_knows_a_way_to_settle_a_dispute():
    for kind in all_kinds():
        codes = {row.code for row in law.proceedings_for(kind.code)}
        assert any(code.startswith("perselisihan") for code in codes), kind.code
        assert "konsultasi" in codes


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (('next = ["selesai_musyawarah"]', 'next = ["entah"]'), "entah"),
        (('permission = "agreements.settle"', 'permission = "agreements.apa"'), "agreements.apa"),
        (('article = "Pasal 19 Permendagri 22/2020"', 'article = "Pasal 19 Perwali 1/2000"'), "Perwali"),
        (('help = "Bantuan APBN', 'salah = 1\nhelp = "Bantuan APBN'), "salah"),
    ],
)
def test_a_faulty_book_is_refused_by_name(edit, fault):
    text = law.SOURCE.read_text(encoding="utf-8").replace(*edit)
    with pytest.raises(PackError, match=fault):
        law.read_proceedings(text)


@pytest.fixture
def play(cast):
    play = Play(cast)
    play.to("pelaksanaan")
    return play


def begin(play, actor, code="perselisihan_daerah", step="musyawarah", **more):
    values: dict[str, Any] = {"title": "Pembagian biaya", "on": TODAY, "text": "Belum sepakat"} | more
    return service.open_proceeding(actor=actor, case=play.case, code=code, step=step, **values)


def go(row, actor, step, **more):
    values: dict[str, Any] = {"on": TODAY, "text": "Hasil contoh"} | more
    return service.take_step(actor=actor, proceeding_row=row, step=step, **values)


def test_a_dispute_of_two_kabupaten_climbs_to_the_province_and_the_minister(play, cast):
    row = begin(play, cast.partner)
    with pytest.raises(NotAllowed):
        go(row, cast.officer, "tkksd_provinsi")
    row = go(row, cast.head, "tkksd_provinsi")
    row = go(row, cast.biro, "gubernur_meminta", number="100/5")
    row = go(row, cast.officer, "keputusan_menteri")
    assert row.closed_on == TODAY
    assert service.next_steps(row) == ()
    assert [entry.step for entry in row.entries.all()] == [
        "musyawarah", "tkksd_provinsi", "gubernur_meminta", "keputusan_menteri"
    ]  # fmt: skip
    roles = [entry.role for entry in row.entries.all()]
    assert "Provinsi Kalimantan Timur" in roles[1]
    assert CaseEvent.objects.filter(case=play.case, arrow__startswith="perselisihan_daerah").count() == 4


def test_regions_of_two_provinces_go_straight_to_the_minister(cast):
    other = factories.region("63", "Kalimantan Selatan", "provinsi", cast.nation)
    banjar = factories.region("63.03", "Banjar", parent=other)
    play = Play(cast, partners=[banjar])
    assert service.within(play.case) == "lainnya"
    row = begin(play, cast.officer)
    with pytest.raises(ImpossibleStep):
        go(row, cast.head, "tkksd_provinsi")
    assert go(row, cast.officer, "menteri").closed_on is None


def test_a_province_and_its_kabupaten_are_not_within_one_province(cast):
    play = Play(cast, partners=[cast.kaltim])
    assert service.within(play.case) == "lainnya"


@pytest.mark.parametrize("role", ["stranger", "observer", "admin", "nobody", "biro"])
def test_only_a_party_opens_a_dispute(play, cast, role):
    with pytest.raises(NotAllowed):
        begin(play, getattr(cast, role))
    assert not Proceeding.objects.exists()


@pytest.mark.parametrize("role", ["officer", "partner", "stranger", "tkksd"])
def test_a_take_over_is_begun_by_the_province_alone(cast, role):
    play = Play(cast, "ksdd_wajib")
    with pytest.raises(NotAllowed):
        begin(play, getattr(cast, role), "pengambilalihan", "pembinaan")
    assert begin(play, cast.biro, "pengambilalihan", "pembinaan").pk


def test_a_province_never_acts_for_the_minister_upon_its_own_or_another_provinces_case(cast):
    other = factories.region("63", "Kalimantan Selatan", "provinsi", cast.nation)
    banjar = factories.region("63.03", "Banjar", parent=other)
    minister = factories.person("kemendagri", ("biro_staff", cast.nation))
    for partner in (banjar, cast.kaltim):
        play = Play(cast, "ksdd_wajib", partners=[partner])
        with pytest.raises(NotAllowed):
            begin(play, cast.biro, "pengambilalihan", "pembinaan")
        assert begin(play, minister, "pengambilalihan", "pembinaan").pk


def test_a_voluntary_cooperation_is_never_taken_over(play, cast):
    with pytest.raises(ImpossibleStep, match="tidak mengenal"):
        begin(play, cast.biro, "pengambilalihan", "pembinaan")


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"text": "  "}, "kosong"),
        ({"on": TODAY + timedelta(days=1)}, "masa depan"),
        ({"on": date(1990, 1, 1)}, "jauh mendahului"),
        ({"amount": Decimal(-1)}, "negatif"),
    ],
)
def test_a_bad_step_changes_nothing(play, cast, bad, words):
    with pytest.raises(DomainError, match=words):
        begin(play, cast.officer, **bad)
    assert not Proceeding.objects.exists()


def test_the_same_matter_is_not_opened_twice_and_a_late_step_is_refused(play, cast):
    row = begin(play, cast.officer)
    with pytest.raises(ValidationError, match="belum selesai"):
        begin(play, cast.partner)
    go(row, cast.officer, "selesai_musyawarah", seen_step="musyawarah")
    with pytest.raises(ImpossibleStep):
        go(row, cast.partner, "selesai_musyawarah", seen_step="musyawarah")
    assert begin(play, cast.partner).pk


def test_a_step_does_not_precede_the_one_before(play, cast):
    row = begin(play, cast.officer)
    with pytest.raises(DomainError, match="mendahului"):
        go(row, cast.officer, "selesai_musyawarah", on=TODAY - timedelta(days=1))


def test_the_pages_are_walked_by_both_sides(play, cast, client):
    client.force_login(cast.officer)
    page = reverse("agreements:proceedings", args=[play.case.public_id])
    assert "Tidak ada masalah" in client.get(page).content.decode()
    new = reverse("agreements:proceeding_new", args=[play.case.public_id, "konsultasi", "diajukan"])
    token = client.get(new).context["form"]["form_token"].value()
    sent = {"form_token": token, "title": "Pajak <b>", "on": "2026-11-20", "text": "Mohon petunjuk"}
    assert client.post(new, {**sent, "on": "kapan"}).status_code == 422
    assert client.post(new, {**sent, "upload": scan()}).status_code == 302
    row = Proceeding.objects.get()
    shown = client.get(page).content.decode()
    assert "Pajak &lt;b&gt;" in shown
    client.force_login(cast.partner)
    step = reverse("agreements:proceeding_step", args=[play.case.public_id, row.pk, "tatap_muka"])
    token = client.get(step).context["form"]["form_token"].value()
    sent = {"form_token": token, "seen_step": "diajukan", "on": "2026-11-21", "text": "Dijawab"}
    assert client.post(step, sent).status_code == 302
    assert client.get(step).status_code == 409
    begun, entry = row.entries.first(), row.entries.last()
    assert begun is not None
    assert entry is not None
    minutes = reverse("agreements:proceeding_minutes", args=[play.case.public_id, entry.pk])
    assert client.post(minutes, {"bentuk": "docx"}).status_code == 200
    first = reverse("agreements:proceeding_file", args=[play.case.public_id, begun.pk])
    assert b"".join(client.get(first).streaming_content).startswith(b"%PDF")
    missing = reverse("agreements:proceeding_new", args=[play.case.public_id, "konsultasi", "entah"])
    assert client.get(missing).status_code == 404
    assert "Pajak" in client.get(reverse("agreements:proceeding_list")).content.decode()
    client.force_login(cast.stranger)
    assert "Pajak" not in client.get(reverse("agreements:proceeding_list")).content.decode()


def test_an_office_form_is_never_sent_twice(play, cast, client):
    client.force_login(cast.officer)
    new = reverse("agreements:proceeding_new", args=[play.case.public_id, "konsultasi", "diajukan"])
    token = client.get(new).context["form"]["form_token"].value()
    sent = {"form_token": token, "title": "Pajak", "on": "2026-11-20", "text": "Mohon petunjuk"}
    assert [client.post(new, sent).status_code for _time in range(2)] == [302, 302]
    assert Proceeding.objects.count() == 1


def test_the_list_costs_the_same_for_one_and_for_many(play, cast, client, django_assert_max_num_queries):
    client.force_login(cast.officer)
    begin(play, cast.officer)
    url = reverse("agreements:proceeding_list")
    client.get(url)
    with django_assert_max_num_queries(40) as one:
        client.get(url)
    for number in range(12):
        begin(play, cast.officer, title=f"Pokok {number}")
    with django_assert_max_num_queries(len(one)):
        client.get(url)
