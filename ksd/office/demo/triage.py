"""Ideas of the demonstration that were looked at before a proposal; told beside the stories, once."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from agreements.law.triage import questions
from agreements.models import IntakeTriage
from agreements.services.triage import record_triage
from ksd.accounts.access import recipients
from ksd.core import clock
from ksd.office.demo import people
from regions.models import Office


def rows() -> list[dict[str, Any]]:
    """Every idea, file by file."""
    files = sorted((Path(__file__).parent / "stories").glob("*.toml"))
    return [
        row for file in files for row in tomllib.loads(file.read_text(encoding="utf-8")).get("triage", [])
    ]


def build() -> None:
    """Record the ideas that are not there yet, each on its own past day."""
    for row in rows():
        if not IntakeTriage.objects.filter(title=row["title"]).exists():
            with clock.frozen(clock.now() - timedelta(days=row["days"])):
                _record(row)


def _record(row: dict[str, Any]) -> None:
    place = people.region(row["region"])
    record_triage(
        actor=recipients([place.pk], permissions=["agreements.propose"])
        .filter(is_example=True)
        .earliest("pk"),
        region=place,
        office=Office.objects.filter(region=place, name=row["office"]).first(),
        title=row["title"],
        answers={entry.code: entry.code == row["destination"] for entry in questions()},
        reason=row["reason"],
    )
