"""The meetings of the demonstration."""

from datetime import date

import pytest
from django.utils import timezone

from ksd.core.errors import NotReady
from meetings import demo
from meetings.demo import stages
from meetings.models import Invitee, Meeting, Sending
from meetings.workflow import STEPS
from tests.factories import TODAY

LIFE = ["rencana", "disetujui", "undangan_terkirim", "berlangsung", "rumusan_disepakati", "tindak_lanjut"]


def test_the_meetings_of_the_demonstration_are_planned_once(cast):
    assert demo.build() == 6
    assert demo.build() == 0
    invented = Meeting.objects.exclude(title=demo.RAKOR_2025)
    assert all("(contoh" in meeting.title for meeting in invented)


def test_the_rakor_of_2025_is_told_as_reported_and_follows_an_invented_one(cast):
    demo.build()
    rakor = Meeting.objects.get(title=demo.RAKOR_2025)
    assert (rakor.state, rakor.host, rakor.organiser) == ("tindak_lanjut", cast.kukar, cast.kaltim)
    assert timezone.localtime(rakor.starts_at).date() == date(2025, 10, 29)
    assert rakor.theme.startswith("Kolaborasi Pemerintah Provinsi dan Kabupaten/Kota se-Kalimantan Timur")
    steps = rakor.events.filter(step__in=["rencanakan", *(row.code for row in STEPS)])
    assert [event.target for event in steps.order_by("pk")] == LIFE
    speech = rakor.speeches.get()
    assert speech.spoken_by.startswith("Bupati Kutai Kartanegara (nama contoh), dibacakan oleh Asisten I")
    assert rakor.series is not None
    assert [row.title for row in rakor.series.meetings.order_by("starts_at")] == [
        demo.RAKOR_2024,
        demo.RAKOR_2025,
    ]


def test_one_meeting_is_ahead_one_runs_today_and_the_tkksd_has_met(cast):
    demo.build()
    ahead = Meeting.objects.get(title=demo.NEXT)
    assert timezone.localtime(ahead.starts_at).date() == date(2026, 12, 21)
    everybody = {cast.kaltim, cast.kukar, cast.kubar, cast.paser}
    assert set(ahead.participants.all()) == everybody
    running = Meeting.objects.get(title=demo.TODAY)
    assert (running.state, timezone.localtime(running.starts_at).date()) == ("berlangsung", TODAY)
    assert set(running.participants.all()) == everybody
    pleno, teknis = (Meeting.objects.get(title=title) for title in (demo.PLENO, demo.TEKNIS))
    assert (pleno.state, pleno.organiser) == ("tindak_lanjut", cast.kukar)
    assert (teknis.state, teknis.kind) == ("undangan_terkirim", "tkksd_teknis")


def test_other_modules_add_scenes_before_a_step(cast, monkeypatch):
    seen: list[tuple[str, str]] = []
    kept = {code: list(scenes) for code, scenes in stages._scenes.items()}
    monkeypatch.setattr(stages, "_scenes", kept)

    @stages.before("mulai")
    def _scene(meeting, _planner):
        seen.append((meeting.title, meeting.state))

    demo.build()
    assert (demo.TODAY, "undangan_terkirim") in seen


def test_without_people_of_the_province_nothing_is_planned(cast):
    cast.biro.memberships.all().delete()
    cast.head.memberships.all().delete()
    with pytest.raises(NotReady, match="Belum ada pengguna"):
        demo.build()
    assert not Meeting.objects.exists()


def test_every_meeting_is_invited_by_one_invented_letter_and_answers_differ(cast):
    demo.build()
    for meeting in Meeting.objects.all():
        letter = meeting.letters.get()
        assert letter.stands
        assert "(contoh)" in str(letter.words)
        heads = meeting.invitees.filter(role="kepala_delegasi").count()
        assert heads == meeting.participants.count()
        assert all("(contoh)" in row.name for row in meeting.invitees.all())
    assert not Invitee.objects.exclude(email="").exclude(email__endswith="@contoh.test").exists()
    running = Meeting.objects.get(title=demo.TODAY)
    assert set(running.invitees.values_list("answer", flat=True)) == {
        "hadir",
        "diwakili",
        "tidak_hadir",
        "belum",
    }
    assert not Sending.objects.filter(state__in=["antre", "dikirim"]).exists()


def test_a_notula_is_written_sent_and_signed_after_its_meeting_in_this_order(cast):
    demo.build()
    for title in (demo.RAKOR_2024, demo.RAKOR_2025, demo.PLENO):
        meeting = Meeting.objects.get(title=title)
        at = {
            step: meeting.events.get(step=step).at
            for step in ("tulis_notula", "kirim_notula", "sahkan_notula")
        }
        assert meeting.ends_at < at["tulis_notula"] <= at["kirim_notula"] < at["sahkan_notula"], title
