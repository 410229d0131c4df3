"""What people fill in about the register and the directory."""

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock, files
from ksd.core.fields import DocumentField, PickedFileField
from ksd.core.forms import OnceForm
from regions.choices import Level
from regions.models import Office, Official, Region, RegionImport, Urusan
from regions.services.contact import Contact
from regions.services.directory import OfficeData, OfficialData
from regions.services.register import PERMISSION as IMPORT


def _date_field(label: Any, *, required: bool, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, help_text=help_text)


def _without(cleaned: dict[str, Any], *names: str) -> dict[str, Any]:
    """What was filled in, less the form's own token and the fields that travel apart."""
    return {name: value for name, value in cleaned.items() if name not in {"form_token", *names}}


class RegionChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """A region to choose, named in full with its code."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and code."""
        return f"{obj.full_name} ({obj.code})"


class ImportForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """An upload of the register: its basis, its day, what it speaks for, and the list."""

    scope = RegionChoice(
        label=_("Cakupan"),
        queryset=Region.objects.none(),
        help_text=_(
            "Berkas harus memuat semua wilayah dalam cakupan; yang tidak ada di berkas dianggap berakhir."
        ),
    )
    effective_on = _date_field(
        _("Berlaku mulai"), required=True, help_text=_("Hari pertama daftar baru berlaku.")
    )
    upload = PickedFileField(label=_("Berkas CSV"), help_text=_("CSV UTF-8 dengan judul kolom code,name."))

    class Meta:
        model = RegionImport
        fields = ("source", "effective_on", "scope")

    def __init__(self, *args: Any, actor: AbstractUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = Region.objects.current().filter(level__lte=Level.PROVINSI)
        allowed = [region.pk for region in choices if actor.has_perm(IMPORT, region)]
        self.fields["scope"].queryset = choices.filter(pk__in=allowed)  # type: ignore[attr-defined]  # RegionChoice
        if len(allowed) == 1:
            self.fields["scope"].initial = allowed[0]

    def given(self) -> dict[str, Any]:
        """The upload as filled in."""
        return _without(self.cleaned_data)


class EmblemForm(forms.Form):
    """The emblem of a region as a picture."""

    emblem = DocumentField(
        files.IMAGES,
        label=_("Gambar lambang"),
        help_text=_("PNG atau JPG; ukurannya diperkecil secara otomatis."),
    )


class ContactForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """Where a region is reached; its address stands in every text it signs."""

    address = forms.CharField(
        label=_("Alamat"),
        max_length=250,
        help_text=_("Tempat kedudukan pemerintah daerah seperti tercetak dalam naskah."),
    )

    class Meta:
        model = Region
        fields = ("address", "phone", "email")

    def contact(self) -> Contact:
        """What was filled in."""
        return Contact(**_without(self.cleaned_data))


class OfficeForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """An office of one region; parents are chosen from the same region."""

    valid_from = _date_field(_("Berlaku mulai"), required=False)
    valid_to = _date_field(_("Berlaku sampai"), required=False, help_text=_("Kosongkan selama masih ada."))

    class Meta:
        model = Office
        fields = (
            "name", "kind", "parent", "is_cooperation_unit", "urusan", "address", "phone", "email", "valid_from",
            "valid_to",
        )  # fmt: skip
        widgets = {"urusan": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parents = Office.objects.filter(region_id=self.instance.region_id).exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = parents  # type: ignore[attr-defined]  # a ModelChoiceField

    def data_given(self) -> OfficeData:
        """The office as filled in."""
        return OfficeData(**_without(self.cleaned_data, "urusan"))

    def urusan_given(self) -> tuple[Urusan, ...]:
        """The urusan ticked."""
        return tuple(self.cleaned_data["urusan"])


class OfficialForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """An official of one region; the office is chosen from the same region."""

    term_start = _date_field(_("Mulai menjabat"), required=True)
    term_end = _date_field(
        _("Selesai menjabat"),
        required=False,
        help_text=_("Hari terakhir menjabat; kosongkan bila masih menjabat."),
    )
    mandate_date = _date_field(_("Tanggal surat keputusan/perintah"), required=False)
    mandate = DocumentField(
        files.DOCUMENTS,
        label=_("Berkas surat keputusan/perintah"),
        required=False,
        help_text=_("PDF, DOCX, XLSX, PNG, atau JPG. Berkas lama tetap dipakai bila tidak diganti."),
    )

    class Meta:
        model = Official
        fields = (
            "name", "title_before", "title_after", "nip", "position", "position_title", "office", "standing",
            "term_start", "term_end", "mandate_number", "mandate_date",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Q(pk=self.instance.office_id) if self.instance.office_id else Q()
        offices = Office.objects.filter(region_id=self.instance.region_id)
        living = Q(valid_to__isnull=True) | Q(valid_to__gte=clock.today())
        self.fields["office"].queryset = offices.filter(living | own if own else living)  # type: ignore[attr-defined]

    def clean_nip(self) -> str:
        """A NIP has eighteen digits; blanks people type between them are dropped."""
        nip = "".join(str(self.cleaned_data["nip"]).split())
        if nip and not (nip.isdigit() and len(nip) == 18):
            raise ValidationError(_("NIP terdiri atas 18 angka. Periksa kembali atau kosongkan."))
        return nip

    def data_given(self) -> OfficialData:
        """The official as filled in."""
        return OfficialData(**_without(self.cleaned_data, "mandate"))

    def mandate_given(self) -> "UploadedFile[bytes] | None":
        """The mandate uploaded now, if any."""
        upload: UploadedFile[bytes] | None = self.cleaned_data["mandate"]
        return upload
