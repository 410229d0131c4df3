"""What the editor in the browser has to know of a text, as plain data."""

from dataclasses import asdict
from typing import Any

from agreements.documents.gather import facts_of
from agreements.models import Naskah, NaskahDraft, NaskahVersion
from agreements.naskah.assemble import each_party
from agreements.naskah.parts import parts_of
from agreements.naskah.structure import Body, ayat_from_json, ayat_to_json
from agreements.services.clause_reading import fallbacks_for
from agreements.services.drafts import drafts_of
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of, library_for
from agreements.views.parts import tokens_of
from ksd.accounts.models import User


def state_of(user: User, text: Naskah) -> dict[str, Any]:
    """The newest version in pieces, the drafts of this person, the law's demands, the placeholders, the library."""
    newest = newest_version(text)
    body = body_of(newest)
    return {
        "person": {"id": user.pk, "name": user.get_full_name()},
        "version": version_line(newest),
        "parts": parts_of(body),
        "drafts": [draft_line(row) for row in drafts_of(text, user)],
        "required": {row.code: row.article for row in text.rule.clauses if row.required and row.article},
        "tokens": [asdict(row) for row in tokens_of(facts_of(text))],
        "library": _library(text, body),
        "fallbacks": _fallbacks(text),
    }


def version_line(version: NaskahVersion) -> dict[str, Any]:
    """A version as the editor names it."""
    return {
        "number": version.number,
        "by": version.author.get_full_name(),
        "at": version.created_at.isoformat(),
    }


def draft_line(row: NaskahDraft) -> dict[str, Any]:
    """A draft as the editor takes it up again."""
    return {
        "key": row.part,
        "base": row.base,
        "content": row.content,
        "stamp": row.stamp,
        "at": row.saved_at.isoformat(),
    }


def _fallbacks(text: Naskah) -> dict[str, list[dict[str, Any]]]:
    parties = len(text.case.acting_parties)
    return {
        code: [
            {
                "title": row.title,
                "when": row.when,
                "ayat": ayat_to_json(each_party(ayat_from_json(row.ayat), parties)),
            }
            for row in rows
        ]
        for code, rows in fallbacks_for(text).items()
    }


def _library(text: Naskah, body: Body) -> list[dict[str, Any]]:
    parties = len(text.case.acting_parties)
    return [
        {
            "code": row.code,
            "title": row.title,
            "purpose": row.purpose,
            "ayat": ayat_to_json(each_party(row.ayat, parties)),
        }
        for row in library_for(text, body)
    ]
