"""How a view of a case finds its rows, acts once, and brings a refusal back to its form."""

from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.models import Case
from ksd.accounts.models import User
from ksd.core.errors import AlreadyDone, DomainError
from ksd.core.forms import OnceForm, add_domain_error, remember_result


def person(http: HttpRequest) -> User:
    """The signed-in person; only views behind the sign-in ask."""
    return cast(User, http.user)


def case_or_404(http: HttpRequest, public_id: str) -> Case:
    """A case within the person's scope with what every page of it shows; a stranger finds nothing."""
    cases = Case.objects.visible_to(http.user).with_own_side(http.user).for_page()
    return get_object_or_404(cases, public_id=public_id)


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
        form.add_error(None, error.messages)
        return 422
    except IntegrityError:
        # Somebody else wrote the same row between our check and our writing.
        form.add_error(None, _("Data yang sama baru saja disimpan orang lain. Periksa daftarnya dahulu."))
        return 409
    return 200


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list of cases to this page."""
    return [(_("Kerja sama"), reverse("agreements:case_list")), *more]


def case_crumbs(case: Case, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list through the case to this page."""
    return crumbs((case.title, case.get_absolute_url()), *more)


def see_newest(form: Any, revision: int) -> None:
    """Let a form that came too late be sent again, once the person has compared it with the newest revision."""
    form.data = form.data.copy()
    form.data["seen_revision"] = str(revision)
