"""Forms of the admin: a new account, a role given, a reason, a file of people."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AdminUserCreationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ksd.accounts.access import may
from ksd.accounts.models import Membership, User
from ksd.accounts.services.memberships import refuse_unfit_role
from ksd.core.errors import DomainError
from ksd.core.fields import PickedFileField

MAX_BYTES = 1024 * 1024


class NewUserForm(AdminUserCreationForm):  # type: ignore[type-arg]  # not generic at run time
    """A new account; without a password the person makes one by "Lupa kata sandi"."""

    class Meta:
        model = User
        fields = ("username", "full_name", "email", "phone")


class GrantForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A role for a region, refused here with the words of the service."""

    actor: User

    class Meta:
        model = Membership
        fields = ("user", "region", "role", "office", "valid_from", "valid_to")

    def clean(self) -> dict[str, Any]:
        """Refuse a region the admin does not manage, a role it does not know, an office of another region."""
        data = super().clean() or self.cleaned_data
        region, role = data.get("region"), data.get("role")
        if not (region and role) or self.instance.pk:
            return data
        if not may(self.actor, "accounts.manage", region):
            raise ValidationError(_("Anda tidak mengelola akun untuk %(region)s."), params={"region": region})
        try:
            refuse_unfit_role(role=role, region=region, office=data.get("office"))
        except DomainError as error:
            raise ValidationError(f"{error} {error.remedy}".strip()) from error
        return data


class ReasonForm(forms.Form):
    """Why a membership ends."""

    reason = forms.CharField(
        label=_("Alasan"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text=_("Tersimpan bersama keanggotaan, misalnya “Mutasi ke Dinas Lingkungan Hidup”."),
    )


class ImportFileForm(forms.Form):
    """A CSV of people, to be read and shown before anything changes."""

    file = PickedFileField(
        label=_("Berkas CSV"),
        help_text=_("Teks UTF-8, paling besar 1 MB, pemisah koma atau titik koma."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> str:
        """The text of the file; anything that is not a small UTF-8 text is refused."""
        upload = self.cleaned_data["file"]
        if upload.size > MAX_BYTES:
            raise ValidationError(_("Berkas lebih besar dari 1 MB."))
        try:
            text = upload.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ValidationError(_("Berkas bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8.")) from error
        if "\x00" in text:
            raise ValidationError(_("Berkas bukan CSV."))
        return str(text)
