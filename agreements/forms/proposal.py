"""What people fill in to propose a cooperation, step by step; every step may be saved unfinished."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.law import loading
from agreements.law.schema import Kind, Question
from agreements.models import Answer, Case, Partner
from agreements.services.proposal import PROPOSE
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.forms import OnceForm
from regions.choices import Level
from regions.models import Office, Region, Urusan

YES_NO = (("ya", _("Ya")), ("tidak", _("Tidak")))


def kinds_open() -> list[Kind]:
    """The kinds of cooperation one may propose here: those whose parties these pages can name."""
    return [kind for kind in loading.all_kinds() if kind.partner in ("region", "third_party", "overseas")]


class CaseStartForm(OnceForm):
    """For which region, which kind of cooperation, about what; `case` is what the act made of it."""

    case: Case
    region = forms.ModelChoiceField(
        label=_("Diusulkan oleh"), queryset=Region.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(label=_("Jenis kerja sama"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Tentang"),
        max_length=250,
        help_text=_(
            "Judul singkat yang nanti menjadi judul naskah, misalnya “Pengelolaan Sampah Perbatasan”."
        ),
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Region.objects.current().filter(pk__in=acting_region_ids(actor, PROPOSE))
        self.fields["region"].queryset = own.exclude(level=Level.NEGARA)  # type: ignore[attr-defined]
        self.kinds = kinds_open()
        self.fields["kind"].choices = [(kind.code, kind.label) for kind in self.kinds]  # type: ignore[attr-defined]

    def kind_choices(self) -> Iterator[tuple[Any, Kind]]:
        """Each choice with what the pack says of it."""
        return zip(self["kind"], self.kinds, strict=True)


class DetailsForm(OnceForm):
    """What the cooperation is about."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Tentang"), max_length=250)
    summary = forms.CharField(
        label=_("Uraian singkat"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Apa yang akan dikerjasamakan dan mengapa, dalam beberapa kalimat."),
    )
    location = forms.CharField(label=_("Lokasi"), max_length=250, required=False)
    proposed_years = forms.IntegerField(
        label=_("Jangka waktu yang diusulkan (tahun)"), min_value=1, max_value=50
    )
    office = forms.ModelChoiceField(
        label=_("Perangkat daerah pemrakarsa"),
        queryset=Office.objects.none(),
        required=False,
        empty_label=_("Belum dipilih"),
    )
    urusan = forms.ModelMultipleChoiceField(
        label=_("Urusan pemerintahan"),
        queryset=Urusan.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Pilih paling sedikit satu sebelum usulan diajukan."),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        kwargs.setdefault("initial", details_of(case))
        super().__init__(*args, **kwargs)
        if case.kind_rule.initiative == "partner":
            self.fields["office"].label = _("Perangkat daerah yang menangani")
        offices = Office.objects.current(clock.today()).filter(region=case.initiator.region)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]
        self.fields["office"].help_text = "" if offices else _("Belum ada perangkat daerah pada direktori.")

    def details(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "form_token"}


def details_of(case: Case) -> dict[str, Any]:
    """The proposal as it stands."""
    return {
        "seen_revision": case.revision,
        "title": case.title,
        "summary": case.summary,
        "location": case.location,
        "proposed_years": case.proposed_years,
        "office": case.office_id,
        "urusan": [row.pk for row in case.urusan.all()],
    }


class PartySearchForm(forms.Form):
    """Words to find a region by, in the address of the page."""

    cari = forms.CharField(label=_("Cari daerah"), max_length=80, required=False)


class PartyAddForm(OnceForm):
    """One region or one third party to invite; the choice is narrowed by the kind and the person's scope."""

    region = forms.ModelChoiceField(
        queryset=Region.objects.none(), required=False, widget=forms.HiddenInput, label=_("Daerah")
    )
    partner = forms.ModelChoiceField(
        queryset=Partner.objects.none(), required=False, widget=forms.HiddenInput, label=_("Mitra")
    )

    def __init__(self, *args: Any, actor: User, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = inviteable_regions(case)  # type: ignore[attr-defined]
        self.fields["partner"].queryset = Partner.objects.visible_to(actor)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two, not both and not none."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(cleaned.get("region")) == bool(cleaned.get("partner")) and not self.errors:
            raise forms.ValidationError(_("Pilih satu mitra dari daftar."))
        return cleaned


def inviteable_regions(case: Case) -> Any:
    """Regions that exist today and are not yet a party."""
    parties = [party.region_id for party in case.parties.all() if party.region_id]
    return (
        Region.objects.current().exclude(level=Level.NEGARA).exclude(pk__in=parties).select_related("parent")
    )


@dataclass(frozen=True)
class Asked:
    """A question with its two fields."""

    question: Question
    answer: forms.BoundField
    reason: forms.BoundField


class QuestionsForm(OnceForm):
    """Yes or no with a reason, for each question given; unanswered ones may stay so."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        questions: Iterable[Question],
        answers: Iterable[Answer],
        strict: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = tuple(questions)
        given = {answer.question: answer for answer in answers}
        for question in self.questions:
            self._add(question, given.get(question.code), strict)

    def _add(self, question: Question, answer: Answer | None, strict: bool) -> None:
        initial = ("ya" if answer.yes else "tidak") if answer else None
        self.fields[f"jawab_{question.code}"] = forms.ChoiceField(
            label=question.text, choices=YES_NO, widget=forms.RadioSelect, required=strict, initial=initial
        )
        self.fields[f"alasan_{question.code}"] = forms.CharField(
            label=_("Alasan"),
            required=strict and question.reason_required,
            initial=answer.reason if answer else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def asked(self) -> list[Asked]:
        """The questions in the pack's order with their fields."""
        return [
            Asked(question, self[f"jawab_{question.code}"], self[f"alasan_{question.code}"])
            for question in self.questions
        ]

    def answers(self) -> dict[str, tuple[bool, str]]:
        """What was answered, by question."""
        cleaned = self.cleaned_data
        return {
            question.code: (cleaned[f"jawab_{question.code}"] == "ya", cleaned[f"alasan_{question.code}"])
            for question in self.questions
            if cleaned[f"jawab_{question.code}"]
        }
