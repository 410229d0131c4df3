"""The invented cases: told in stories/, one file for each family of cooperation, played once."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

from agreements.models import Case
from agreements.services.reports.opening import open_all_reports
from ksd.core import clock
from ksd.deadlines.calendar import add_months
from ksd.deadlines.models import EmailState, Notice
from ksd.office.demo.player import Story
from ksd.office.demo.text_player import Player


def stories() -> list[Story]:
    """Every story, file by file, in the order it is told."""
    files = sorted((Path(__file__).parent / "stories").glob("*.toml"))
    return [
        Story(**row) for file in files for row in tomllib.loads(file.read_text(encoding="utf-8"))["story"]
    ]


def build() -> int:
    """Play the stories whose case is not there yet; how many were played."""
    played = 0
    for number, story in enumerate(stories(), start=1):
        if not Case.objects.filter(title=story.title).exists():
            Player(story, number).play(_anchor(story))
            played += 1
    if played:
        open_all_reports()
        settle_notices()
    return played


def _anchor(story: Story) -> date:
    """The day the steps count back from: today, or the signature of a text that ends soon."""
    if story.ends_in is None:
        return clock.today()
    return add_months(clock.today() + timedelta(days=story.ends_in + 1), -12)


def settle_notices() -> None:
    """Old notices of the played past were read and need no mail any more; those of real people stay as they are."""
    played = Notice.objects.filter(user__is_example=True)
    played.filter(created_at__lt=clock.now() - timedelta(days=10), read_at=None).update(read_at=clock.now())
    played.filter(email_state=EmailState.DUE).update(email_state=EmailState.NONE)
