"""Forms of the TKKSD: its decree, its members, assignments, reviews and recommendations."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.choices.teams import Advice, TeamPosition
from agreements.forms.comments import PersonField
from agreements.forms.papers import explained
from agreements.forms.signing import day_input
from agreements.law.schema import Item
from agreements.models import Case, Team
from agreements.services.reviews import reviewers_of
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm
from regions.models import Office, Region

LONGEST = 5000
# Days a reviewer usually has; practice of an office, to be changed with each assignment.
USUAL_DAYS = 7


class TeamForm(OnceForm):
    """The decree that forms the team; `saved` is the row once the service wrote it."""

    saved: Team
    region = forms.ModelChoiceField(label=_("Daerah"), queryset=Region.objects.none())
    decree_number = forms.CharField(label=_("Nomor Keputusan Kepala Daerah"), max_length=120)
    decree_date = forms.DateField(label=_("Tanggal keputusan"), widget=day_input())
    valid_from = forms.DateField(label=_("Berlaku mulai"), widget=day_input())
    valid_to = forms.DateField(
        label=_("Berlaku sampai"),
        widget=day_input(),
        required=False,
        help_text=_("Kosongkan bila berlaku sampai ada keputusan baru."),
    )
    upload = DocumentField(DOCUMENTS, label=_("Berkas keputusan"), required=False)

    def __init__(self, *args: Any, regions: Any, team: Team | None = None, **kwargs: Any) -> None:
        """Offer the regions the person keeps the team of; a correction keeps its region."""
        if team is not None:
            names = ("decree_number", "decree_date", "valid_from", "valid_to", "region")
            kwargs["initial"] = {name: getattr(team, name) for name in names}
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]
        if team is not None:
            self.fields["region"].disabled = True
        elif regions.count() == 1:
            self.fields["region"].initial = regions.first()

    def decree(self) -> dict[str, Any]:
        """The values of the decree, for the service."""
        names = ("region", "decree_number", "decree_date", "valid_from", "valid_to", "upload")
        return {name: self.cleaned_data[name] for name in names}


class MemberForm(OnceForm):
    """A seat given to a person."""

    position = forms.ChoiceField(label=_("Kedudukan"), choices=TeamPosition.choices)
    name = forms.CharField(label=_("Nama"), max_length=150)
    title = forms.CharField(label=_("Jabatan"), max_length=200)
    office = forms.ModelChoiceField(
        label=_("Perangkat daerah"), queryset=Office.objects.none(), required=False
    )
    user = forms.ModelChoiceField(
        label=_("Akun"),
        queryset=User.objects.none(),
        required=False,
        help_text=_("Diperlukan bila anggota ini menelaah dalam aplikasi."),
    )
    since = forms.DateField(label=_("Sejak"), widget=day_input())

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        """Offer the offices and the people of the team's region."""
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = Office.objects.filter(region=team.region, valid_to=None)  # type: ignore[attr-defined]
        people = recipients([team.region_id], permissions=["agreements.review", "agreements.team"])
        self.fields["user"].queryset = people  # type: ignore[attr-defined]
        self.fields["since"].initial = team.valid_from

    def member(self) -> dict[str, Any]:
        """The values of the seat, for the service."""
        return {name: self.cleaned_data[name] for name in self.fields if name != "form_token"}


class EndForm(OnceForm):
    """The last day of a member."""

    until = forms.DateField(label=_("Hari terakhir"), widget=day_input(), initial=clock.today)


class AssignForm(OnceForm):
    """Whom to ask for a review, by which day, with which words."""

    reviewers = PersonField(
        label=_("Penelaah"), queryset=User.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    due_on = forms.DateField(label=_("Paling lambat"), widget=day_input())
    office = forms.ModelChoiceField(
        label=_("Perangkat daerah yang dimintai pendapat"), queryset=Office.objects.none(), required=False
    )
    instruction = forms.CharField(
        label=_("Petunjuk"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        """Offer the people who may review for the initiating region."""
        super().__init__(*args, **kwargs)
        self.fields["reviewers"].queryset = reviewers_of(case)  # type: ignore[attr-defined]
        home = case.keeper.region_id
        self.fields["office"].queryset = Office.objects.filter(region=home, valid_to=None)  # type: ignore[attr-defined]
        self.fields["due_on"].initial = clock.today() + timedelta(days=USUAL_DAYS)

    def assignment(self) -> dict[str, Any]:
        """The values of the assignment, for the service."""
        return {name: self.cleaned_data[name] for name in self.fields if name != "form_token"}


class ReviewForm(OnceForm):
    """One's own judgement on each point of the review, with remarks."""

    def __init__(
        self, *args: Any, points: tuple[Item, ...], given: Mapping[str, str], conclusion: str, **kwargs: Any
    ):
        """Make a choice and a remark for each point."""
        super().__init__(*args, **kwargs)
        for item in points:
            note = f"{item.code}_catatan"
            self.fields[item.code] = forms.ChoiceField(
                label=item.label,
                choices=item.choices,
                required=False,
                widget=forms.RadioSelect,
                initial=given.get(item.code),
                help_text=explained(item.help, item.article),
            )
            self.fields[note] = forms.CharField(
                label=item.note,
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=given.get(note),
            )
        self.fields["conclusion"] = forms.CharField(
            label=_("Kesimpulan"),
            required=False,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=conclusion,
        )

    def judged(self) -> dict[str, str]:
        """Judgements and remarks by their codes."""
        return {
            name: self.cleaned_data[name] or ""
            for name in self.fields
            if name not in ("form_token", "conclusion")
        }


class RecommendationForm(OnceForm):
    """What the team advises, by which paper."""

    advice = forms.ChoiceField(label=_("Rekomendasi"), choices=Advice.choices, widget=forms.RadioSelect)
    number = forms.CharField(label=_("Nomor rekomendasi"), max_length=120)
    again = forms.BooleanField(
        label=_("Pakai nomor yang sama"),
        required=False,
        help_text=_("Hanya bila nomor itu memang dipakai dua surat."),
    )
    dated = forms.DateField(label=_("Tanggal"), widget=day_input(), initial=clock.today)
    note = forms.CharField(
        label=_("Catatan"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, sample: str = "", **kwargs: Any) -> None:
        """`sample` is the number the region's own count gives next; then none need be typed."""
        super().__init__(*args, **kwargs)
        if sample:
            self.fields["number"].required = False
            self.fields["number"].help_text = (
                gettext("Kosongkan agar aplikasi memberi nomor berikutnya dari buku nomor daerah Anda: %s.")
                % sample
            )
        if not self.is_bound:
            # Asked only of a number that was refused as one in use.
            del self.fields["again"]

    def word(self) -> dict[str, Any]:
        """The values of the recommendation, for the service."""
        return {name: self.cleaned_data[name] for name in ("advice", "number", "dated", "note", "again")}
