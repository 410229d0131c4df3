"""The leading region weighs the reasons; the effect is seen before anything is saved."""

import pytest

from ksd.core.errors import DomainError, NotAllowed, StaleForm
from ksd.core.jobs import run_job
from ksd.core.models import Job
from ksd.mapping.matching.weights import DEFAULTS, THRESHOLD, Weights
from ksd.mapping.models import Match, MatchWeights
from ksd.mapping.services.matching.requesting import RUN_JOB
from ksd.mapping.services.matching.weighing import effect_of, save_weights
from tests.mapping.match_rows import form, have, looked, need
from tests.mapping.rows import period


@pytest.fixture
def opened(cast):
    made = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)
    need(
        cast.partner, made, cast.kubar, title="Dokter spesialis", figure_name="", figure=None, figure_unit=""
    )
    have(cast.officer, made, cast.kukar, title="Dokter spesialis")
    need(cast.partner, made, cast.kubar, title="Dokter spesialis anak dan kandungan", figure=3)
    looked(cast.biro, made)
    return made


def save(actor, opened, seen=0, threshold=THRESHOLD, **points):
    given = {"points": DEFAULTS | points, "threshold": threshold, "seen_revision": seen}
    return save_weights(actor=actor, period=opened, **given)


def test_the_effect_is_shown_and_nothing_written(opened):
    before = list(Match.objects.values_list("pk", "score"))
    same = effect_of(opened, Weights()).moved
    assert all(row.before == row.after and row.place_before == row.place_after for row in same)
    turned = effect_of(opened, Weights(dict.fromkeys(DEFAULTS, 0) | {"figures": 60}, 10))
    assert [row.falls_out for row in turned.moved] == [False, True]
    assert (turned.shown, turned.stays, turned.falls_out, turned.total) == (2, 1, 1, 60)
    assert list(Match.objects.values_list("pk", "score")) == before


def test_saved_weights_count_in_the_next_search(cast, opened):
    save(cast.biro, opened, text=60)
    assert run_job(Job.objects.filter(kind=RUN_JOB).latest("pk").pk)
    assert opened.match_runs.first().weights_revision == 1
    for match in Match.objects.all():
        assert match.score == sum(reason["points"] for reason in match.reasons)
        assert max(reason["points"] for reason in match.reasons if reason["code"] == "text") > 350


def test_only_the_leader_weighs_and_nobody_over_anothers_weights(cast, opened):
    with pytest.raises(NotAllowed):
        save(cast.officer, opened)
    save(cast.biro, opened)
    with pytest.raises(StaleForm):
        save(cast.biro, opened)
    save(cast.biro, opened, seen=1)
    assert MatchWeights.objects.count() == 2


@pytest.mark.parametrize("points", [{"text": 61}, {"text": 0}, {"border": -1}])
def test_weights_out_of_bounds_are_refused(cast, opened, points):
    with pytest.raises(DomainError):
        save(cast.biro, opened, **points)


def test_the_page_tries_before_it_saves(cast, opened, signed_in):
    client = signed_in(cast.biro)
    address = f"{opened.get_absolute_url()}bobot/"
    given = {**DEFAULTS, "threshold": 20, "seen_revision": 0}
    page = client.post(address, form(coba="1", **given))
    assert page.status_code == 200
    assert "urutan 1" in page.content.decode()
    assert "Dari 2 pasangan yang ditampilkan sekarang, 2 tetap" in page.content.decode()
    assert "Jumlah semua bobot 100" in page.content.decode()
    assert not MatchWeights.objects.exists()
    assert client.post(address, form(coba="1", **(given | {"text": "banyak"}))).status_code == 422
    assert client.post(address, form(**given)).status_code == 302
    assert MatchWeights.objects.get().threshold == 20
    refused = client.post(address, form(**(given | {"text": 12})))
    assert refused.status_code == 409
    assert 'value="12"' in refused.content.decode()
