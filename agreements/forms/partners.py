"""What is recorded of a partner that is no region."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from agreements.choices import PartnerClass
from agreements.models import Partner
from agreements.services.proposal import PROPOSE
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core.fields import DocumentField
from ksd.core.files import IMAGES
from ksd.core.forms import OnceForm
from regions.models import Region


class PartnerForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A third party or a partner abroad; only a region the person acts for may register one."""

    logo_upload = DocumentField(IMAGES, label=_("Logo"), required=False)

    class Meta:
        model = Partner
        fields = (
            "region", "name", "partner_class", "legal_form", "address", "email", "representative",
            "representative_title", "deed", "ratification", "country", "principle_permit", "operational_permit",
        )  # fmt: skip
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "partner_class": _(
                "Di luar negeri, partai politik tidak dapat menjadi mitra (Pasal 36 ayat (2) PP 28/2018)."
            )
        }

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.current().filter(pk__in=acting_region_ids(actor, PROPOSE))
        field.empty_label = None
        if self.instance.pk:
            del self.fields["region"]

    def clean(self) -> dict[str, Any]:
        """A partner abroad has a country: the conditions of the law ask about it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("partner_class") in PartnerClass.abroad() and not cleaned.get("country", "").strip():
            self.add_error(
                "country", _("Isi negara mitra; syarat hubungan diplomatik ditanyakan tentangnya.")
            )
        return cleaned

    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        apart = {"form_token", "logo_upload"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}

    def logo_given(self) -> "UploadedFile[bytes] | None":
        """The logo uploaded now, if any."""
        upload: UploadedFile[bytes] | None = self.cleaned_data.get("logo_upload")
        return upload
