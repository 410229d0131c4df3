"""A TKKSD by its decree, for tests of meetings."""

from datetime import date

from agreements.models.teams import Team, TeamMember
from regions.models import Region

SEATS = (
    ("ketua", "Sekda Contoh"),
    ("wakil_ketua", "Asisten Contoh"),
    ("sekretaris", "Kabag Contoh"),
    ("anggota", "Anggota Contoh"),
)


def team(region: Region) -> Team:
    """A team since January 2025 with one seat of each kind."""
    day = date(2025, 1, 2)
    row = Team.objects.create(region=region, decree_number="1/2025 (contoh)", decree_date=day, valid_from=day)
    TeamMember.objects.bulk_create(
        TeamMember(team=row, position=position, name=name, title="Jabatan contoh", since=day)
        for position, name in SEATS
    )
    return row
