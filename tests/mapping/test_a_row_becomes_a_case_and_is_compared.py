"""A judged row starts a prefilled proposal or is tied to one; a year later plan and realisation stand side by side."""

import pytest

from agreements.models import BudgetLine, Case, CaseGoal, Goal, IntakeTriage, Naskah, Realisation
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.mapping.models import RowCase
from ksd.mapping.services.outputs import cases as acts
from ksd.mapping.services.outputs.goals import goals_of
from ksd.mapping.services.outputs.realisation import comparison_of, explain
from ksd.mapping.services.outputs.realisation_papers import comparison_letter
from tests.mapping.output_rows import judged
from tests.mapping.rows import period, row
from tests.mapping.sheet_rows import lines_in
from tests.meetings.agenda_rows import item
from tests.meetings.rows import meeting


@pytest.fixture
def held(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


@pytest.fixture
def ready(cast, held):
    facts = {"description": "Uraian contoh", "location": "Sungai contoh", "years": 3, "funding": 900}
    return judged(cast.biro, held, cast.kukar, "ksdd_wajib", partner_region=cast.kubar, **facts)


def _started(cast, found):
    return acts.start_from_row(actor=cast.officer, row=found, kind="ksdd_wajib", title="Air contoh")


def test_a_proposal_begins_with_what_the_row_says(cast, ready):
    ready.triage.screening = dict.fromkeys(("bmd", "pengadaan", "kpbu", "blud", "hibah"), False)
    ready.triage.save()
    case = Case.objects.get(pk=_started(cast, ready).pk)
    assert (case.summary, case.location, case.proposed_years) == ("Uraian contoh", "Sungai contoh", 3)
    assert [party.region for party in case.parties.all()] == [cast.kukar, cast.kubar]
    assert [each.name for each in case.urusan.all()] == ["Kesehatan"]
    assert RowCase.objects.get().case == case
    assert IntakeTriage.objects.get().case == case
    assert ready.events.filter(label__contains="Usulan").exists()


def test_only_a_judged_row_of_ones_own_region_becomes_a_case(cast, held, ready):
    with pytest.raises(NotAllowed):
        acts.start_from_row(actor=cast.partner, row=ready, kind="ksdd_wajib", title="x")
    with pytest.raises(DomainError, match="tidak sesuai dengan hasil uji"):
        acts.start_from_row(actor=cast.officer, row=ready, kind="ksdpk_daerah", title="x")
    for found, told in (
        (row(cast.officer, held, cast.kukar), "belum dinyatakan"),
        (judged(cast.biro, held, cast.kukar, "bukan_ksd"), "bukan kerja sama daerah"),
        (judged(cast.biro, held, cast.kukar, "ksdd_wajib", state="ditarik"), "ditarik"),
    ):
        with pytest.raises(ImpossibleStep, match=told):
            _started(cast, found)
    assert not Case.objects.exists()


def test_a_case_there_is_tied_once_and_untied_with_a_reason(cast, held, ready):
    case = _started(cast, ready)
    other = judged(cast.biro, held, cast.kukar, "ksdd_wajib", title="Lain contoh")
    link = acts.link_case(actor=cast.officer, row=other, case=case)
    with pytest.raises(ImpossibleStep, match="sudah ditautkan"):
        acts.link_case(actor=cast.officer, row=other, case=case)
    foreign = judged(cast.biro, held, cast.paser, "ksdd_wajib")
    with pytest.raises(DomainError, match="bukan pihak"):
        acts.link_case(actor=cast.biro, row=foreign, case=case)
    with pytest.raises(DomainError, match="Alasan"):
        acts.unlink_case(actor=cast.officer, link=link, reason="")
    acts.unlink_case(actor=cast.officer, link=link, reason="Keliru")
    with pytest.raises(ImpossibleStep, match="sudah dilepas"):
        acts.unlink_case(actor=cast.officer, link=link, reason="Keliru")
    assert other.events.filter(reason__contains="Keliru").exists()


def test_plan_and_realisation_stand_side_by_side(cast, held, ready, django_assert_num_queries):
    case = _started(cast, ready)
    silent = judged(cast.biro, held, cast.kubar, "ksdpk", title="Klinik contoh", funding=100)
    judged(cast.biro, held, cast.kukar, "bukan_ksd", title="Sewa contoh")
    party = case.parties.get(region=cast.kukar)
    line = BudgetLine.objects.create(
        case=case, party=party, year=2027, source="apbd", purpose="x", planned=800, budgeted=700
    )
    for amount in (100, 200):
        Realisation.objects.create(
            line=line, amount=amount, on=clock.today(), actor=cast.officer, actor_name="x", role="x"
        )
    found = comparison_of(cast.biro, held)
    assert found.counts() == {"berjalan": 1, "belum": 1}
    money = found.money
    assert [int(each) for each in (found.planned, money.planned, money.budgeted, money.spent)] == [
        1000,
        800,
        700,
        300,
    ]
    Naskah.objects.create(
        case=case, kind="kb", order=1, title="x", years=3, state="ditandatangani", created_by=cast.officer
    )
    explain(actor=cast.partner, row=silent, cause="anggaran", reason="Belum dianggarkan")
    with django_assert_num_queries(6):
        found = comparison_of(cast.biro, held)
        assert found.counts() == {"terlaksana": 1, "beralasan": 1}
    hidden = comparison_of(cast.partner, held)
    assert hidden.money.planned == 0
    assert not hidden.rows[0].born[0].shown
    assert (hidden.unseen, found.unseen) == (1, 0)


def test_only_the_region_says_why_and_earlier_words_are_kept(cast, ready):
    with pytest.raises(NotAllowed):
        explain(actor=cast.partner, row=ready, cause="mitra", reason="x")
    with pytest.raises(DomainError, match="wajib diisi"):
        explain(actor=cast.officer, row=ready, cause="entah", reason="x")
    explain(actor=cast.officer, row=ready, cause="mitra", reason="Mitra menolak")
    explain(actor=cast.officer, row=ready, cause="dokumen", reason="Belum siap")
    assert ready.events.first().before == {"Alasan sebelumnya": "Mitra belum bersedia: Mitra menolak"}


def test_goals_show_the_rows_and_cases_that_serve_them(cast, held, ready):
    facts = {"region": cast.kukar, "document": "rpjmd", "period_start": 2025, "period_end": 2029, "unit": "%"}
    goal = Goal.objects.create(title="Air contoh", indicator="Cakupan", **facts)
    bare = Goal.objects.create(title="Jalan contoh", indicator="Mantap", **facts)
    goal.targets.create(year=2027, target=80)
    ready.goals.add(goal)
    CaseGoal.objects.create(case=_started(cast, ready), goal=goal)
    served = {each.goal: each for each in goals_of(cast.officer, held)}
    assert (served[goal].target, served[goal].rows, len(served[goal].cases)) == ("80 %", [ready], 1)
    assert served[bare].is_bare
    seen = goals_of(cast.partner, held)
    assert [each.goal for each in seen] == [goal]
    assert not seen[0].cases


def test_pages_of_cases_and_realisation(cast, held, ready, signed_in):
    client = signed_in(cast.officer)
    address = f"/pemetaan/baris/{ready.public_id}/"
    assert "Mulai usulan" in client.get(address).content.decode()
    form = client.get(f"{address}usulkan/").context["form"]
    data = {"form_token": form["form_token"].value(), "kind": "ksdd_wajib", "title": "Air contoh"}
    assert client.post(f"{address}usulkan/", data | {"kind": "x"}).status_code == 422
    first = client.post(f"{address}usulkan/", data)
    assert client.post(f"{address}usulkan/", data).url == first.url
    assert Case.objects.count() == 1
    page = client.get(address).content.decode()
    assert "Air contoh" in page
    assert client.get(f"{address}lepas-tautan/{Case.objects.get().public_id}/").status_code == 200
    assert "Air contoh" not in client.get(f"{address}tautkan/").content.decode()
    board = f"/pemetaan/{held.public_id}/realisasi/"
    assert "Usulan berjalan" in client.get(board).content.decode()
    assert "tidak dihitung" not in client.get(board).content.decode()
    assert lines_in(client.get(f"{board}xlsx/").content) == 2
    assert client.post(f"{board}cetak/", {"bentuk": "docx"}).content[:2] == b"PK"
    assert client.get(f"{board}?daerah=99&page=x").status_code == 404
    partner = signed_in(cast.partner)
    assert "tidak dibagikan" in partner.get(address).content.decode()
    assert "realisasi 1 kerja sama yang tidak dibagikan kepada Anda" in partner.get(board).content.decode()
    assert partner.get(f"{address}usulkan/").status_code == 403
    assert partner.get(f"{address}alasan/").status_code == 403
    assert signed_in(cast.stranger).get(f"{address}usulkan/").status_code == 404


def test_the_paper_counts_per_region_and_urusan(cast, held, ready):
    _started(cast, ready)
    seen, unseen = (str(comparison_letter(user, held, None)) for user in (cast.officer, cast.partner))
    assert "dana 1 kerja sama yang tidak dibagikan kepada penyusun" in unseen
    assert "tidak dibagikan" not in seen
    letter = comparison_letter(cast.biro, held, None)
    tables = [block for block in letter.blocks if block.tag == "table"]
    assert [table.head[0] for table in tables] == ["Daerah", "Urusan", "No."]
    assert all(sum(table.widths) == 100 for table in tables)


def test_the_case_says_where_it_was_born_and_spoken_of(cast, ready, signed_in):
    case = _started(cast, ready)
    spoken = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), title="Rakor contoh")
    item(cast.biro, spoken, "Pembahasan air contoh")
    spoken.items.update(case=case)
    text = signed_in(cast.officer).get(case.get_absolute_url()).content.decode()
    assert "Lahir dari Pemetaan contoh 2027" in text
    assert ready.get_absolute_url() in text
    assert "Pembahasan air contoh" in text
