"""Pages that belong to whoever holds their link: what nobody else may keep, find, or be told of."""

from typing import TypeVar

from django.http import HttpResponseBase

Answer = TypeVar("Answer", bound=HttpResponseBase)


def unlisted(answer: Answer) -> Answer:
    """No entry in a search engine, no address told to other sites.

    Were the referrer withheld altogether, a browser would post our own forms without their origin, and they would
    be refused.
    """
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer["Referrer-Policy"] = "same-origin"
    return answer


def quiet(answer: Answer) -> Answer:
    """Unlisted, and no copy in a cache."""
    answer["Cache-Control"] = "no-store, private"
    return unlisted(answer)
