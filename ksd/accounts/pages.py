"""How a page acts for the signed-in person: once, with every refusal brought back to its form."""

from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.errors import AlreadyDone, DomainError
from ksd.core.forms import OnceForm, add_domain_error, remember_result


def person(http: HttpRequest) -> User:
    """The signed-in person; only views behind the sign-in ask."""
    return cast(User, http.user)


def attempt(http: HttpRequest, form: OnceForm, act: Callable[[], Any], result: str = "") -> int:
    """Act once with a valid form: 200 when done, else the status of the refusal now shown at the form.

    `result` is where a second sending of the same form leads; an act may return it as text instead.
    """
    user = person(http)
    try:
        with transaction.atomic():
            form.claim(user, result)
            address = act()
            if isinstance(address, str):
                remember_result(form.cleaned_data["form_token"], user, address)
    except AlreadyDone:
        raise
    except DomainError as error:
        add_domain_error(form, error)
        return error.status
    except ValidationError as error:
        _show(form, error)
        return 422
    except IntegrityError:
        # Somebody else wrote the same row between our check and our writing.
        form.add_error(None, _("Data yang sama baru saja disimpan orang lain. Periksa daftarnya dahulu."))
        return 409
    return 200


def _show(form: OnceForm, error: ValidationError) -> None:
    """Each message at its field where the form has one, else above the form."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error.messages)
        return
    for name, messages in error.message_dict.items():
        form.add_error(name if name in form.fields else None, messages)
