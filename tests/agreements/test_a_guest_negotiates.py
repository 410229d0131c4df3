"""A partner without an account opens one text by a link: reads, speaks, comments, and finds nothing else."""

from datetime import timedelta

import pytest
from django.test import Client

from agreements.choices.negotiation import GuestAct, Stance
from agreements.models import GuestLink, Naskah, Party
from agreements.naskah.structure import Ayat
from agreements.services import guests
from agreements.services.agreement import share_naskah
from agreements.services.guests import create_guest_link, guest_comment, revoke_guest_link
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.request_log import QuietRequestMiddleware
from tests.agreements.playing import Play
from tests.agreements.table import CLAUSE, entered, guest_says, invite, pasal, row, say

NEW = "Ruang lingkupnya adalah rujukan pasien."


@pytest.fixture
def play(cast) -> Play:
    """Three parties; the third has nobody who can sign in."""
    played = Play(cast, partners=[cast.kubar, cast.paser])
    played.to("penyusunan_kb")
    type(cast.stranger).objects.filter(memberships__region=cast.paser).update(is_active=False)
    return played


@pytest.fixture
def text(play: Play) -> Naskah:
    return play.draft("kb")


@pytest.fixture
def party(play: Play) -> Party:
    return play.parties()[2]


@pytest.fixture
def link(play, text, party) -> tuple[GuestLink, str]:
    return invite(play, text, party)


def desk(clause: str = CLAUSE, more: str = "") -> str:
    return f"/kerja-sama/tamu/meja/pasal/{clause}/{more}"


def sent(browser: Client, **more: object) -> dict[str, object]:
    form = browser.get(desk()).context["form"]
    return {name: form[name].value() for name in ("form_token", "party", "seen")} | {
        "stance": "setuju",
        **more,
    }


def test_a_negotiation_of_two_officers_and_a_guest_ends_in_the_text_they_agreed(play, text, cast, link):
    first, second, _third = play.parties()
    say(cast.officer, text, first, Stance.PROPOSE, wording="Rumusan pertama.")
    say(cast.partner, text, second, Stance.OBJECT, remark="Belum memuat rujukan.")
    browser = entered(link[1])
    proposal = sent(browser, stance="usul", title="RUANG LINGKUP", text=NEW, remark="Dari kami.")
    assert browser.post(desk(), proposal).status_code == 302
    say(cast.officer, text, first, Stance.AGREE)
    assert not row(text).is_agreed
    say(cast.partner, text, second, Stance.AGREE)
    assert row(text).is_agreed
    assert pasal(text).ayat == (Ayat(NEW),)
    assert text.versions.count() == 2
    events = list(
        text.events.filter(arrow__startswith="bahas.").order_by("pk").values_list("arrow", flat=True)
    )
    assert events == [
        "bahas.tamu", "bahas.usul", "bahas.keberatan", "bahas.usul", "bahas.setuju", "bahas.setuju", "bahas.sepakat",
    ]  # fmt: skip


def test_the_secret_is_kept_nowhere_and_every_use_is_noted(text, link):
    made, token = link
    assert token not in str(GuestLink.objects.values())
    assert len(token) >= 43
    browser = entered(token)
    browser.get("/kerja-sama/tamu/meja/")
    browser.get(desk())
    browser.post(desk(), sent(browser))
    assert [use.act for use in made.uses.order_by("pk")] == [
        GuestAct.ENTERED, GuestAct.READ, GuestAct.READ, GuestAct.READ, GuestAct.STANCE,
    ]  # fmt: skip


def test_the_pages_are_kept_by_no_cache_and_no_search_engine(link):
    browser = entered(link[1])
    for address in ("/kerja-sama/tamu/meja/", desk(), "/kerja-sama/tamu/salah/"):
        answer = browser.get(address)
        assert "noindex" in answer["X-Robots-Tag"]
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "same-origin"
        assert 'name="robots" content="noindex' in answer.content.decode()


def test_a_guest_sees_no_names_of_officers_and_no_way_elsewhere(play, text, cast, link):
    say(cast.officer, text, play.parties()[0], Stance.OBJECT, remark="Belum.")
    browser = entered(link[1])
    for address in ("/kerja-sama/tamu/meja/", desk()):
        body = browser.get(address).content.decode()
        assert cast.officer.get_full_name() not in body
        assert cast.officer.email not in body
        assert text.get_absolute_url() not in body
        assert text.case.get_absolute_url() not in body


def test_a_guest_opens_nothing_else(text, link):
    browser = entered(link[1])
    for address in (
        text.get_absolute_url(),
        f"{text.get_absolute_url()}pembahasan/",
        text.case.get_absolute_url(),
    ):
        assert browser.get(address).status_code == 302
    assert browser.get(desk("tidak_ada")).status_code == 404


@pytest.mark.django_db
def test_without_a_link_nothing_is_there():
    for address in ("/kerja-sama/tamu/meja/", desk(), "/kerja-sama/tamu/salah/"):
        assert Client().get(address).status_code == 404
    assert Client().post(desk(), {}).status_code == 404
    assert Client().post(desk(more="komentar/"), {"text": "x"}).status_code == 404


