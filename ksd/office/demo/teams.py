"""The invented TKKSD of every example region, so that a review finds its members."""

from datetime import date

from agreements.choices.teams import TeamPosition
from agreements.models import Team
from agreements.services import teams
from ksd.accounts.models import User
from ksd.office.demo import people
from regions.choices import Position
from regions.models import Official, Region

FORMED = date(2026, 1, 5)
DECREE = "100.3.3.2/016/2026 (contoh)"


def build() -> None:
    """Record one decree for each example region that has an officer; the seats go to its invented officials."""
    for entry in people.data()["regions"]:
        place = people.region(entry["code"])
        name = "biro" if entry["code"] == people.PROVINCE else f"petugas.{entry['slug']}"
        keeper = User.objects.filter(username=name).first()
        if keeper is not None and not Team.objects.filter(region=place).exists():
            _form(keeper, place, entry["slug"])


def _form(keeper: User, place: Region, slug: str) -> None:
    team = teams.record_team(
        actor=keeper, region=place, decree_number=DECREE, decree_date=FORMED, valid_from=FORMED
    )
    officials = Official.objects.filter(region=place, is_example=True)
    secretary = officials.get(position=Position.SEKDA)
    heads = list(officials.filter(position=Position.KEPALA_PERANGKAT_DAERAH).select_related("office"))
    seats = [(TeamPosition.CHAIR, secretary), *((TeamPosition.MEMBER, head) for head in heads[:6])]
    for position, official in seats:
        teams.add_member(
            actor=keeper,
            team=team,
            position=position,
            name=official.name,
            title=official.position_title,
            since=FORMED,
            office=official.office,
        )
    reviewer = User.objects.filter(username=f"tkksd.{slug}").first()
    if reviewer is not None:
        teams.add_member(
            actor=keeper,
            team=team,
            position=TeamPosition.SECRETARY,
            name=reviewer.get_full_name(),
            title="Kepala Bagian Kerja Sama (contoh)",
            since=FORMED,
            user=reviewer,
        )
