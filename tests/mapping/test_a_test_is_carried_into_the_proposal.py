"""What a forum answered of rows stands in the proposal born from them; what it left open is asked there."""

import pytest

from agreements.models import Answer, Case, IntakeTriage
from ksd.mapping.models import RowTriage
from ksd.mapping.services.matching.starting import start_from_matches
from ksd.mapping.services.outputs.cases import start_from_row
from regions.models import Office
from tests.mapping.match_rows import have, looked, need
from tests.mapping.rows import period
from tests.mapping.triage_rows import answered, bordering, judged

SCREENED = dict.fromkeys(("bmd", "pengadaan", "kpbu", "blud", "hibah"), False)


@pytest.fixture
def match(cast):
    opened = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)
    need(cast.partner, opened, cast.kubar)
    office = Office.objects.create(region=cast.kukar, name="Dinas Kesehatan contoh")
    have(cast.officer, opened, cast.kukar, office=office)
    (found,) = looked(cast.biro, opened)
    return found


def start(cast, match, kind="ksdd_wajib"):
    return start_from_matches(
        actor=cast.officer, matches=[match], region=cast.kukar, kind=kind, title="Dokter bergilir contoh"
    )


def told(case):
    return {row.question: (row.yes, row.reason) for row in Answer.objects.filter(case=case)}


def test_answers_and_reasons_of_the_test_are_not_asked_again(cast, match):
    judged(cast.biro, match.first, answers=answered("ya", lokasi="belum"), screening=SCREENED)
    judged(
        cast.biro, match.second, answers=answered("ya", lokasi="belum", dampak="tidak"), screening=SCREENED
    )
    case = start(cast, match)
    said = told(case)
    assert said["efisiensi"] == (True, "Alasan contoh. efisiensi (dari uji pemetaan potensi)")
    assert said["eksternalitas"][0] is True
    assert "Alasan contoh. pengguna" in said["eksternalitas"][1]
    # One row says yes, the other no: people answer. Nobody knew of the place. No border was charted.
    assert not {"dampak", "lokasi", "berbatasan", "objek_rencana"} & set(said)
    assert IntakeTriage.objects.get().case == case


def test_a_reason_given_twice_is_told_once(cast, match):
    same = dict.fromkeys(answered(), ("ya", "Lokasi dan penggunanya lintas daerah."))
    judged(cast.biro, match.first, answers=same)
    judged(cast.biro, match.second, answers=same)
    said = told(start(cast, match))
    assert said["eksternalitas"][1] == "Lokasi dan penggunanya lintas daerah. (dari uji pemetaan potensi)"


def test_the_office_in_charge_comes_along(cast, match):
    assert Case.objects.get(pk=start(cast, match).pk).office == match.second.office


def test_a_border_is_told_of_the_parties_themselves(cast, match):
    bordering(cast.kukar, cast.kubar)
    yes, reason = told(start(cast, match))["berbatasan"]
    assert yes
    assert reason == "Berbatasan: Kabupaten Kutai Barat (121,3 km, indikatif). Sumber: Peta batas contoh."


def test_a_row_reworded_since_its_test_answers_nothing(cast, match):
    judged(cast.biro, match.first)
    RowTriage.objects.update(row_revision=7)
    assert told(start(cast, match)) == {}


def test_a_voluntary_cooperation_is_asked_its_own_questions(cast, match):
    judged(cast.biro, match.first)
    assert told(start(cast, match, "ksdd_sukarela")) == {}


def test_a_proposal_of_one_row_is_answered_too(cast, match):
    judged(cast.biro, match.second, answers=answered("ya"))
    match.second.refresh_from_db()
    case = start_from_row(actor=cast.officer, row=match.second, kind="ksdd_wajib", title="Dokter contoh")
    assert told(case)["efisiensi"][0] is True
