"""The TKKSD by its decree and members, and its recommendation to sign."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.choices.teams import Advice, TeamPosition
from agreements.models import Team
from agreements.services import recommendations, teams
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 2)


@pytest.fixture
def team(cast):
    return record(cast)


def record(cast, number="100.3/1", start=DAY, **more):
    return teams.record_team(
        actor=cast.officer,
        region=cast.kukar,
        decree_number=number,
        decree_date=start,
        valid_from=start,
        **more,
    )


def seat(cast, team, position=TeamPosition.MEMBER, name="Contoh Anggota", **more):
    values: dict[str, Any] = {"title": "Kepala Dinas", "since": DAY} | more
    return teams.add_member(actor=cast.officer, team=team, position=position, name=name, **values)


def test_a_new_decree_ends_the_one_before(cast, team):
    newer = record(cast, "100.3/2", date(2026, 6, 1))
    team.refresh_from_db()
    assert team.valid_to == date(2026, 5, 31)
    assert teams.current_team(cast.kukar) == newer
    assert teams.current_team(cast.kubar) is None


def test_a_region_never_has_two_teams_at_a_time(cast, team):
    with pytest.raises(ImpossibleStep, match="bertumpuk"):
        record(cast, "100.3/0", date(2025, 1, 1))
    older = record(cast, "100.3/0", date(2025, 1, 1), valid_to=date(2026, 1, 1))
    with pytest.raises(ImpossibleStep, match="bertumpuk"):
        record(cast, "100.3/0", date(2025, 1, 1), team=older, valid_to=DAY)
    assert teams.current_team(cast.kukar) == team


def test_the_same_decree_is_not_recorded_twice(cast, team):
    with pytest.raises(ValidationError, match="sudah dicatat"):
        record(cast, start=date(2026, 6, 1))
    team.refresh_from_db()
    assert Team.objects.count() == 1


def test_a_decree_is_not_dated_in_the_future(cast):
    with pytest.raises(DomainError, match="masa depan"):
        record(cast, start=date(2027, 1, 1))


@pytest.mark.parametrize("role", ["partner", "stranger", "tkksd", "observer", "admin", "biro", "nobody"])
def test_only_the_regions_own_officer_keeps_its_team(cast, role):
    with pytest.raises(NotAllowed):
        teams.record_team(
            actor=getattr(cast, role), region=cast.kukar, decree_number="1", decree_date=DAY, valid_from=DAY
        )


def test_the_composition_is_measured_by_article_47(cast, team):
    missing = teams.composition_findings(team)
    assert [row.code for row in missing] == ["ketua", "wakil_ketua", "sekretaris", "anggota"]
    assert all("Pasal 47 ayat (1)" in row.article and row.severity == "warning" for row in missing)
    for position in (TeamPosition.CHAIR, TeamPosition.DEPUTY, TeamPosition.SECRETARY):
        seat(cast, team, position)
    for number in range(5):
        seat(cast, team, name=f"Contoh {number}")
    (last,) = teams.composition_findings(team)
    assert "5 orang" in last.message
    seat(cast, team, name="Contoh 6")
    assert teams.composition_findings(team) == []


def test_chair_deputy_and_secretary_are_one_person_each_at_a_time(cast, team):
    chair = seat(cast, team, TeamPosition.CHAIR, "Contoh Sekda")
    with pytest.raises(ImpossibleStep, match="Contoh Sekda"):
        seat(cast, team, TeamPosition.CHAIR, "Contoh Lain")
    teams.end_member(actor=cast.officer, member=chair, until=date(2026, 10, 31))
    seat(cast, team, TeamPosition.CHAIR, "Contoh Lain", since=date(2026, 11, 1))
    assert team.members.serving().get(position=TeamPosition.CHAIR).name == "Contoh Lain"
    with pytest.raises(ImpossibleStep):
        teams.end_member(actor=cast.officer, member=chair, until=date(2026, 11, 1))


def test_a_period_does_not_end_before_it_begins(cast, team):
    member = seat(cast, team)
    with pytest.raises(ValidationError, match="mendahului"):
        teams.end_member(actor=cast.officer, member=member, until=date(2025, 1, 1))
    member.refresh_from_db()
    assert member.until is None


def recommend(play, text, actor, advice=Advice.SIGN, **more):
    values: dict[str, Any] = {"number": "REK/1", "dated": clock.today(), "note": ""} | more
    return recommendations.record_recommendation(actor=actor, naskah=text, advice=advice, **values)


def test_the_team_recommends_while_the_text_is_discussed_or_agreed(cast):
    play = Play(cast)
    play.to("penyusunan_kb")
    text = play.draft("kb")
    with pytest.raises(ImpossibleStep, match="dibahas"):
        recommend(play, text, cast.tkksd)
    text = play.agree(text)
    recommend(play, text, cast.tkksd)
    with pytest.raises(ValidationError, match="sudah dicatat"):
        recommend(play, text, cast.tkksd)
    with pytest.raises(DomainError, match="catatan"):
        recommend(play, text, cast.tkksd, Advice.NOT_YET, number="REK/2")
    with pytest.raises(DomainError, match="masa depan"):
        recommend(play, text, cast.tkksd, number="REK/3", dated=date(2027, 1, 1))
    for outsider in (cast.officer, cast.stranger, cast.observer):
        with pytest.raises(NotAllowed):
            recommend(play, text, outsider, number="REK/4")
    assert text.recommendations.count() == 1


def test_the_recommendation_is_a_letter_of_the_team(cast, client):
    play = Play(cast)
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    client.force_login(cast.tkksd)
    page = reverse("agreements:recommendations", args=[text.public_id])
    token = client.get(page).context["form"]["form_token"].value()
    sent = {"form_token": token, "advice": "tandatangani", "number": "REK/9", "dated": "2026-11-20"}
    assert client.post(page, {**sent, "advice": "entah"}).status_code == 422
    assert client.post(page, sent).status_code == 302
    row = text.recommendations.get()
    letter = reverse("agreements:recommendation_letter", args=[text.public_id, row.pk])
    answer = client.post(letter, {"bentuk": "docx"})
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert client.post(letter, {"bentuk": "pdf"}).status_code == 302
    assert "REK/9" in client.get(page).content.decode()


def test_team_pages_are_walked_by_the_officer(cast, client):
    client.force_login(cast.officer)
    new = reverse("agreements:team_new")
    token = client.get(new).context["form"]["form_token"].value()
    sent = {
        "form_token": token,
        "region": cast.kukar.pk,
        "decree_number": "SK/7",
        "decree_date": "2026-01-05",
    }
    assert client.post(new, {**sent, "valid_from": "kapan"}).status_code == 422
    assert client.post(new, {**sent, "valid_from": "2026-01-05"}).status_code == 302
    team = Team.objects.get()
    add = reverse("agreements:member_add", args=[team.pk])
    token = client.get(add).context["form"]["form_token"].value()
    person = {
        "form_token": token,
        "position": "ketua",
        "name": "Contoh Sekda",
        "title": "Sekda",
        "since": "2026-01-05",
    }
    assert client.post(add, person).status_code == 302
    page = client.get(team.get_absolute_url()).content.decode()
    assert "Contoh Sekda" in page
    assert "Susunan belum lengkap" in page
    end = reverse("agreements:member_end", args=[team.pk, team.members.get().pk])
    token = client.get(end).context["form"]["form_token"].value()
    assert client.post(end, {"form_token": token, "until": "2026-11-01"}).status_code == 302
    edit = reverse("agreements:team_edit", args=[team.pk])
    token = client.get(edit).context["form"]["form_token"].value()
    changed = {**sent, "form_token": token, "valid_from": "2026-01-05", "decree_number": "SK/8"}
    assert client.post(edit, changed).status_code == 302
    assert "SK/8" in client.get(reverse("agreements:team_list")).content.decode()
