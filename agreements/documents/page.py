"""Paper, margins and letter of what a region prints: its own setting, else the office's, else the usual."""

from dataclasses import replace

from agreements.documents.gather import office_choices
from agreements.documents.sheet import PageSetup
from agreements.models import LetterSetting
from regions.models import Region

# Width and height in mm; the regulation names no paper.
PAPERS = {"f4": ("F4", 215, 330), "a4": ("A4", 210, 297)}
# A letter stands a little tighter than a naskah.
LETTER = PageSetup(top_mm=18, bottom_mm=20, size_pt=11)


def letter_setting(region: Region | None) -> LetterSetting | None:
    """What this region decided about its letters, or None."""
    return None if region is None else LetterSetting.objects.filter(region=region).first()


def page_setup(region: Region | None = None, usual: PageSetup | None = None) -> PageSetup:
    """The page of a region's papers; `usual` are the margins and the size while it has decided nothing."""
    return page_of(letter_setting(region), usual)


def page_of(own: LetterSetting | None, usual: PageSetup | None = None) -> PageSetup:
    """The page of this setting, saved or not."""
    if own is None:
        office = office_choices(kertas="f4", huruf="arimo")
        page = _on_paper(usual or PageSetup(), office["kertas"])
        return replace(page, font=office["huruf"].lower())
    return replace(
        _on_paper(PageSetup(), own.paper),
        top_mm=own.top_mm,
        right_mm=own.right_mm,
        bottom_mm=own.bottom_mm,
        left_mm=own.left_mm,
        font=own.font,
        size_pt=float(own.size_pt),
    )


def _on_paper(page: PageSetup, code: str) -> PageSetup:
    paper, width, height = PAPERS.get(code.lower(), PAPERS["f4"])
    return replace(page, paper=paper, width_mm=width, height_mm=height)
