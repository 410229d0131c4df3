"""The admin pages of people and their roles."""

from ksd.accounts.admin.memberships import MembershipAdmin
from ksd.accounts.admin.users import PeopleAdmin

__all__ = ["MembershipAdmin", "PeopleAdmin"]
