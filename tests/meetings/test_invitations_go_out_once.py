"""Letters by mail: a row for each invitee, letter and round; each sent once, whatever happens to the worker."""

from datetime import timedelta

import pytest
from django.core import mail

from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.jobs import sweep_jobs
from meetings import tasks
from meetings.choices import SendState
from meetings.models import Invitee, Sending
from meetings.services import change_state
from meetings.services.answering import AnswerData, answer_by_account
from meetings.services.invitees import strike_out
from meetings.services.sending_letters import remind_all_silent, remind_silent, send_meeting_letter
from meetings.tasks import sendings
from tests.meetings.invitation_rows import agreed, invited, issued, sent, work
from tests.meetings.rows import moment


class Killed(BaseException):
    """The worker's process ends without a word."""


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch):
    """The PDF of a letter is tested apart; here it only costs time."""
    monkeypatch.setattr(sendings, "paper_of", lambda _letter: None)


def many(cast, row, count):
    Invitee.objects.bulk_create(
        [
            Invitee(
                meeting=row,
                title=f"Undangan {n} (contoh)",
                organisation="Contoh",
                email=f"u{n}@contoh.test",
                order=n,
            )
            for n in range(count)
        ]
    )


def receivers():
    return [message.to[0] for message in mail.outbox]


def test_five_hundred_invitations_wait_for_a_dead_worker_and_are_each_sent_once(cast):
    row = agreed(cast)
    many(cast, row, 500)
    sent(cast, row)
    assert Sending.objects.filter(state=SendState.ANTRE).count() == 500
    assert mail.outbox == []
    sweep_jobs()
    work()
    assert len(receivers()) == len(set(receivers())) == 500
    work()
    tasks.send_due()
    assert len(mail.outbox) == 500
    assert set(Sending.objects.values_list("state", flat=True)) == {SendState.TERKIRIM}


def test_a_worker_killed_in_the_middle_is_followed_by_the_sweep(cast, monkeypatch):
    row = agreed(cast)
    many(cast, row, 12)
    sent(cast, row)
    real, calls = sendings.invitation_mail, []

    def deadly(sending, *args):
        calls.append(sending.pk)
        if len(calls) == 5:
            raise Killed
        return real(sending, *args)

    monkeypatch.setattr(sendings, "invitation_mail", deadly)
    with pytest.raises(Killed):
        work()
    assert len(mail.outbox) == 4
    monkeypatch.setattr(sendings, "invitation_mail", real)
    assert tasks.send_due() == 7
    held = Sending.objects.get(state=SendState.DIKIRIM)
    assert tasks.send_due() == 0, "while the claim lasts nobody else sends it"
    with clock.frozen(clock.now() + sendings.CLAIM + timedelta(seconds=1)):
        assert tasks.send_due() == 1
    held.refresh_from_db()
    assert (held.state, held.attempts) == (SendState.TERKIRIM, 2)
    assert len(receivers()) == len(set(receivers())) == 12


def test_a_death_between_the_post_and_our_book_repeats_the_same_mail_by_its_name(cast, monkeypatch):
    """No mail server tells whether it took the last word; mail programs and calendars know the second copy again."""
    row = agreed(cast)
    invited(cast, row)
    sent(cast, row)
    real = sendings.invitation_mail

    def dies_after(sending, *args):
        real(sending, *args).send()
        raise Killed

    monkeypatch.setattr(sendings, "invitation_mail", dies_after)
    with pytest.raises(Killed):
        work()
    monkeypatch.setattr(sendings, "invitation_mail", real)
    with clock.frozen(clock.now() + sendings.CLAIM + timedelta(seconds=1)):
        assert tasks.send_due() == 1
        assert tasks.send_due() == 0
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 1


def test_a_mail_made_anew_bears_the_same_name(cast):
    row = agreed(cast)
    invited(cast, row)
    sent(cast, row)
    sending = Sending.objects.select_related("invitee__meeting", "letter__meeting").get()
    names = {
        sendings.invitation_mail(sending, None, mail.get_connection()).extra_headers["Message-ID"]
        for _n in "ab"
    }
    assert len(names) == 1
    assert f"rapat-{row.public_id}.0.0" in names.pop()


def test_two_workers_at_one_row_send_it_once(cast):
    row = agreed(cast)
    invited(cast, row)
    sent(cast, row)
    pk = Sending.objects.get().pk
    assert sendings.send_one(pk, mail.get_connection())
    assert not sendings.send_one(pk, mail.get_connection())
    assert len(mail.outbox) == 1


def test_a_server_that_refuses_is_tried_five_times_with_growing_pauses(cast, monkeypatch):
    row = agreed(cast)
    invited(cast, row)
    sent(cast, row)

    def refuse(*_args):
        raise OSError("550")

    monkeypatch.setattr(sendings, "invitation_mail", refuse)
    at = clock.now()
    for attempt in range(1, 6):
        with clock.frozen(at):
            assert tasks.send_due() == 0
            sending = Sending.objects.get()
            assert sending.attempts == attempt
            assert tasks.send_due() == 0, "not again at once"
            at = sending.due_at + timedelta(seconds=1)
    with clock.frozen(at):
        tasks.send_due()
    sending.refresh_from_db()
    assert (sending.state, sending.attempts) == (SendState.GAGAL, 5)
    assert "percobaan ke-5" in sending.trouble


