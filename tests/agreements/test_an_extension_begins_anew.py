"""Extending a text is a new case that knows what the old one knew and runs every stage again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agreements.choices import NaskahState, RequestType
from agreements.law.schema import LawPack
from agreements.models import Case, Evaluation, Extension, Naskah
from agreements.services import extension, terms
from agreements.services.acts import take_arrow
from agreements.services.extension_findings import extension_findings
from agreements.services.precheck import proposal_findings
from agreements.services.reports import opening
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady
from ksd.deadlines.calendar import add_months
from ksd.deadlines.models import Deadline
from tests.agreements.changing import old_case
from tests.agreements.playing import Play

SignIn = Callable[[User], Client]


@pytest.fixture
def running(play: Play) -> Play:
    """A cooperation being carried out."""
    play.to("pelaksanaan")
    return play


def extended(play: Play, kind: str = "kb") -> Case:
    return extension.extend_text(actor=play.cast.officer, text=play.case.naskah.get(kind=kind))


def test_an_extension_is_filled_from_the_case_it_goes_on_from(running: Play) -> None:
    new = extended(running)
    old = running.reload()
    assert (new.request_type, new.predecessor, new.state) == (RequestType.EXTENSION, old, "usulan")
    assert (new.title, new.summary, new.location, new.office) == (
        old.title,
        old.summary,
        old.location,
        old.office,
    )
    assert set(new.urusan.all()) == set(old.urusan.all())
    assert [party.region for party in new.parties.all()] == [party.region for party in old.parties.all()]
    kak = new.documents.get(kind="kak")
    assert kak.fields == old.documents.get(kind="kak", is_current=True).fields
    assert (kak.number, kak.file) == ("", None)


def test_answers_are_offered_again_but_count_only_when_given_anew(running: Play) -> None:
    new = extended(running)
    assert not new.answers.exists()
    assert {answer.question for answer in extension.suggested_answers(new)} == {
        question.code for question in new.kind_rule.questions
    }
    assert any("Belum dijawab" in finding.message for finding in proposal_findings(new))


def test_an_extension_brings_its_own_paper(running: Play) -> None:
    new = extended(running)
    faults = [finding.message for finding in proposal_findings(new)]
    assert "Usul perpanjangan belum ada." in faults
    assert "Usul perpanjangan belum ada." not in [row.message for row in proposal_findings(running.case)]
    running.case = new
    running.answer()
    running.paper("permohonan_perpanjangan", running.cast.officer)
    take_arrow(actor=running.cast.officer, case=new, code="ajukan_telaah")
    assert Case.objects.get(pk=new.pk).state == "telaah"


def test_the_same_text_is_not_extended_twice_at_once(running: Play) -> None:
    first = extended(running)
    with pytest.raises(ImpossibleStep, match="sudah berjalan"):
        extended(running)
    take_arrow(actor=running.cast.officer, case=first, code="batalkan", reason="Keliru")
    assert extended(running).pk != first.pk


def test_another_text_of_the_case_may_be_extended_beside_it(running: Play) -> None:
    extended(running)
    assert extended(running, "pks").extension.text.kind == "pks"


@pytest.mark.parametrize("days", [1, 365])
def test_a_text_that_ended_lately_may_still_be_extended(running: Play, days: int) -> None:
    text = running.case.naskah.get(kind="kb")
    ended = clock.today() - timedelta(days=days)
    Naskah.objects.filter(pk=text.pk).update(starts_on=ended - timedelta(days=9), ends_on=ended)
    assert extended(running).predecessor == running.case


def test_a_text_that_ended_long_ago_or_early_is_not_extended(running: Play) -> None:
    texts = Naskah.objects.filter(kind="kb")
    texts.update(starts_on="2020-01-01", ends_on=clock.today() - timedelta(days=366))
    with pytest.raises(ImpossibleStep, match="satu tahun"):
        extended(running)
    texts.update(ends_on=clock.today() + timedelta(days=30), ended_early_on=clock.today())
    with pytest.raises(ImpossibleStep, match="satu tahun"):
        extended(running)


def test_an_unsigned_text_is_not_extended(play: Play) -> None:
    play.to("penandatanganan_kb")
    with pytest.raises(ImpossibleStep):
        extended(play)


def test_only_the_region_that_runs_the_case_extends_it(running: Play) -> None:
    text = running.case.naskah.get(kind="kb")
    for user in (running.cast.partner, running.cast.observer, running.cast.biro):
        with pytest.raises(NotAllowed):
            extension.extend_text(actor=user, text=text)
    assert not Extension.objects.exists()


def test_a_cooperation_that_has_been_reported_on_is_evaluated_before_it_is_extended(
    running: Play, signed_in: SignIn
) -> None:
    with clock.frozen(date(2027, 8, 1)):
        opening.open_all_reports()
        with pytest.raises(NotReady, match="Belum ada evaluasi yang ditutup"):
            extended(running)
        text = running.case.naskah.get(kind="kb")
        page = signed_in(running.cast.officer).get(reverse("agreements:extend", args=[text.public_id]))
        assert reverse("agreements:reports", args=[running.case.public_id]) in page.content.decode()
        Evaluation.objects.create(
            case=running.case, period="2027-S1", verdict="dilanjutkan", conclusion="Baik",
            closed_on=clock.today(), opened_by=running.cast.officer,
        )  # fmt: skip
        assert extended(running).predecessor == running.case


def test_before_the_first_period_is_over_the_missing_evaluation_is_only_told(running: Play) -> None:
    assert [row.severity for row in extension_findings(running.case)] == ["warning"]
    assert extended(running).predecessor == running.case


def test_an_old_paper_is_extended_without_an_evaluation_of_years_nobody_saw(play: Play) -> None:
    case = old_case(play)
    with clock.frozen(date(2027, 2, 1)):
        opening.open_all_reports()
        assert [row.severity for row in extension_findings(case)] == ["warning"]
        new = extension.extend_text(actor=play.cast.officer, text=case.naskah.get())
    assert new.predecessor == case


def test_both_cases_show_the_line_they_stand_in(running: Play, signed_in: SignIn) -> None:
    new = extended(running)
    client = signed_in(running.cast.officer)
    for case in (running.case, new):
        page = client.get(reverse("agreements:case_changes", args=[case.public_id])).content.decode()
        assert running.case.get_absolute_url() in page or case == running.case
        assert new.get_absolute_url() in page or case == new
        assert "Asal" in page
    assert [row.pk for row in extension.chain_of(new, running.cast.officer)] == [running.case.pk, new.pk]


def test_a_partner_does_not_see_the_extension_before_it_is_offered(running: Play) -> None:
    new = extended(running)
    assert [row.pk for row in extension.chain_of(running.case, running.cast.partner)] == [running.case.pk]
    assert not Case.objects.visible_to(running.cast.partner).filter(pk=new.pk).exists()


def test_reminders_of_the_end_lead_to_the_extension(running: Play) -> None:
    text = running.case.naskah.get(kind="kb")
    term = Deadline.objects.of(text).get(code="berakhir")
    assert term.link == f"{text.get_absolute_url()}#perpanjangan"
    assert list(term.remind_days) == [90, 60, 30, 7, 0]


def test_a_law_that_wants_notice_gets_its_term(running: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    text = running.case.naskah.get(kind="kb")
    rule = running.case.pack.request("perpanjangan")
    assert rule
    asked = replace(rule, notice_months=6, notice_article="Pasal 33 Permendagri 25/2020")
    monkeypatch.setattr(LawPack, "request", lambda _pack, _code: asked)
    term: Any = terms.start_notice_term(actor=running.cast.officer, naskah=text)
    assert text.ends_on
    assert (term.due_on, term.legal_basis) == (
        add_months(text.ends_on, -6),
        "Pasal 33 Permendagri 25/2020",
    )


def test_the_page_of_a_text_extends_once_and_answers_409_with_a_link_after_that(
    running: Play, signed_in: SignIn
) -> None:
    text = running.case.naskah.get(kind="kb")
    url = reverse("agreements:extend", args=[text.public_id])
    client = signed_in(running.cast.officer)
    shown = client.get(url)
    token = shown.context["form"]["form_token"].value()
    first = client.post(url, {"form_token": token})
    assert first.status_code == 302
    new = Extension.objects.get().case
    again = client.post(url, {"form_token": "baru"})
    assert again.status_code == 409
    assert new.get_absolute_url() in again.content.decode()
    # The first form sent again leads to what it made.
    assert client.post(url, {"form_token": token})["Location"] == first["Location"]
    assert Extension.objects.count() == 1
    assert text.state == NaskahState.SIGNED
