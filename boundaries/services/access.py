"""Who may act on a segment."""

from boundaries.models import Segment
from ksd.accounts.access import AnyUser, may
from regions.models import Region

MANAGE = "boundaries.manage"
STATE = "boundaries.state"


def may_manage(user: AnyUser, segment: Segment) -> bool:
    """Whether a person keeps the segment's record: by a role over either of its sides."""
    return any(may(user, MANAGE, region) for region in segment.sides)


def may_speak_for(user: AnyUser, segment: Segment, region: Region) -> bool:
    """Whether a person may state claims, evidence and approvals of one of the two sides."""
    return region in segment.sides and may(user, STATE, region)


def spoken_for(user: AnyUser, segment: Segment) -> list[Region]:
    """The sides a person may speak for, none, one or (the Biro writing down for both) two."""
    return [side for side in segment.sides if may_speak_for(user, segment, side)]
