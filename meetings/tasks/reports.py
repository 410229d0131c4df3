"""The report of a meeting with its annexes as one PDF, made in the background from the words it was asked for with."""

from typing import Any

import structlog
from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter, from_json, letter_html
from agreements.documents.stamp import Stamp, stamp_of, stamped
from agreements.models import IssuedFile
from agreements.tasks.letters import LETTER_FILE
from ksd.accounts.access import may
from ksd.core.bounds import TooDear, bounded
from ksd.core.errors import DomainError
from ksd.core.files import store_bytes
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job, StoredFile
from ksd.core.pdf import render_pdf
from meetings.documents.report import REPORT, with_pages
from meetings.documents.volume import Bound, bound_volume, photo_pages
from meetings.models import Meeting

logger = structlog.get_logger(__name__)
REPORT_JOB = "laporan_rapat"


@job_handler(REPORT_JOB)
def make_report(job: Job, report: Report) -> StoredFile:
    """Print every annex, then the report that names their pages, and bind them; done twice it says the same."""
    issued = IssuedFile.objects.get(pk=job.payload["issued"])
    if issued.file is not None:
        return issued.file
    letter, stamp = from_json(job.payload["letter"]), stamp_of(issued)
    rows = [row for row in job.payload["annexes"] if not row["missing"]]
    bound: list[Bound] = []
    for place, row in enumerate(rows, 1):
        report(5 + 70 * place // (len(rows) + 1), _("Mencetak %s") % row["title"])
        bound.append(Bound(f"Lampiran {row['mark']}: {row['title']}", _printed(row, stamp)))
    report(80, _("Mencetak laporan"))
    front = _front(letter, [row["title"] for row in rows], bound, stamp)
    report(90, _("Menjilid lampiran"))
    content = _together([Bound(REPORT, (front,)), *bound], letter.subject)
    stored = store_bytes(
        content=content,
        name=f"{slugify(letter.subject)[:80] or 'laporan'}.pdf",
        content_type="application/pdf",
        kind=LETTER_FILE,
        actor=job.created_by,
    )
    return IssuedFile.objects.settle(issued.pk, stored)


def _printed(row: dict[str, Any], stamp: Stamp) -> tuple[bytes, ...]:
    """The printed files of one annex."""
    letters = [from_json(words) for words in row["letters"]]
    if not row["photos"]:
        return tuple(render_pdf(stamped(letter_html(letter), stamp)) for letter in letters)
    files = {
        str(file.pk): file
        for file in StoredFile.objects.filter(pk__in=[pk for pk, _caption in row["photos"]])
    }
    photos = [(files[pk], caption) for pk, caption in row["photos"] if pk in files]
    with _limits():
        pages = photo_pages(letters[0], photos)
    return tuple(render_pdf(stamped(html, stamp)) for html in pages)


def _front(letter: Letter, titles: list[str], bound: list[Bound], stamp: Stamp) -> bytes:
    """The report with the pages its annexes begin on; laid out until its own length agrees with them."""
    own = 1
    for _attempt in range(3):
        pages, page = {REPORT: 1}, own + 1
        for title, part in zip(titles, bound, strict=True):
            pages[title] = page
            page += part.pages
        front = render_pdf(stamped(letter_html(with_pages(letter, pages)), stamp))
        length = Bound(REPORT, (front,)).pages
        if length == own:
            break
        own = length
    return front


def _together(parts: list[Bound], title: str) -> bytes:
    try:
        with _limits():
            return bound_volume(parts, title=title)
    except (TooDear, ValueError) as error:
        logger.warning("report_too_dear", error=str(error))
        raise DomainError(
            _("Laporan dengan semua lampirannya terlalu besar untuk dijadikan satu PDF."),
            remedy=_("Kurangi fotonya, lalu minta PDF sekali lagi."),
        ) from error


def _limits() -> Any:
    return bounded(seconds=settings.KSD_PDF_SECONDS, megabytes=settings.KSD_PDF_MEGABYTES)


@job_viewer(REPORT_JOB)
def may_see_report(user: Any, job: Job) -> bool:
    """Whoever asked for it, while managing the meeting."""
    meeting = Meeting.objects.select_related("organiser").filter(pk=job.payload["meeting"]).first()
    return (
        job.created_by_id == user.pk
        and meeting is not None
        and may(user, "meetings.manage", meeting.organiser)
    )
