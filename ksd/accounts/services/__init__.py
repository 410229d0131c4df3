"""The acts on people and their roles."""

from ksd.accounts.services.importing import ImportRow, apply_import, preview_import
from ksd.accounts.services.memberships import (
    create_user_with_membership,
    end_membership,
    grant_role,
    set_active,
)

__all__ = [
    "ImportRow",
    "apply_import",
    "create_user_with_membership",
    "end_membership",
    "grant_role",
    "preview_import",
    "set_active",
]
