"""What the leader of a mapping fills in: the period, who is asked, the step that follows."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.forms import OnceForm
from ksd.mapping.choices import PeriodState
from ksd.mapping.models import Period
from ksd.mapping.services.access import MANAGE
from ksd.mapping.services.periods import PeriodData
from ksd.mapping.workflow import Step
from meetings.models import Meeting
from regions.models import Region

LONGEST = 5000


def leadable(actor: User) -> "QuerySet[Region]":
    """Regions on whose behalf a person leads mappings."""
    return Region.objects.current().filter(pk__in=acting_region_ids(actor, MANAGE))


def askable(region: Region) -> "QuerySet[Region]":
    """Whom the leader may ask: itself, the regions below it, its sisters, its neighbours, its province."""
    family = Q(pk=region.pk) | Q(parent=region)
    if region.parent_id and region.level > 1:
        family |= Q(parent_id=region.parent_id) | Q(pk=region.parent_id)
    near = Region.objects.neighbours_of(region).values("pk")
    return Region.objects.current().filter(family | Q(pk__in=near), level__gt=0).order_by("code")


class PeriodForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A mapping period; who is asked is chosen on its own page."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Period
        fields = (
            "region",
            "name",
            "year",
            "forum",
            "forum_on",
            "forum_place",
            "meeting",
            "deadline",
            "guidance",
        )
        widgets = {
            "guidance": forms.Textarea(attrs={"rows": 5}),
            "forum_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "deadline": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "region": gettext_lazy("Daerah yang memimpin pemetaan; Anda bertindak atas namanya."),
            "year": gettext_lazy("Tahun yang direncanakan."),
            "meeting": gettext_lazy("Bila forum ini sudah direncanakan sebagai rapat."),
            "deadline": gettext_lazy("Daerah yang belum menjawab diingatkan sebelum dan sesudahnya."),
            "guidance": gettext_lazy("Dibaca setiap daerah di atas formulir isiannya."),
        }

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        """Offer the regions and meetings the person may name; a prepared period stays with its leader."""
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["region"].queryset = leadable(actor)
        recent = clock.now() - timedelta(days=365)
        offered = Q(starts_at__gte=recent) | Q(pk=self.instance.meeting_id)
        fields["meeting"].queryset = Meeting.objects.visible_to(actor).filter(offered).order_by("-starts_at")
        fields["seen_revision"].initial = self.instance.revision
        if self.instance.pk:
            del self.fields["region"]
        else:
            self.initial.update(year=clock.today().year + 1, region=fields["region"].queryset.first())

    def clean_guidance(self) -> str:
        """Guidance of ordinary length."""
        guidance: str = self.cleaned_data["guidance"]
        MaxLengthValidator(LONGEST)(guidance)
        return guidance

    def clean_deadline(self) -> Any:
        """A deadline that is set anew lies ahead."""
        deadline = self.cleaned_data["deadline"]
        if deadline and "deadline" in self.changed_data and deadline < clock.today():
            raise ValidationError(_("Batas waktu tidak boleh sudah lewat."))
        return deadline

    def clean(self) -> dict[str, Any]:
        """The forum discusses what was filled in before it."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        forum, deadline = data.get("forum_on"), data.get("deadline")
        if forum and deadline and forum < deadline:
            self.add_error("forum_on", _("Forum tidak boleh mendahului batas waktu pengisian."))
        return data

    def given(self) -> PeriodData:
        """The period as filled in."""
        return PeriodData(**{name: self.cleaned_data[name] for name in PeriodData.__dataclass_fields__})


class ManyRegions(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Regions to tick, named in full."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """Name with its kind."""
        return str(obj.full_name)


class ParticipantsForm(OnceForm):
    """The regions that are asked to fill in."""

    regions = ManyRegions(label=gettext_lazy("Daerah peserta"), queryset=Region.objects.none())

    def __init__(self, *args: Any, period: Period, **kwargs: Any) -> None:
        """Offer the leader's surroundings and whoever takes part already; a fresh period proposes those below."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["regions"]
        asked = list(period.answers.values_list("region_id", flat=True))
        near = askable(period.region)
        field.queryset = Region.objects.filter(Q(pk__in=near.values("pk")) | Q(pk__in=asked)).order_by("code")
        field.initial = asked or [row.pk for row in near if row.parent_id == period.region_id]


class StepForm(OnceForm):
    """The confirmation of a step, with its reason where the table asks for one."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen_state = forms.ChoiceField(choices=PeriodState.choices, widget=forms.HiddenInput)

    def __init__(self, *args: Any, period: Period, step: Step, **kwargs: Any) -> None:
        """Ask for the reason only where one must be told."""
        super().__init__(*args, **kwargs)
        self.initial["seen_state"] = period.state
        if step.reason:
            self.fields["reason"].required = True
        else:
            del self.fields["reason"]
