"""A form acts once, however often it is sent."""

import threading

import pytest
from django.db import IntegrityError, close_old_connections, connection, connections, transaction

from ksd.core.errors import AlreadyDone, DomainError
from ksd.core.forms import OnceForm, add_domain_error, claim_token, remember_result
from ksd.core.models import FormToken, Heartbeat
from tests import factories


def test_every_opened_form_has_a_token_of_its_own():
    first, second = OnceForm(), OnceForm()
    assert first["form_token"].value() != second["form_token"].value()
    assert 'type="hidden"' in str(first["form_token"])


def test_a_form_without_its_token_asks_to_reload():
    assert "Muat ulang halaman" in OnceForm({}).errors["form_token"][0]


def test_the_second_sending_is_led_to_the_result_of_the_first(cast):
    form = OnceForm({"form_token": "abc"})
    assert form.is_valid()
    form.claim(cast.officer, "/kerja-sama/1/")
    with pytest.raises(AlreadyDone) as refused:
        form.claim(cast.officer, "/kerja-sama/2/")
    assert refused.value.result_url == "/kerja-sama/1/"
    assert FormToken.objects.count() == 1


def test_the_result_may_be_noted_after_the_claim(cast):
    claim_token("abc", cast.officer)
    remember_result("abc", cast.officer, "/kerja-sama/9/")
    with pytest.raises(AlreadyDone) as refused:
        claim_token("abc", cast.officer)
    assert refused.value.result_url == "/kerja-sama/9/"


def test_a_token_belongs_to_its_person(cast):
    claim_token("abc", cast.officer)
    claim_token("abc", cast.partner)
    assert FormToken.objects.count() == 2


@transaction.atomic
def failing_act(user):
    claim_token("abc", user)
    raise IntegrityError


def test_an_act_that_fails_gives_its_token_back(cast):
    with pytest.raises(IntegrityError):
        failing_act(cast.officer)
    claim_token("abc", cast.officer)


def test_a_refusal_is_shown_at_the_form_with_article_and_remedy():
    form = OnceForm({"form_token": "abc"})
    add_domain_error(form, DomainError("Mitra sama.", remedy="Pilih mitra lain.", article="Pasal 1"), "pihak")
    assert form.non_field_errors() == ["Mitra sama. (Pasal 1) Pilih mitra lain."]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="perlu PostgreSQL")
def test_of_two_simultaneous_sendings_exactly_one_acts():
    user = factories.person("ganda")
    gate, outcomes = threading.Barrier(2), []

    def send(number):
        try:
            gate.wait()
            with transaction.atomic():
                Heartbeat.objects.create(name=f"akibat-{number}", beat_at="2026-11-21T00:00:00Z")
                claim_token("sama", user, f"/{number}/")
            outcomes.append("done")
        except AlreadyDone as refused:
            outcomes.append(refused.result_url)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    close_old_connections()
    assert sorted(map(bool, outcomes)) == [True, True]
    assert outcomes.count("done") == 1
    assert Heartbeat.objects.count() == 1
