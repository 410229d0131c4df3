"""Plays what happens beside the stages of a story: reviews, comments and matters to be settled."""

from datetime import timedelta

from agreements.choices.comments import Audience
from agreements.services import comments, proceedings, reviews
from ksd.core import clock
from ksd.office.demo.player import CasePlayer


class BesidePlayer(CasePlayer):
    """Steps that leave a case where it stands."""

    def do_review(self, detail: str) -> None:
        """Ask the TKKSD for its review; `kirim` lets it answer at once, with a remark on one point."""
        (row,) = reviews.assign_reviews(
            actor=self.officer(),
            case=self.case,
            reviewers=[self.reviewer()],
            due_on=clock.today() + timedelta(days=7),
            instruction="Periksa kesesuaian lokasi dengan RTRW (contoh).",
        )
        if detail == "kirim":
            fields: dict[str, str] = {}
            for number, item in enumerate(reviews.points_of(self.case)):
                judged, _label = item.choices[1 if number == 1 else 0]
                fields |= {item.code: judged, f"{item.code}_catatan": "Lampirkan peta lokasi (contoh)."}
            reviews.submit_review(
                actor=self.reviewer(), review=row, fields=fields, conclusion="Layak diteruskan."
            )

    def do_say(self, detail: str) -> None:
        """Write a comment: `text`, or `mitra|text` with the partner asked to answer."""
        who, bar, text = detail.partition("|")
        asked = [self.actor_for(self.partner())] if bar and who == "mitra" else []
        comments.write_comment(
            actor=self.officer(), case=self.case, text=text or who, audience=Audience.ALL, mentions=asked
        )

    def do_matter(self, detail: str) -> None:
        """Open a matter: `code|step|title|text`."""
        code, step, title, text = detail.split("|", 3)
        proceedings.open_proceeding(
            actor=self.officer(),
            case=self.case,
            code=code,
            step=step,
            title=title,
            on=clock.today(),
            text=text,
        )
