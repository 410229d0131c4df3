"""What people fill in about a Tim PBD."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boundaries.choices import TeamRole
from boundaries.forms.papers import area, day
from boundaries.models import BoundaryTeam
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm
from regions.models import Official, Region


class TeamForm(OnceForm):
    """The decree that forms a team."""

    region = forms.ModelChoiceField(
        label=_("Wilayah"),
        queryset=Region.objects.none(),
        help_text=_("Pilih Republik Indonesia bagi Tim PBD Pusat."),
    )
    decree_number = forms.CharField(label=_("Nomor keputusan"), max_length=120)
    decree_date = day(_("Tanggal keputusan"))
    valid_from = day(_("Berlaku mulai"))
    valid_to = day(_("Berlaku sampai"), required=False, help_text=_("Kosongkan bila tidak disebut."))
    upload = DocumentField(DOCUMENTS, label=_("Berkas keputusan"), required=False)
    note = area(_("Catatan"), 2, required=False)

    def __init__(
        self, *args: Any, regions: "QuerySet[Region]", team: BoundaryTeam | None = None, **kwargs: Any
    ) -> None:
        """Offer the regions whose team the person keeps; a correction keeps its region."""
        if team is not None:
            names = ("region", "decree_number", "decree_date", "valid_from", "valid_to", "note")
            kwargs["initial"] = {name: getattr(team, name) for name in names}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.filter(pk=team.region_id) if team else regions
        field.disabled = team is not None


class MemberForm(OnceForm):
    """A seat given to a person."""

    role = forms.ChoiceField(label=_("Kedudukan"), choices=TeamRole.choices, initial=TeamRole.ANGGOTA)
    name = forms.CharField(label=_("Nama"), max_length=150)
    title = forms.CharField(label=_("Jabatan"), max_length=200)
    official = forms.ModelChoiceField(
        label=_("Pejabat dalam direktori"),
        queryset=Official.objects.none(),
        required=False,
        help_text=_("Bila dipilih, masa jabatannya ikut diperiksa pada tanggal tanda tangan."),
    )
    signs = forms.BooleanField(
        label=_("Menandatangani berita acara atas nama tim"),
        required=False,
        help_text=_("Menurut keputusan timnya, atau pejabat yang ditunjuk tim."),
    )
    since = day(_("Sejak"))
    until = day(_("Sampai"), required=False)

    def __init__(self, *args: Any, team: BoundaryTeam, **kwargs: Any) -> None:
        """Offer the officials of the team's region."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["official"]
        field.queryset = Official.objects.filter(region=team.region).order_by("-term_start", "name")
        self.fields["since"].initial = team.valid_from


class EndForm(OnceForm):
    """The last day of a member."""

    until = day(_("Hari terakhir"), initial=clock.today)
