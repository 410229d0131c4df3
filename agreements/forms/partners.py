"""What is recorded of a partner that is not a region."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from agreements.models import Partner
from agreements.services.proposal import PROPOSE
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core.fields import DocumentField
from ksd.core.files import IMAGES
from ksd.core.forms import OnceForm
from regions.models import Region


class PartnerForm(OnceForm, forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A third party or a body of the state; only a region the person acts for may register one."""

    logo_upload = DocumentField(IMAGES, label=_("Logo"), required=False)

    class Meta:
        model = Partner
        fields = (
            "region", "name", "partner_class", "legal_form", "address", "email", "representative",
            "representative_title", "mandate", "deed", "ratification",
        )  # fmt: skip
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["region"]
        field.queryset = Region.objects.current().filter(pk__in=acting_region_ids(actor, PROPOSE))
        field.empty_label = None
        if self.instance.pk:
            del self.fields["region"]

    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        apart = {"form_token", "logo_upload"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}

    def logo_given(self) -> "UploadedFile[bytes] | None":
        """The logo uploaded now, if any."""
        upload: UploadedFile[bytes] | None = self.cleaned_data.get("logo_upload")
        return upload