def test_who_has_no_mail_address_is_listed_instead(cast):
    row = agreed(cast)
    invited(cast, row, email="")
    letter = issued(cast, row)
    assert send_meeting_letter(actor=cast.biro, meeting=row) is None
    assert Sending.objects.get(letter=letter).state == SendState.TANPA_SUREL
    assert tasks.send_due() == 0


def test_a_letter_is_sent_to_nobody_twice_but_to_later_additions(cast):
    row = agreed(cast)
    invited(cast, row)
    letter = sent(cast, row)
    with pytest.raises(ImpossibleStep, match="sudah dikirim kepada semua peserta"):
        send_meeting_letter(actor=cast.biro, meeting=row)
    late = invited(cast, row, title="Kepala Bagian Pemerintahan (contoh)", email="kabag@kukar.test")
    send_meeting_letter(actor=cast.biro, meeting=row)
    work()
    assert sorted(receivers()) == ["asisten@kukar.test", "kabag@kukar.test"]
    late.refresh_from_db()
    assert late.invited_by_letter == letter


def test_a_cancellation_overtakes_invitations_still_waiting(cast):
    row = agreed(cast)
    invited(cast, row)
    sent(cast, row)
    change_state(actor=cast.biro, meeting=row, code="batalkan", reason="Banjir")
    sent(cast, row)
    work()
    tasks.send_due()
    assert [message.subject.split()[0] for message in mail.outbox] == ["Pembatalan"]
    assert sorted(Sending.objects.values_list("state", flat=True)) == [SendState.DILEWATI, SendState.TERKIRIM]


def test_who_was_struck_out_before_the_worker_came_gets_nothing(cast):
    row = agreed(cast)
    gone = invited(cast, row)
    invited(cast, row, title="Sekda (contoh)", email="sekda@kukar.test")
    sent(cast, row)
    strike_out(actor=cast.biro, invitee=gone)
    work()
    assert receivers() == ["sekda@kukar.test"]


def test_only_the_silent_are_reminded_each_round_once(cast):
    row = agreed(cast)
    quick = invited(cast, row)
    invited(cast, row, title="Sekda (contoh)", email="sekda@kubar.test", region=cast.kubar)
    sent(cast, row)
    work()
    answer_by_account(actor=cast.officer, invitee=quick, data=AnswerData(answer="hadir"))
    remind_silent(actor=cast.biro, meeting=row)
    work()
    work()
    assert receivers()[2:] == ["sekda@kubar.test"]
    assert mail.outbox[-1].subject.startswith("Pengingat: undangan")
    assert "belum menerima jawaban" in str(mail.outbox[-1].body)
    answer_by_account(
        actor=cast.partner, invitee=Invitee.objects.get(region=cast.kubar), data=AnswerData(answer="hadir")
    )
    with pytest.raises(ImpossibleStep, match="telah menjawab"):
        remind_silent(actor=cast.biro, meeting=row)
    with pytest.raises(NotAllowed):
        remind_silent(actor=cast.officer, meeting=row)


def test_whoever_answers_before_the_reminder_leaves_is_not_reminded(cast):
    row = agreed(cast)
    invitee = invited(cast, row)
    sent(cast, row)
    work()
    remind_silent(actor=cast.biro, meeting=row)
    answer_by_account(actor=cast.officer, invitee=invitee, data=AnswerData(answer="hadir"))
    work()
    assert len(mail.outbox) == 1


def test_the_daily_sweep_reminds_at_each_milestone_once_and_loses_no_day(cast, settings):
    settings.KSD_INVITATION_REMINDER_DAYS = [7, 2]
    row = agreed(cast, starts_at=moment(15, 8), ends_at=moment(15, 16))
    invited(cast, row)
    sent(cast, row)
    work()

    def swept(day, hour=9):
        with clock.frozen(moment(day, hour)):
            found = remind_all_silent()
            tasks.send_due()
            return found

    assert swept(7) == 0
    assert swept(10) == 1, "the day itself was missed, the round is not"
    assert swept(10, 12) == 0
    assert swept(12) == 0
    assert swept(14) == 1
    assert swept(14, 10) == swept(15, 7) == 0
    assert [sending.round for sending in Sending.objects.order_by("round")] == [0, 1, 2]
    assert len(mail.outbox) == 3


def test_milestones_missed_together_make_one_reminder_and_a_fresh_letter_is_not_followed_at_once(
    cast, settings
):
    settings.KSD_INVITATION_REMINDER_DAYS = [7, 2]
    row = agreed(cast, starts_at=moment(23, 8, month=11), ends_at=moment(23, 16, month=11))
    invited(cast, row)
    sent(cast, row)
    with clock.frozen(moment(22, 9, month=11)):
        assert remind_all_silent() == 0, "both milestones lay before the letter"
    far = agreed(cast, title="Lain (contoh)")
    invited(cast, far, title="Bupati (contoh)")
    sent(cast, far)
    with clock.frozen(moment(14, 9)):
        assert remind_all_silent() == 1
    far.letters.get().refresh_from_db()
    assert far.letters.get().reminded == [7, 2]
