"""Texts end by date or for a lawful reason, never because a new head takes office (PP 28/2018 Pasal 9, 22)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agreements.choices import LifeState, NaskahState
from agreements.law.leaders import speaks_of_new_leader
from agreements.law.loading import latest
from agreements.models import Case, Naskah
from agreements.services import ending
from agreements.services.extension import extend_text
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.deadlines.models import Deadline
from ksd.office import work
from tests.agreements.changing import signed_addendum
from tests.agreements.playing import Play
from tests.conftest import Cast

SignIn = Callable[[User], Client]


@pytest.fixture
def running(play: Play) -> Play:
    """A cooperation being carried out."""
    play.to("pelaksanaan")
    return play


def end(play: Play, kind: str = "pks", **changes: Any) -> Naskah:
    told: dict[str, Any] = {
        "actor": play.cast.officer,
        "text": play.case.naskah.get(kind=kind),
        "reason_code": "tujuan_tercapai",
        "explanation": "Gedung selesai",
        "on": clock.today(),
    }
    return ending.end_text(**(told | changes))


def test_one_text_ends_while_the_cooperation_goes_on(running: Play) -> None:
    made = signed_addendum(running, running.case.naskah.get(kind="pks"))
    text = end(running)
    made.refresh_from_db()
    assert text.life() == made.life() == LifeState.ENDED
    assert running.reload().state == "pelaksanaan"
    assert running.case.naskah.get(kind="kb").life() == LifeState.IN_FORCE
    assert not Deadline.objects.of(text).open().exists()
    event = running.case.events.get(arrow="naskah.akhiri")
    assert event.reason == "Tujuan telah tercapai. Gedung selesai"
    assert event.article == "Pasal 9 PP 28/2018"


def test_a_text_that_ended_before_keeps_its_day_when_the_cooperation_ends(running: Play) -> None:
    pks = end(running)
    with clock.frozen(clock.today() + timedelta(days=30)):
        running.act("akhiri", running.cast.officer, reason="Tujuan tercapai")
        umbrella = running.case.naskah.get(kind="kb")
        assert umbrella.ended_early_on == clock.today()
    day = pks.ended_early_on
    pks.refresh_from_db()
    assert pks.ended_early_on == day != umbrella.ended_early_on


def test_a_text_ends_once_and_not_before_it_was_signed(running: Play) -> None:
    with pytest.raises(DomainError, match="mendahului"):
        end(running, on=clock.today() - timedelta(days=1))
    with pytest.raises(DomainError, match="masa depan"):
        end(running, on=clock.today() + timedelta(days=1))
    with pytest.raises(DomainError, match="Pilih alasan"):
        end(running, reason_code="pergantian_bupati")
    end(running)
    with pytest.raises(ImpossibleStep, match="Berakhir"):
        end(running)


def test_only_the_region_that_runs_the_case_ends_a_text(running: Play) -> None:
    for user in (running.cast.partner, running.cast.observer, running.cast.tkksd):
        with pytest.raises(NotAllowed):
            end(running, actor=user)


def test_a_court_ruling_or_bankruptcy_is_proved(cast: Cast) -> None:
    play = Play(cast, "ksdpk_daerah")
    play.to("pelaksanaan")
    proofs = {row.code: row.proof for row in play.case.pack.end_reasons}
    assert proofs["putusan_pengadilan"] == proofs["pailit"] == "putusan_pengadilan"
    assert not proofs["kesepakatan"]
    with pytest.raises(NotReady, match="perlu dibuktikan"):
        end(play, reason_code="pailit")
    play.paper("putusan_pengadilan", cast.officer)
    assert end(play, reason_code="pailit").life() == LifeState.ENDED


def test_a_region_only_cooperation_knows_no_bankruptcy() -> None:
    assert {row.code for row in latest("ksdpk").end_reasons} - {
        row.code for row in latest("ksdd").end_reasons
    } == {
        "putusan_pengadilan",
        "pailit",
    }


@pytest.mark.parametrize(
    "words",
    [
        "Pergantian bupati", "Bupati baru tidak melanjutkan", "karena ganti Kepala Daerah", "WALI KOTA yang baru",
        "gubernur sudah berganti", "hasil Pilkada 2027",
    ],
)  # fmt: skip
def test_words_about_a_new_leader_are_noticed(words: str) -> None:
    assert speaks_of_new_leader(words)


@pytest.mark.parametrize(
    "words", ["Tujuan tercapai", "Gedung baru selesai dibangun", "Bupati menyetujui", ""]
)
def test_other_words_pass(words: str) -> None:
    assert not speaks_of_new_leader(words)


@pytest.mark.parametrize("page", ["akhiri", "naskah"])
def test_a_new_leader_as_reason_is_asked_about_once_more(running: Play, signed_in: SignIn, page: str) -> None:
    client = signed_in(running.cast.officer)
    text = running.case.naskah.get(kind="pks")
    if page == "akhiri":
        url = reverse("agreements:act", args=[running.case.public_id, "akhiri"])
        data = {"form_token": "a", "seen_state": "pelaksanaan", "on": "2026-11-21", "confirm": "on"}
        data |= {"reason_code": "kesepakatan", "reason": "Bupati baru menghendaki"}
    else:
        url = reverse("agreements:naskah_end", args=[text.public_id])
        data = {"form_token": "a", "on": "2026-11-21", "reason_code": "kesepakatan"}
        data |= {"explanation": "Bupati baru menghendaki"}
    refused = client.post(url, data)
    assert refused.status_code == 422
    page_text = refused.content.decode()
    assert "Pergantian Kepala Daerah tidak pernah mengakhiri kerja sama" in page_text
    assert "Bupati baru menghendaki" in page_text
    assert client.post(url, data | {"not_the_leader": "on"}).status_code == 302


def test_a_pks_that_outlives_its_kb_is_flagged_wherever_it_shows(running: Play, signed_in: SignIn) -> None:
    client = signed_in(running.cast.officer)
    text = running.case.naskah.get(kind="pks")
    listed = reverse("agreements:case_list")
    assert "PKS melampaui KB" not in client.get(text.get_absolute_url()).content.decode()
    assert running.case.title not in _rows(client.get(f"{listed}?mark=melampaui"))
    Naskah.objects.filter(kind="kb").update(ends_on=clock.today() + timedelta(days=30))
    for url in (text.get_absolute_url(), running.case.get_absolute_url(), f"{listed}?mark=melampaui"):
        assert "PKS melampaui KB" in client.get(url).content.decode()
    assert running.case.title in _rows(client.get(f"{listed}?mark=melampaui"))


def _rows(response: Any) -> str:
    return " ".join(row.case.title for row in response.context["rows"])


@pytest.mark.parametrize(
    ("kb", "kb_early", "pks", "pks_early", "outlives"),
    [
        (10, None, 10, None, False), (10, None, 11, None, True), (10, None, None, None, True),
        (None, None, 11, None, False), (10, 5, 5, None, True), (10, 5, 9, 5, False), (10, 5, 9, 6, True),
        (10, None, 20, 8, False),
    ],
)  # fmt: skip
def test_the_flag_is_the_same_for_one_text_and_for_the_list(
    running: Play,
    kb: int | None,
    kb_early: int | None,
    pks: int | None,
    pks_early: int | None,
    *,
    outlives: bool,
) -> None:
    def day(days: int | None) -> date | None:
        return None if days is None else clock.today() + timedelta(days=days)

    Naskah.objects.filter(kind="kb").update(ends_on=day(kb), ended_early_on=day(kb_early))
    Naskah.objects.filter(kind="pks").update(ends_on=day(pks), ended_early_on=day(pks_early))
    text: Any = Naskah.objects.with_outliving().get(kind="pks")
    assert text.outlives == outlives
    assert Naskah.objects.outliving_parent().filter(pk=text.pk).exists() == outlives


def _prolong(text: Naskah, ends: int, state: str = NaskahState.SIGNED) -> Naskah:
    """The KB that goes on from this one, so many days from today."""
    new = extend_text(actor=_cast_of(text), text=text)
    return Naskah.objects.create(
        case=new, kind=text.kind, order=1, title=text.title, years=5, state=state, signed_on=clock.today(),
        starts_on=clock.today(), ends_on=clock.today() + timedelta(days=ends), created_by=_cast_of(text),
    )  # fmt: skip


def _cast_of(text: Naskah) -> User:
    return text.case.created_by


def test_a_pks_no_longer_outlives_a_kb_that_was_prolonged(running: Play, signed_in: SignIn) -> None:
    Naskah.objects.filter(kind="kb").update(ends_on=clock.today() + timedelta(days=30))
    kb, pks = (running.case.naskah.get(kind=kind) for kind in ("kb", "pks"))
    new = _prolong(kb, 3000, NaskahState.AGREED)
    assert Naskah.objects.outliving_parent().get() == pks, "a draft prolongs nothing"
    Naskah.objects.filter(pk=new.pk).update(state=NaskahState.SIGNED)
    assert not Naskah.objects.outliving_parent().exists()
    client = signed_in(running.cast.officer)
    listed = f"{reverse('agreements:case_list')}?mark=melampaui"
    assert running.case.title not in _rows(client.get(listed))
    changes = reverse("agreements:case_changes", args=[running.case.public_id])
    for url in (pks.get_absolute_url(), running.case.get_absolute_url(), changes):
        assert "PKS melampaui KB" not in client.get(url).content.decode()


def test_a_kb_prolonged_too_shortly_or_ended_early_leaves_the_mark(running: Play) -> None:
    Naskah.objects.filter(kind="kb").update(ends_on=clock.today() + timedelta(days=30))
    new = _prolong(running.case.naskah.get(kind="kb"), 60)
    assert Naskah.objects.outliving_parent().exists()
    Naskah.objects.filter(pk=new.pk).update(ends_on=clock.today() + timedelta(days=3000))
    assert not Naskah.objects.outliving_parent().exists()
    Naskah.objects.filter(pk=new.pk).update(ended_early_on=clock.today() + timedelta(days=9))
    assert Naskah.objects.outliving_parent().exists()


def test_a_kb_prolonged_twice_still_carries_its_first_pks(running: Play) -> None:
    Naskah.objects.filter(kind="kb").update(ends_on=clock.today() + timedelta(days=30))
    second = _prolong(running.case.naskah.get(kind="kb"), 60)
    second = Naskah.objects.select_related("case__created_by").get(pk=second.pk)
    third = _prolong(second, 3000)
    assert third.case.extension.text == second
    assert not Naskah.objects.outliving_parent().exists()


def test_a_case_whose_texts_all_ran_out_does_not_go_quiet(running: Play, signed_in: SignIn) -> None:
    client = signed_in(running.cast.officer)
    assert not Case.objects.run_out().exists()
    Naskah.objects.update(starts_on="2020-01-01", ends_on=clock.today() - timedelta(days=1))
    assert list(Case.objects.run_out()) == [running.case]
    assert list(work.run_out(running.cast.officer)) == [running.case]
    assert not list(work.run_out(running.cast.stranger))
    said = "Jangka waktu habis, belum ditutup"
    for url in (
        running.case.get_absolute_url(),
        reverse("office:my_work"),
        f"{reverse('agreements:case_list')}?mark=habis",
    ):
        assert said in client.get(url).content.decode()
    page = client.get(running.case.get_absolute_url()).content.decode()
    assert reverse("agreements:act", args=[running.case.public_id, "akhiri"]) in page


def test_a_case_with_one_living_or_unfinished_text_has_not_run_out(running: Play) -> None:
    Naskah.objects.update(starts_on="2020-01-01", ends_on=clock.today() - timedelta(days=1))
    Naskah.objects.filter(kind="kb").update(ends_on=clock.today())
    assert not Case.objects.run_out().exists()
    Naskah.objects.filter(kind="kb").update(ends_on="2026-01-01", state=NaskahState.DRAFTED)
    assert not Case.objects.run_out().exists()


def test_a_closed_case_has_not_run_out(running: Play) -> None:
    Naskah.objects.update(starts_on="2020-01-01", ends_on="2026-11-20")
    running.act("akhiri", running.cast.officer, reason="Jangka waktu berakhir")
    assert not Case.objects.run_out().exists()
