"""Forms that act once, and refusals shown where they belong."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ksd.core.errors import AlreadyDone, DomainError
from ksd.core.models import FormToken


def _new_token() -> str:
    return uuid4().hex


class OnceForm(forms.Form):
    """A form whose act happens once, however often the button is pressed or the network repeats it."""

    form_token = forms.CharField(
        widget=forms.HiddenInput,
        max_length=64,
        initial=_new_token,
        error_messages={"required": _("Formulir ini tidak lengkap. Muat ulang halaman, lalu kirim lagi.")},
    )

    def claim(self, user: AbstractBaseUser, result: str = "") -> None:
        """Use up the token of this (valid) form; see `claim_token`."""
        claim_token(self.cleaned_data["form_token"], user, result)


def first_result(token: str, user: AbstractBaseUser | AnonymousUser) -> str | None:
    """Where this person's first sending of a form led; None when it was not sent or led nowhere yet."""
    rows = FormToken.objects.filter(token=token[:64], user_id=user.pk or 0).exclude(result="")
    return rows.values_list("result", flat=True).first()


def claim_token(token: str, user: AbstractBaseUser, result: str = "") -> None:
    """Use up a form's token within the act's transaction; a second use raises AlreadyDone with the first result."""
    try:
        with transaction.atomic():
            FormToken.objects.create(token=token, user_id=user.pk, result=result)
    except IntegrityError:
        raise AlreadyDone(first_result(token, user) or "") from None


def remember_result(token: str, user: AbstractBaseUser, result: str) -> None:
    """Note where a claimed form led, once that is known."""
    FormToken.objects.filter(token=token, user_id=user.pk).update(result=result)


def add_domain_error(form: forms.BaseForm, error: DomainError, field: str | None = None) -> None:
    """Show a refusal at the form (or one of its fields) instead of on a page of its own."""
    parts: list[Any] = [error.message, error.article and f"({error.article})", error.remedy]
    form.add_error(field if field in form.fields else None, " ".join(str(part) for part in parts if part))
