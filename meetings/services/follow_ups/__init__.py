"""Acts on follow-ups: reporting, judging, carrying along, links for one report, and their terms."""

from meetings.services.follow_ups.access import organiser_ids, roles_of
from meetings.services.follow_ups.carrying import carry, leave_behind
from meetings.services.follow_ups.judging import decide
from meetings.services.follow_ups.linking import close_links, living_links, mail_link, make_link
from meetings.services.follow_ups.reporting import ReportData, report, report_by_link
from meetings.services.follow_ups.terms import TERM, hand_over, keep_terms, watch_term

__all__ = [
    "TERM",
    "ReportData",
    "carry",
    "close_links",
    "decide",
    "hand_over",
    "keep_terms",
    "leave_behind",
    "living_links",
    "mail_link",
    "make_link",
    "organiser_ids",
    "report",
    "report_by_link",
    "roles_of",
    "watch_term",
]
