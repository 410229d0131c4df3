"""The import of people: a dry run with the errors of every row, then all of it or nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ksd.accounts.access import may
from ksd.accounts.choices import Role
from ksd.accounts.forms import MAX_BYTES, ImportFileForm
from ksd.accounts.models import User
from ksd.accounts.services.importing import COLUMNS, EXAMPLE, apply_import, preview_import
from ksd.core.errors import DomainError

if TYPE_CHECKING:
    from ksd.accounts.admin.users import PeopleAdmin


def _manager(request: HttpRequest) -> User:
    if isinstance(request.user, User) and may(request.user, "accounts.manage"):
        return request.user
    raise PermissionDenied


@require_safe
def example_file(request: HttpRequest) -> HttpResponse:
    """Send a small file to fill in, readable by a spreadsheet."""
    _manager(request)
    response = HttpResponse("\ufeff" + "\r\n".join(EXAMPLE) + "\r\n", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="contoh-impor-pengguna.csv"'
    return response


def import_page(model_admin: "PeopleAdmin") -> Callable[[HttpRequest], HttpResponse]:
    """The page of the import, inside this admin site."""

    @require_http_methods(["GET", "POST"])
    def page(request: HttpRequest) -> HttpResponse:
        actor = _manager(request)
        if "apply" in request.POST:
            return _apply(request, model_admin, actor)
        form = ImportFileForm(request.POST or None, request.FILES or None)
        found: dict[str, Any] = {}
        if form.is_valid():
            found = _preview(actor, form.cleaned_data["file"])
        return _show(request, model_admin, {"form": form, **found})

    return page


def _preview(actor: User, text: str) -> dict[str, Any]:
    try:
        rows = preview_import(actor=actor, text=text)
    except DomainError as error:
        return {"refusal": error}
    faulty = sum(bool(row.errors) for row in rows)
    return {"rows": rows, "faulty": faulty, "text": text}


def _apply(request: HttpRequest, model_admin: "PeopleAdmin", actor: User) -> HttpResponse:
    text = request.POST.get("text", "")[:MAX_BYTES].replace("\x00", "")
    try:
        rows = apply_import(actor=actor, text=text)
    except DomainError as error:
        found = _preview(actor, text)
        return _show(request, model_admin, {"form": ImportFileForm(), **found, "refusal": error}, status=409)
    messages.success(request, _("%(count)s baris diimpor.") % {"count": len(rows)})
    return HttpResponseRedirect(reverse("admin:accounts_user_changelist"))


def _show(
    request: HttpRequest, model_admin: "PeopleAdmin", found: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Impor pengguna"),
        "opts": model_admin.opts,
        "columns": COLUMNS,
        "roles": Role.choices,
        "rows": None,
        "refusal": None,
        **found,
    }
    return TemplateResponse(request, "admin/accounts/user/import.html", context, status=status)
