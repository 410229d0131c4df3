"""The TKKSD's recommendation as a letter to its Kepala Daerah."""

from agreements.documents.drafts import About, compose, draft_by, worded_for
from agreements.documents.letters import Letter
from agreements.models import Recommendation

CODE = "rekomendasi-tkksd"


def recommendation_letter(row: Recommendation) -> Letter:
    """The letter with the number and date it was recorded under, signed by the chair of the team."""
    draft, case = draft_by(CODE), row.naskah.case
    if draft is None:
        raise KeyError(CODE)
    about = About(case=case, sender=row.region, partner=case.partners[0], row=row)
    return compose(worded_for(draft, row.region).draft, about)
