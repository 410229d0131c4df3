"""What a reader asks for in the address of the reading pages: a year, a province, regions."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from ksd.accounts.pages import person
from ksd.core.spreadsheets import XLSX
from ksd.mapping.services.network import chosen_province
from ksd.mapping.services.years import year_asked, years_of
from regions.models import Region

CODE = re.compile(r"\d{2}(?:\.\d{2})?", re.ASCII)


@dataclass(frozen=True)
class Choice:
    """The year and province of a page, and those one may choose instead."""

    year: int
    years: list[int]
    province: Region | None
    provinces: list[Region]

    @property
    def query(self) -> str:
        """The same choice for another address."""
        place = f"&provinsi={self.province.code}" if self.province else ""
        return f"tahun={self.year}{place}"


def code_asked(text: str) -> str:
    """The code of a region somebody typed; nothing for what is no code."""
    return text if CODE.fullmatch(text) else ""


def choice_of(request: HttpRequest, usual: int | None = None) -> Choice:
    """The year and province asked for; those that cannot be are replaced by the usual ones."""
    user = person(request)
    year = year_asked(request.GET.get("tahun", ""), usual)
    provinces, province = chosen_province(user, code_asked(request.GET.get("provinsi", "")))
    years = years_of(user)
    return Choice(year, sorted({*years, year}, reverse=True), province, provinces)


def sheet(content: bytes, name: str) -> HttpResponse:
    """An XLSX to keep."""
    headers: dict[str, Any] = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)
