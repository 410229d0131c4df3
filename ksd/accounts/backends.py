"""Permissions from roles, beside Django's own."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from ksd.accounts.access import enters_admin, keeps_shared_tables, may
from ksd.accounts.models import User
from ksd.accounts.permissions import table
from regions.models import Region


class RolePermissionBackend(ModelBackend):
    """Answers `has_perm("agreements.propose", region)` from memberships and permissions.toml."""

    def has_perm(self, user_obj: User | AnonymousUser, perm: str, obj: Model | None = None) -> bool:
        """A role grants it for that region; the admin role works in the admin site; else Django's own answer."""
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        if perm in table().permissions:
            return may(user_obj, perm, obj) if obj is None or isinstance(obj, Region) else False
        if obj is None and self._grants_admin(user_obj, perm):
            return True
        return bool(super().has_perm(user_obj, perm, obj))

    def has_module_perms(self, user_obj: User | AnonymousUser, app_label: str) -> bool:
        """Whether an app shows in the admin site."""
        if user_obj.is_active and app_label in table().admin_site.apps and self._is_admin(user_obj):
            return True
        return bool(super().has_module_perms(user_obj, app_label))

    def _is_admin(self, user_obj: Any) -> bool:
        return bool(user_obj.is_staff) and enters_admin(user_obj)

    def _grants_admin(self, user_obj: Any, perm: str) -> bool:
        app, _dot, codename = perm.partition(".")
        act, _line, model = codename.partition("_")
        site = table().admin_site
        if app not in site.apps or act not in site.acts or not self._is_admin(user_obj):
            return False
        return act == "view" or f"{app}.{model}" not in site.shared or keeps_shared_tables(user_obj)
