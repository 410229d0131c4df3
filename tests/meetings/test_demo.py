"""The meetings of the demonstration."""

from datetime import date

import pytest
from django.utils import timezone

from ksd.core.errors import NotReady
from meetings import demo
from meetings.models import Meeting


def test_the_rakor_of_2025_and_an_invented_one_are_planned_once(cast):
    assert demo.build() == 2
    assert demo.build() == 0
    rakor = Meeting.objects.get(title=demo.RAKOR_2025)
    assert (rakor.state, rakor.host, rakor.organiser) == ("selesai", cast.kukar, cast.kaltim)
    assert timezone.localtime(rakor.starts_at).date() == date(2025, 10, 29)
    assert rakor.theme.startswith("Kolaborasi Pemerintah Provinsi dan Kabupaten/Kota se-Kalimantan Timur")
    assert [event.target for event in rakor.events.order_by("pk")] == [
        "rencana",
        "disetujui",
        "undangan_terkirim",
        "berlangsung",
        "rumusan_disepakati",
        "tindak_lanjut",
        "selesai",
    ]
    ahead = Meeting.objects.upcoming().get()
    assert "(contoh)" in ahead.title
    assert timezone.localtime(ahead.starts_at).date() == date(2026, 12, 21)
    assert set(ahead.participants.all()) == {cast.kaltim, cast.kukar, cast.kubar, cast.paser}


def test_without_people_of_the_province_nothing_is_planned(cast):
    cast.biro.memberships.all().delete()
    cast.head.memberships.all().delete()
    with pytest.raises(NotReady, match="Belum ada pengguna"):
        demo.build()
    assert not Meeting.objects.exists()
