"""Notices reach people once, in the application and by e-mail."""

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import connection, connections

from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.models import EmailState, Notice, NoticeLine
from ksd.deadlines.services import mark_all_read, mark_read, notify, sweep_mail
from tests import factories


def tell(*users, key="usulan:1", **changes):
    facts = {"kind": "turn", "title": "Usulan menunggu telaah", "link": "/kerja-sama/1/"} | changes
    return notify(users=users, key=key, **facts)


def test_each_person_is_told_once_per_matter(cast):
    assert tell(cast.officer, cast.partner, cast.officer) == 2
    assert tell(cast.officer, cast.biro) == 1
    assert Notice.objects.count() == 3
    assert tell(cast.officer, key="usulan:2") == 1


def test_reading_is_noted_once_and_only_by_the_person(cast):
    tell(cast.officer, cast.partner)
    notice = Notice.objects.get(user=cast.officer)
    mark_read(actor=cast.partner, notice=notice)
    notice.refresh_from_db()
    assert notice.read_at is None
    mark_read(actor=cast.officer, notice=notice)
    with clock.frozen(clock.now() + timedelta(days=1)):
        mark_read(actor=cast.officer, notice=notice)
    notice.refresh_from_db()
    assert notice.read_at == clock.now()
    assert Notice.objects.unread_count(cast.partner) == 1
    assert mark_all_read(actor=cast.partner) == 1
    assert Notice.objects.unread_count(cast.partner) == 0
    assert Notice.objects.unread_count(None) == 0


def test_an_email_has_text_and_html_with_whole_addresses(cast, settings):
    settings.KSD_BASE_URL = "https://ksd.contoh.test/"
    tell(cast.officer, title="2 tenggat <b>", body="Mohon diperiksa.")
    NoticeLine.objects.create(
        notice=Notice.objects.get(), text="Tanggapan & balasan: tinggal 7 hari", link="/tenggat/1/"
    )
    assert sweep_mail() == 1
    (message,) = mail.outbox
    assert message.to == ["petugas.kukar@contoh.test"]
    assert message.subject == "[KSD] 2 tenggat <b>"
    assert isinstance(message, EmailMultiAlternatives)
    html = str(message.alternatives[0][0])
    assert "Yth. Contoh Petugas.Kukar," in message.body
    assert "Tanggapan & balasan: tinggal 7 hari" in message.body
    assert "https://ksd.contoh.test/kerja-sama/1/" in message.body
    assert 'href="https://ksd.contoh.test/tenggat/1/"' in html
    assert "<b>" not in html
    notice = Notice.objects.get()
    assert (notice.email_state, notice.emailed_at, notice.attempts) == (EmailState.SENT, clock.now(), 1)
    assert sweep_mail() == 0


def test_a_mail_server_that_is_away_is_tried_five_times_with_growing_pauses(cast, monkeypatch):
    def away(_message):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", away)
    tell(cast.officer)
    tried: list[int] = []
    moment = clock.now()
    for _minute in range(400):
        with clock.frozen(moment):
            sweep_mail()
            attempts = Notice.objects.get().attempts
        if attempts > len(tried):
            tried.append(_minute)
        moment += timedelta(minutes=1)
    assert tried == [0, 1, 6, 31, 156]
    assert Notice.objects.get().email_state == EmailState.FAILED


def test_a_sweep_that_died_while_sending_is_caught_up_after_a_quarter_of_an_hour(cast):
    tell(cast.officer)
    Notice.objects.update(
        email_state=EmailState.SENDING, attempts=1, email_due_at=clock.now() + timedelta(minutes=15)
    )
    assert sweep_mail() == 0
    with clock.frozen(clock.now() + timedelta(minutes=16)):
        assert sweep_mail() == 1


def test_a_person_who_left_gets_no_email(cast):
    tell(cast.officer)
    User.objects.filter(pk=cast.officer.pk).update(is_active=False)
    assert sweep_mail() == 0
    assert mail.outbox == []
    assert Notice.objects.get().email_state == EmailState.NONE


def test_a_notice_may_stay_within_the_application(cast):
    tell(cast.officer, email=False)
    assert Notice.objects.get().email_state == EmailState.NONE


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="perlu PostgreSQL")
def test_four_sweeps_at_once_send_each_email_once():
    people = [factories.person(f"penerima.{number}") for number in range(8)]
    tell(*people)
    gate, sent = threading.Barrier(4), []

    def sweep():
        try:
            gate.wait()
            sent.append(sweep_mail())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sweep) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sent) == 8
    assert sorted(message.to[0] for message in mail.outbox) == sorted(user.email for user in people)
