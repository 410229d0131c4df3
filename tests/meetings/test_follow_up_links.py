"""One safe link is one report: replayed, forwarded, expired, revoked, previewed, sent by mail."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.jobs import run_job
from ksd.core.models import Job
from ksd.deadlines.models import Notice
from meetings.models import ActLink, FollowUp, FollowUpEntry
from meetings.services.follow_ups import close_links, decide, mail_link, make_link
from tests.meetings.follow_up_rows import agreed, follow_up, photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(cast):
    return follow_up(agreed(cast), cast.kukar)


@pytest.fixture
def phone():
    """A browser nobody signed in on."""
    return Client()


def link(cast, row):
    return reverse("meetings:follow_up_link", args=[make_link(actor=cast.officer, follow_up=row)])


def given(key="telepon-kunci-1", **more):
    return {"name": "Budi (contoh)", "progress": "70", "text": "Patok dipasang (contoh)", "key": key} | more


def reports(row):
    return row.entries.filter(step__in=("kendala", "lapor", "selesaikan"))


def test_whoever_holds_the_link_reports_once_with_a_photo_and_no_account(cast, row, phone):
    address = link(cast, row)
    page = phone.get(address)
    assert page.status_code == 200
    assert "Menyelesaikan data batas (contoh)" in page.content.decode()
    answer = phone.post(address, given(upload=photo()))
    assert answer.status_code == 200
    assert "Laporan diterima" in answer.content.decode()
    entry = reports(row).get()
    assert (entry.actor, entry.actor_name, entry.progress) == (None, "Budi (contoh) (lewat tautan)", 70)
    assert entry.file.created_by is None
    assert Notice.objects.filter(user=cast.officer, title__startswith="Kemajuan dilaporkan").exists()


def test_the_page_tells_nothing_else_and_leaves_no_trace(cast, row, phone):
    FollowUpEntry.objects.create(
        follow_up=row, step="lapor", state="proses", progress=10, text="Rahasia-7X", actor_name="Orang Dalam"
    )
    answer = phone.get(link(cast, row))
    text = answer.content.decode()
    assert "Rahasia-7X" not in text
    assert "Orang Dalam" not in text
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_opening_the_link_uses_nothing_up(cast, row, phone):
    address = link(cast, row)
    for _preview in range(5):
        assert phone.get(address).status_code == 200
        assert phone.head(address).status_code == 200
    assert ActLink.objects.get().is_alive
    assert phone.post(address, given()).status_code == 200


def test_the_same_sending_again_is_the_same_report(cast, row, phone):
    address = link(cast, row)
    for _repeat in range(3):
        assert "Laporan diterima" in phone.post(address, given()).content.decode()
    assert reports(row).count() == 1


def test_a_forwarded_link_is_dead_after_its_first_report(cast, row, phone):
    address = link(cast, row)
    phone.post(address, given())
    other = Client()
    assert other.get(address).status_code == 410
    answer = other.post(address, given("telepon-lain-2", text="Palsu (contoh)"))
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "sudah dipakai" in text
    assert "Palsu (contoh)" in text
    assert "Menyelesaikan data batas" not in text
    assert reports(row).count() == 1


def test_an_expired_link_keeps_what_was_typed_but_counts_nothing(cast, row, phone):
    address = link(cast, row)
    with clock.frozen(clock.now() + timedelta(days=15)):
        assert phone.get(address).status_code == 410
        answer = phone.post(address, given())
        assert answer.status_code == 409
        assert "Patok dipasang (contoh)" in answer.content.decode()
    assert not reports(row).exists()


def test_a_revoked_link_is_dead(cast, row, phone):
    address = link(cast, row)
    assert close_links(actor=cast.tkksd, follow_up=row) == 1
    assert phone.get(address).status_code == 410
    assert phone.post(address, given()).status_code == 409
    assert close_links(actor=cast.tkksd, follow_up=row) == 0


def test_a_link_is_bound_to_one_follow_up_and_one_act(cast, row, phone):
    token = make_link(actor=cast.officer, follow_up=row)
    ActLink.objects.update(act="jawab", follow_up=row)
    assert phone.get(reverse("meetings:follow_up_link", args=[token])).status_code == 404
    for nonsense in ("x", "0" * 300, "%00", "a\x00b", "é"):
        assert phone.get(reverse("meetings:follow_up_link", args=[nonsense])).status_code == 404


def test_guessing_is_slowed_down(row, phone, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    statuses = {
        phone.get(reverse("meetings:follow_up_link", args=[f"tebak{n}"])).status_code for n in range(30)
    }
    assert statuses == {404, 429}


def test_a_link_for_something_settled_is_closed(cast, row, phone):
    address = link(cast, row)
    decide(actor=cast.biro, follow_up=row, code="hentikan", reason="Tidak perlu")
    assert phone.get(address).status_code == 410
    assert phone.post(address, given()).status_code == 409


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "error_1_id_name"),
        ({"progress": "200"}, "100"),
        ({"key": "x"}, "Patok"),
        ({"upload": photo("virus.jpg", b"MZ\x90\x00" + b"0" * 99)}, "Isi berkas bukan JPG"),
    ],
)
def test_a_bad_report_comes_back_and_the_link_stays_alive(cast, row, phone, wrong, words):
    answer = phone.post(link(cast, row), given(**wrong))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Patok dipasang (contoh)" in answer.content.decode()
    assert ActLink.objects.get().is_alive


def test_only_the_owner_and_the_organiser_make_links_and_not_without_end(cast, row):
    for who in ("partner", "stranger", "observer", "admin"):
        with pytest.raises(NotAllowed):
            make_link(actor=getattr(cast, who), follow_up=row)
    for who in ("officer", "biro", "head", "tkksd", "officer"):
        make_link(actor=getattr(cast, who), follow_up=row)
    with pytest.raises(DomainError, match="Sudah ada 5 tautan"):
        make_link(actor=cast.officer, follow_up=row)
    FollowUp.objects.update(state="diverifikasi")
    with pytest.raises(ImpossibleStep):
        make_link(actor=cast.officer, follow_up=row)


def test_only_the_hash_is_kept_and_the_page_shows_the_link_once(cast, signed_in, row):
    client = signed_in(cast.officer)
    page = reverse("meetings:follow_up_link_new", args=[row.public_id])
    token = client.get(page).context["form"]["form_token"].value()
    answer = client.post(page, {"form_token": token, "email": ""})
    address = answer.context["address"]
    secret = address.rstrip("/").rpartition("/")[2]
    assert address in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert not ActLink.objects.filter(token_sha256=secret).exists()
    assert client.post(page, {"form_token": token, "email": ""})["Location"] == row.get_absolute_url()
    assert ActLink.objects.count() == 1
    assert client.post(page, {"form_token": "lain", "email": "bukan surel"}).status_code == 422
    close = reverse("meetings:follow_up_link_close", args=[row.public_id])
    assert client.post(close)["Location"] == row.get_absolute_url()
    assert not ActLink.objects.get().is_alive


def test_a_mailed_link_is_made_while_it_is_sent_and_stands_nowhere_else(cast, row, phone):
    mail_link(actor=cast.officer, follow_up=row, address="lapangan@contoh.test")
    job = Job.objects.get()
    assert not ActLink.objects.exists()
    assert run_job(job.pk)
    letter = mail.outbox[0]
    assert letter.to == ["lapangan@contoh.test"]
    path = next(line for line in letter.body.splitlines() if "/lapor/" in line).split("/rapat/")[1]
    assert path.strip("/").rpartition("/")[2] not in str(Job.objects.values())
    assert phone.post(f"/rapat/{path.strip()}", given()).status_code == 200
    assert reports(row).count() == 1
    assert row.entries.filter(step="tautan").get().text == "Dikirim ke lapangan@contoh.test."


def test_no_mail_goes_out_for_what_was_done_meanwhile(cast, row):
    mail_link(actor=cast.officer, follow_up=row, address="lapangan@contoh.test")
    FollowUp.objects.update(state="diverifikasi")
    assert run_job(Job.objects.get().pk)
    assert mail.outbox == []
