"""What people fill in about a berita acara: its text, its number, a signature, a step."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.services.numbering import next_sample, numbers_here
from boundaries.choices import SignerKind
from boundaries.forms.papers import area, day
from boundaries.law import forms as minutes_forms
from boundaries.models import BoundaryMinutes, Round, Segment
from boundaries.services.checks import LONGEST
from boundaries.services.minutes import PAPER, sample_from_book
from boundaries.services.minutes_steps import StepFacts
from boundaries.workflow.minutes import CANCEL, INCLUDE, RATIFY, SIGN, MinutesStep
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm
from regions.models import Region

_FACTS = ("form", "on", "place", "points", "opening", "round", "asks_documents")


class MinutesForm(OnceForm):
    """The text of a berita acara; its form decides who signs."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    form = forms.ChoiceField(label=_("Bentuk"))
    on = day(_("Tanggal"))
    place = forms.CharField(label=_("Tempat"), max_length=200)
    round = forms.ModelChoiceField(
        label=_("Putaran perundingan"), queryset=Round.objects.none(), required=False,
        empty_label=_("Tidak terkait satu putaran"),
    )  # fmt: skip
    opening = area(
        _("Pembuka"), 3, required=False, help_text=_("Kosongkan untuk kalimat pembuka yang lazim.")
    )
    points = area(_("Butir kesepakatan"), 8, help_text=_("Satu butir tiap baris."))
    asks_documents = forms.BooleanField(
        label=_("Daerah diminta menyampaikan dokumen tambahan"),
        required=False,
        help_text=_("Tenggatnya mulai berjalan ketika berita acara ditandatangani."),
    )
    others = forms.ModelMultipleChoiceField(
        label=_("Segmen lain yang ikut dimuat"), queryset=Segment.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(
        self, *args: Any, segment: Segment, user: User, minutes: BoundaryMinutes | None = None, **kwargs: Any
    ) -> None:
        """Offer the forms, the rounds, and the other segments of the same regions."""
        if minutes is not None:
            kept = {name: getattr(minutes, name) for name in _FACTS}
            kwargs["initial"] = {**kept, "others": minutes.others.all(), "seen": minutes.revision}
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["form"].choices = [(rule.code, rule.title) for rule in minutes_forms()]
        fields["round"].queryset = Round.objects.filter(segment=segment).order_by("-number")
        near = Segment.objects.visible_to(user).for_list().exclude(pk=segment.pk)
        sides = [side.pk for side in segment.sides]
        beside = near.filter(region_a__in=sides) | near.filter(region_b__in=sides)
        fields["others"].queryset = beside
        if not beside.exists():
            del self.fields["others"]

    def facts(self) -> dict[str, Any]:
        """What was filled in, for the service."""
        kept = {name: self.cleaned_data[name] for name in (*_FACTS, "seen")}
        return {**kept, "others": self.cleaned_data.get("others", ())}


class NumberForm(OnceForm):
    """The number of a paper: from the book, or as it stands written on a paper of earlier years."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    typed = forms.CharField(label=_("Nomor"), max_length=120, required=False)
    again = forms.BooleanField(label=_("Pakai nomor yang sama"), required=False)

    def __init__(
        self, *args: Any, keeper: Region, kind: str = PAPER, archive: bool = False, **kwargs: Any
    ) -> None:
        """Ask for a number only where the book does not give it."""
        super().__init__(*args, **kwargs)
        self.sample = ""
        if archive:
            self.fields["typed"].required = True
            self.fields["typed"].help_text = _("Nomor yang tertulis pada naskah aslinya.")
        elif numbers_here(keeper):
            del self.fields["typed"], self.fields["again"]
            self.sample = next_sample(keeper, kind)

    @classmethod
    def of(cls, minutes: BoundaryMinutes, *args: Any) -> "NumberForm":
        """The form for one berita acara."""
        return cls(
            *args, keeper=minutes.keeper, archive=not sample_from_book(minutes),
            initial={"seen": minutes.revision},
        )  # fmt: skip


class SignatureForm(OnceForm):
    """A signature given on paper."""

    on = day(_("Tanggal tanda tangan"))
    upload = DocumentField(DOCUMENTS, label=_("Pindaian"), required=False)
    objection = area(
        _("Keberatan yang disampaikan"), 3, required=False,
        help_text=_("Isi bila ia menandatangani dengan keberatan; tercetak dalam lampiran."),
    )  # fmt: skip


class RefusalForm(OnceForm):
    """Why somebody refuses to sign."""

    reason = area(_("Alasan menolak"), 4)


class WitnessForm(OnceForm):
    """A camat or village head who signs along."""

    kind = forms.ChoiceField(
        label=_("Sebagai"), choices=[row for row in SignerKind.choices if row[0] != SignerKind.TIM]
    )
    region = forms.ModelChoiceField(label=_("Dari daerah"), queryset=Region.objects.none())
    name = forms.CharField(label=_("Nama"), max_length=150)
    title = forms.CharField(label=_("Jabatan"), max_length=200, help_text=_("Misalnya: Camat Muara Jawa."))

    def __init__(self, *args: Any, segment: Segment, **kwargs: Any) -> None:
        """Offer the two sides."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.filter(pk__in=[side.pk for side in segment.sides])


class StepForm(OnceForm):
    """What a step is recorded with; only what this step reads is asked."""

    on = day(_("Tanggal"), initial=clock.today)
    upload = DocumentField(DOCUMENTS, label=_("Pindaian naskah lengkap"), required=False)
    ratified_by = forms.CharField(label=_("Disahkan oleh"), max_length=200)
    decree = forms.CharField(
        label=_("Permendagri"), max_length=120, help_text=_("Misalnya: Permendagri 30/2017.")
    )
    note = forms.CharField(
        label=_("Keterangan"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    ASKED: dict[str, tuple[str, ...]] = {
        SIGN: ("on", "upload", "note"),
        RATIFY: ("on", "ratified_by", "note"),
        INCLUDE: ("on", "decree", "note"),
        CANCEL: ("note",),
    }

    def __init__(self, *args: Any, step: MinutesStep, minutes: BoundaryMinutes, **kwargs: Any) -> None:
        """Keep the fields of this step."""
        kwargs["initial"] = {"decree": minutes.segment.regulation}
        super().__init__(*args, **kwargs)
        asked = self.ASKED[step.code]
        for name in [name for name in self.fields if name not in {*asked, "form_token"}]:
            del self.fields[name]
        self.fields["note"].required = asked == ("note",)

    def facts(self) -> StepFacts:
        """What was filled in, for the service."""
        kept = {name: value for name, value in self.cleaned_data.items() if name != "form_token"}
        return StepFacts(**{"on": clock.today(), **kept})