def test_an_expired_and_a_revoked_link_open_nothing_at_once(play, text, link):
    made, token = link
    browser = entered(token)
    with clock.frozen(clock.today() + timedelta(days=8)):
        assert browser.get("/kerja-sama/tamu/meja/").status_code == 404
        assert Client().get(f"/kerja-sama/tamu/{token}/").status_code == 404
        with pytest.raises(ImpossibleStep):
            guest_says(made, text, Stance.AGREE)
    revoke_guest_link(actor=play.officer, link=made)
    assert browser.get(desk()).status_code == 404
    with pytest.raises(ImpossibleStep, match="dicabut"):
        guest_comment(link=made, clause=CLAUSE, text="Halo")
    assert made.uses.filter(act=GuestAct.REFUSED).exists()


def test_a_guest_speaks_only_for_its_own_party(play, text, link):
    browser = entered(link[1])
    refused = browser.post(desk(), sent(browser, party=1))
    assert refused.status_code == 422
    assert not text.negotiated.exists()


def test_a_link_opens_one_text_only(play, text, cast, party, link):
    other = Naskah.objects.get(pk=text.pk)
    other.pk, other.public_id, other.order = None, "lain", 2
    other.save()
    browser = entered(link[1])
    assert browser.get("/kerja-sama/tamu/meja/").context["naskah"].pk == text.pk


def test_only_the_drafter_makes_links_and_only_for_those_without_an_account(play, text, cast, party):
    def make(actor=cast.officer, whom=party, days=7):
        create_guest_link(actor=actor, naskah=text, party=whom, label="Contoh", days=days)

    with pytest.raises(NotAllowed):
        make(actor=cast.partner)
    with pytest.raises(DomainError, match="pengguna sendiri"):
        make(whom=play.parties()[1])
    for days in (0, 31):
        with pytest.raises(DomainError, match="30 hari"):
            make(days=days)
    share_naskah(actor=cast.officer, naskah=text)
    with pytest.raises(ImpossibleStep):
        make()


def test_the_link_is_shown_once_on_its_page(play, text, cast, party, signed_in):
    address = f"{text.get_absolute_url()}pembahasan/tamu/"
    assert signed_in(cast.partner).get(address).status_code == 403
    browser = signed_in(cast.officer)
    form = browser.get(address).context["form"]
    typed = {"form_token": form["form_token"].value(), "party": party.order, "label": "Direktur", "days": 3}
    made = browser.post(address, typed)
    assert made.status_code == 200
    token = made.context["made"].rstrip("/").rpartition("/")[2]
    entered(token)
    assert token not in browser.get(address).content.decode()
    row_of = GuestLink.objects.get()
    assert browser.post(f"{address}{row_of.pk}/cabut/").status_code == 302
    assert browser.post(f"{address}{row_of.pk}/cabut/").status_code == 409
    assert browser.post(address, {}).status_code == 422


def test_a_guest_that_hurries_is_slowed(text, link, monkeypatch):
    monkeypatch.setattr(guests, "MOST_ACTS", 1)
    guest_comment(link=link[0], clause=CLAUSE, text="Satu")
    with pytest.raises(DomainError, match="Terlalu banyak") as refused:
        guest_comment(link=link[0], clause=CLAUSE, text="Dua")
    assert refused.value.status == 429


@pytest.mark.django_db
def test_guessing_is_slowed(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    browser = Client()
    answers = [browser.get("/kerja-sama/tamu/tebakan/").status_code for _ in range(22)]
    assert answers[0] == 404
    assert answers[-1] == 429


def test_a_comment_of_a_guest_is_read_by_all_and_marked(text, cast, link, signed_in):
    browser = entered(link[1])
    token = browser.get(desk()).context["comment_form"]["form_token"].value()
    typed = {"form_token": token, "text": "Mohon <b>ditinjau</b>."}
    for _again in range(2):
        assert browser.post(desk(more="komentar/"), typed).status_code == 302
    assert text.comments.count() == 1
    for reader in (cast.officer, cast.partner):
        page = signed_in(reader).get(f"{text.get_absolute_url()}pembahasan/pasal/{CLAUSE}/").content.decode()
        assert "Mohon &lt;b&gt;ditinjau&lt;/b&gt;." in page
        assert "Direktur PT Contoh" in page
        assert signed_in(reader).get(f"{text.case.get_absolute_url()}komentar/").status_code == 200


def test_a_guest_who_comes_after_the_sharing_reads_and_says_nothing(play, text, cast, link):
    browser = entered(link[1])
    word = sent(browser)
    share_naskah(actor=cast.officer, naskah=text)
    assert browser.get(desk()).context["form"] is None
    assert browser.post(desk(), word).status_code == 409


def test_the_log_does_not_tell_the_secret(link, rf):
    told = QuietRequestMiddleware.format_request(rf.get(f"/kerja-sama/tamu/{link[1]}/?x=1"))
    assert told == "GET /kerja-sama/tamu/***/?x=1"
