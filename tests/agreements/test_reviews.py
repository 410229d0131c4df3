"""Reviews asked of the members of the TKKSD, their answers and their consolidation."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from agreements.models import CaseDocument, CaseEvent, Review
from agreements.services import reviews
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Notice
from tests import factories
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 2)


@pytest.fixture
def play(cast):
    play = Play(cast)
    play.to("telaah")
    Notice.objects.all().delete()
    return play


@pytest.fixture
def second(cast):
    return factories.person("tkksd.dua", ("tkksd", cast.kukar))


def ask(play, *who, **more):
    values: dict[str, Any] = {
        "due_on": clock.today() + timedelta(days=7),
        "instruction": "Periksa RTRW",
    } | more
    return reviews.assign_reviews(actor=play.cast.officer, case=play.case, reviewers=who, **values)


def judgement(play, judged="sesuai", remark=""):
    fields: dict[str, str] = {}
    for item in reviews.points_of(play.case):
        fields |= {item.code: judged, f"{item.code}_catatan": remark}
    return fields


def test_reviewers_are_told_once_and_asked_once(play, second):
    ask(play, play.cast.tkksd, second)
    assert ask(play, play.cast.tkksd) == []
    assert Review.objects.count() == 2
    assert {row.user for row in Notice.objects.filter(kind="telaah")} == {play.cast.tkksd, second}


def test_nobody_without_the_role_can_be_asked(play):
    for who in ([], [play.cast.partner], [play.cast.officer]):
        with pytest.raises(DomainError, match="anggota TKKSD"):
            ask(play, *who)


def test_a_day_gone_by_is_no_term(play):
    with pytest.raises(DomainError, match="sudah lewat"):
        ask(play, play.cast.tkksd, due_on=clock.today() - timedelta(days=1))


@pytest.mark.parametrize("role", ["partner", "stranger", "observer", "admin", "tkksd", "biro"])
def test_only_the_officer_of_the_initiator_assigns(play, role):
    with pytest.raises(NotAllowed):
        reviews.assign_reviews(
            actor=getattr(play.cast, role), case=play.case, reviewers=[play.cast.tkksd], due_on=clock.today()
        )


@pytest.mark.parametrize("state", ["usulan", "penawaran_disiapkan", "menunggu_tanggapan"])
def test_a_review_belongs_to_the_state_of_review(cast, state):
    play = Play(cast)
    play.to(state)
    with pytest.raises(ImpossibleStep):
        ask(play, cast.tkksd)


def test_a_review_is_kept_as_draft_and_sent_once(play):
    (row,) = ask(play, play.cast.tkksd)
    reviews.submit_review(actor=play.cast.tkksd, review=row, fields={"rtrw": "sesuai"}, final=False)
    with pytest.raises(DomainError, match="belum dinilai"):
        reviews.submit_review(actor=play.cast.tkksd, review=row, fields={})
    with pytest.raises(DomainError, match="tanpa catatan"):
        reviews.submit_review(actor=play.cast.tkksd, review=row, fields=judgement(play, "tidak_sesuai"))
    with pytest.raises(NotAllowed):
        reviews.submit_review(actor=play.cast.officer, review=row, fields=judgement(play))
    reviews.submit_review(actor=play.cast.tkksd, review=row, fields=judgement(play))
    with pytest.raises(ImpossibleStep):
        reviews.submit_review(actor=play.cast.tkksd, review=row, fields=judgement(play))
    assert CaseEvent.objects.filter(case=play.case, arrow="kirim_telaah").count() == 1


def test_the_result_takes_the_gravest_word_and_every_remark(play, second):
    one, two = ask(play, play.cast.tkksd, second)
    with pytest.raises(ImpossibleStep, match="Belum ada telaah"):
        reviews.write_result(actor=play.cast.tkksd, case=play.case)
    reviews.submit_review(actor=play.cast.tkksd, review=one, fields=judgement(play))
    reviews.submit_review(actor=second, review=two, fields=judgement(play, "perlu_perbaikan", "Peta kurang"))
    points = reviews.consolidated(play.case)
    assert all(point.disputed and point.gravest == "perlu_perbaikan" for point in points)
    reviews.write_result(actor=play.cast.tkksd, case=play.case)
    paper = CaseDocument.objects.current().get(case=play.case, kind="telaah_tkksd")
    assert paper.fields["rtrw"] == "perlu_perbaikan"
    assert "Peta kurang" in paper.fields["rtrw_catatan"]
    play.act("lanjutkan", play.cast.tkksd)
    assert play.case.state == "penawaran_disiapkan"


def test_a_returned_proposal_is_reviewed_anew(play):
    (row,) = ask(play, play.cast.tkksd)
    reviews.submit_review(actor=play.cast.tkksd, review=row, fields=judgement(play))
    play.act("kembalikan", play.cast.tkksd, reason="Lengkapi")
    play.act("ajukan_telaah", play.cast.officer)
    assert all(not point.voices for point in reviews.consolidated(play.case))
    (again,) = ask(play, play.cast.tkksd)
    assert again.round == 2


def test_an_unanswered_assignment_is_withdrawn_once(play):
    (row,) = ask(play, play.cast.tkksd)
    reviews.withdraw_review(actor=play.cast.officer, review=row)
    with pytest.raises(ImpossibleStep):
        reviews.withdraw_review(actor=play.cast.officer, review=row)
    assert len(ask(play, play.cast.tkksd)) == 1


def test_the_third_party_kind_is_reviewed_on_its_eight_points(cast):
    play = Play(cast, "ksdpk_mitra")
    play.to("telaah")
    assert len(reviews.points_of(play.case)) == 8


def test_review_pages_are_walked_by_officer_and_reviewer(play, client):
    client.force_login(play.cast.officer)
    page = reverse("agreements:reviews", args=[play.case.public_id])
    form = client.get(page).context["form"]
    sent = {
        "form_token": form["form_token"].value(),
        "reviewers": [play.cast.tkksd.pk],
        "due_on": "2026-11-30",
    }
    where = reverse("agreements:review_assign", args=[play.case.public_id])
    assert client.post(where, sent).status_code == 302
    assert client.post(where, {"due_on": "besok"}).status_code == 422
    row = Review.objects.get()
    client.force_login(play.cast.tkksd)
    mine = reverse("agreements:review", args=[play.case.public_id, row.pk])
    token = client.get(mine).context["form"]["form_token"].value()
    assert client.post(mine, {"form_token": token, "kirim": "1", "rtrw": "entah"}).status_code == 422
    assert client.post(mine, {"form_token": token, "kirim": "1", **judgement(play)}).status_code == 302
    assert "Sudah dikirim" in client.get(page).content.decode()
    assert client.post(reverse("agreements:review_result", args=[play.case.public_id])).status_code == 302
    client.force_login(play.cast.observer)
    assert client.get(mine).status_code == 200
    client.force_login(play.cast.partner)
    assert client.get(page).status_code == 404
