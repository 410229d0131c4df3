"""What people fill in when a segment comes to another stage, or an entry was wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.choices import Stage, stage_groups
from boundaries.forms.fields import DayField, SegmentForm, WordsField, row_field
from boundaries.models import Segment, SegmentPaper
from boundaries.workflow.stages import Entry, entry_of, steps_from
from ksd.core import clock


class StageField(forms.ChoiceField):
    """A stage; one that may not follow is refused by the act, which can say why."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is a stage at all."""
        return value in Stage.values


class StageForm(SegmentForm):
    """The stage a segment has come to, since when, why and on which document."""

    stage = StageField(label=_("Tahapan baru"))
    on = DayField(
        label=_("Sejak tanggal"),
        help_text=_("Hari tahapan itu dimulai, misalnya tanggal berita acara atau tanggal peraturan."),
    )
    reason = WordsField(
        label=_("Alasan"),
        max_length=2000,
        help_text=_("Peristiwa atau dokumen yang menjadi dasar, dengan nomor dan tanggalnya."),
    )
    paper = row_field(
        SegmentPaper,
        _("Dokumen"),
        empty_label=_("Tanpa dokumen"),
        help_text=_("Dokumen segmen ini yang menjadi dasarnya; tambahkan dahulu bila belum ada."),
    )
    seen_stage = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput)

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Offer what may follow the present stage; from the unknown, everything this kind of segment knows."""
        super().__init__(*args, segment=segment, **kwargs)
        self.fields["stage"].choices = [("", _("Pilih tahapan")), *self.stages()]  # type: ignore[attr-defined]  # a ChoiceField
        self.initial.update(on=clock.today(), seen_stage=segment.stage)

    def stages(self) -> list[tuple[str, Any]]:
        """What may be chosen."""
        if self.segment.stage == Stage.BELUM_DIKETAHUI:
            return known_stages(self.segment)
        return [
            (step.stage, str(Stage(step.stage).label))
            for step in steps_from(self.segment.stage, self.segment.kind)
        ]


class CorrectionForm(StageForm):
    """The entry that was wrong, as it should be."""

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Begin with what is on record."""
        super().__init__(*args, segment=segment, **kwargs)
        self.fields["stage"].label = _("Tahapan yang benar")
        self.fields["reason"].help_text = _("Apa yang keliru, dan dari mana yang benar diketahui.")
        self.initial.update(stage=segment.stage, on=segment.stage_since or clock.today())

    def stages(self) -> list[tuple[str, Any]]:
        """Every stage this kind of segment knows."""
        return known_stages(self.segment, unknown=True)


def known_stages(segment: Segment, *, unknown: bool = False) -> list[tuple[str, Any]]:
    """The stages by branch that a segment of this kind passes through."""
    hidden = set() if unknown else {str(Stage.BELUM_DIKETAHUI)}
    hidden |= {code for code in Stage.values if _closed(entry_of(code), segment)}
    groups = ((label, [row for row in rows if row[0] not in hidden]) for label, rows in stage_groups())
    return [(label, rows) for label, rows in groups if rows]


def _closed(entry: Entry | None, segment: Segment) -> bool:
    """Whether the law keeps a stage from this kind of segment."""
    return entry is not None and not entry.after(segment.kind)
