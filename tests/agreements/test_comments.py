"""Comments: who may write, who may read, who is told, and that a withdrawn word keeps its place."""

import pytest
from django.urls import reverse

from agreements.choices.comments import Audience
from agreements.models import Comment
from agreements.services.comments import withdraw_comment, write_comment
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Notice
from tests import factories
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(cast):
    play = Play(cast)
    play.to("menunggu_tanggapan")
    Notice.objects.all().delete()
    return play


def write(play, actor, text="Mohon diperiksa", audience=Audience.ALL, **more):
    return write_comment(actor=actor, case=play.case, text=text, audience=audience, **more)


def url(play, name="comments", *more):
    return reverse(f"agreements:{name}", args=[play.case.public_id, *more])


def test_a_word_to_all_parties_is_read_by_both_sides(play, cast):
    said = write(play, cast.officer)
    for reader in (cast.officer, cast.partner, cast.biro, cast.observer):
        assert said in Comment.objects.readable_by(reader, play.case)
    for outsider in (cast.stranger, cast.nobody):
        assert said not in Comment.objects.readable_by(outsider, play.case)


def test_a_word_within_the_region_stays_within_it(play, cast):
    said = write(play, cast.officer, audience=Audience.OWN)
    assert said in Comment.objects.readable_by(cast.officer, play.case)
    assert said not in Comment.objects.readable_by(cast.partner, play.case)


def test_the_admin_of_one_region_does_not_read_the_words_within_another(play, cast, signed_in):
    keeper = factories.person("admin.kukar", ("admin", cast.kukar), is_staff=True)
    write(play, cast.partner, "Sikap kita: menunggu", Audience.OWN)
    write(play, cast.officer, "Sikap kami", Audience.OWN)
    page = signed_in(keeper).get("/admin/agreements/comment/", {"q": "Sikap"}).content.decode()
    assert cast.officer.get_full_name() in page
    assert cast.partner.get_full_name() not in page


def test_a_partner_is_not_offered_the_papers_it_may_not_read(play, cast, signed_in):
    reviewed = play.case.documents.get(kind="telaah_tkksd", is_current=True).rule.label
    assert reviewed in signed_in(cast.officer).get(url(play)).content.decode()
    assert reviewed not in signed_in(cast.partner).get(url(play)).content.decode()


def test_a_partner_cannot_write_before_the_offer(cast):
    play = Play(cast)
    with pytest.raises(NotAllowed):
        write(play, cast.stranger)
    assert not Comment.objects.readable_by(cast.partner, play.case).exists()


@pytest.mark.parametrize("role", ["stranger", "observer", "admin", "nobody"])
def test_who_has_no_part_in_the_case_cannot_write(play, cast, role):
    with pytest.raises(NotAllowed):
        write(play, getattr(cast, role))
    assert not Comment.objects.exists()


def test_who_is_asked_is_told_once_and_the_writer_never(play, cast):
    said = write(play, cast.officer, mentions=[cast.partner, cast.officer])
    notices = Notice.objects.filter(kind="komentar")
    assert [notice.user for notice in notices] == [cast.partner]
    assert f"#komentar-{said.pk}" in notices[0].link


def test_nobody_is_asked_who_cannot_read_the_comment(play, cast):
    with pytest.raises(DomainError, match="tidak dapat membaca"):
        write(play, cast.officer, audience=Audience.OWN, mentions=[cast.partner])
    with pytest.raises(DomainError, match="tidak dapat membaca"):
        write(play, cast.officer, mentions=[cast.stranger])
    assert not Comment.objects.exists()


def test_an_answer_has_the_readers_of_what_it_answers_and_tells_its_author(play, cast):
    first = write(play, cast.officer, audience=Audience.OWN)
    reply = write(play, cast.tkksd, answers=first, audience=Audience.ALL)
    assert reply.audience == Audience.OWN
    assert [notice.user for notice in Notice.objects.filter(kind="komentar")] == [cast.officer]


def test_a_withdrawn_word_keeps_its_place_and_loses_its_text(play, cast, client):
    said = write(play, cast.officer, text="Kalimat yang keliru")
    write(play, cast.partner, text="Jawaban mitra", answers=said)
    with pytest.raises(NotAllowed):
        withdraw_comment(actor=cast.partner, comment=said)
    withdraw_comment(actor=cast.officer, comment=said)
    with pytest.raises(ImpossibleStep):
        withdraw_comment(actor=cast.officer, comment=said)
    client.force_login(cast.partner)
    page = client.get(url(play)).content.decode()
    assert "Kalimat yang keliru" not in page
    assert "ditarik oleh penulisnya" in page
    assert "Jawaban mitra" in page


def test_a_comment_is_written_on_the_page_about_a_paper(play, cast, client):
    client.force_login(cast.officer)
    page = client.get(url(play))
    data = {
        "form_token": page.context["form"]["form_token"].value(),
        "text": "Nomor surat <b>salah</b>",
        "audience": Audience.ALL,
        "about": "dokumen:surat_penawaran",
        "mentions": [cast.partner.pk],
    }
    assert client.post(url(play), data).status_code == 302
    assert client.post(url(play), data).status_code == 302
    said = Comment.objects.get()
    assert said.paper == "surat_penawaran"
    shown = client.get(url(play)).content.decode()
    assert "Tentang Surat penawaran" in shown
    assert "&lt;b&gt;salah" in shown


@pytest.mark.parametrize(
    "bad",
    [
        {"text": ""},
        {"text": "x" * 5001},
        {"audience": "dunia"},
        {"about": "dokumen:tidak_ada"},
        {"mentions": ["999999"]},
        {"mentions": ["abc"]},
    ],
)
def test_bad_input_is_told_and_loses_nothing(play, cast, client, bad):
    client.force_login(cast.officer)
    data = {"text": "Isi yang panjang sekali", "audience": Audience.ALL, "about": "", **bad}
    answer = client.post(url(play), data)
    assert answer.status_code == 422
    assert not Comment.objects.exists()
    if "text" not in bad:
        assert "Isi yang panjang sekali" in answer.content.decode()


@pytest.mark.parametrize("number", ["0", "abc", "999", "٣"])
def test_an_answer_to_nothing_is_not_found(play, cast, client, number):
    client.force_login(cast.officer)
    assert client.get(url(play), {"jawab": number}).status_code == 404


def test_a_partner_cannot_answer_what_it_may_not_read(play, cast, client):
    said = write(play, cast.officer, audience=Audience.OWN)
    client.force_login(cast.partner)
    assert client.get(url(play), {"jawab": said.pk}).status_code == 404
    assert client.post(url(play, "comment_withdraw", said.pk)).status_code == 404


def test_the_page_costs_the_same_for_one_and_for_many(play, cast, client, django_assert_max_num_queries):
    client.force_login(cast.officer)
    write(play, cast.officer, mentions=[cast.partner])
    client.get(url(play))
    with django_assert_max_num_queries(60) as one:
        client.get(url(play))
    for _number in range(15):
        write(play, cast.officer, mentions=[cast.partner])
    with django_assert_max_num_queries(len(one)):
        client.get(url(play))
