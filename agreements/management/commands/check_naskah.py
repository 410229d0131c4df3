"""Check a naskah file against the law, without an account and without changing anything."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agreements.naskah.checks import Finding, blocking
from agreements.naskah.reading.files import UnreadableFileError, paragraphs_of_file
from agreements.services.file_check import FileCheck, check_paragraphs, kinds
from ksd.core.errors import DomainError

NOTHING, FAULTS, UNREADABLE = 0, 1, 2


class Command(BaseCommand):
    """Exit code 0: nothing must be mended; 1: something must; 2: the file or the kind cannot be read."""

    help = (
        "Memeriksa berkas naskah (.docx atau teks) terhadap peraturan. Kode keluar: 0 tidak ada yang wajib diperbaiki, "
        "1 ada yang wajib diperbaiki, 2 berkas atau jenisnya tidak dapat dibaca."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, its kind, and whether machines read the answer."""
        parser.add_argument("file", type=Path, help="Berkas .docx atau teks UTF-8.")
        parser.add_argument("--kind", required=True, help=f"Jenis naskah: {', '.join(kinds())}.")
        parser.add_argument("--json", action="store_true", help="Tulis hasilnya sebagai JSON.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read, check, print; the exit code says whether something must be mended."""
        path: Path = options["file"]
        try:
            paragraphs = paragraphs_of_file(path.name, path.read_bytes())
            result = check_paragraphs(paragraphs, options["kind"])
        except OSError as error:
            raise CommandError(
                f"{path}: tidak dapat dibaca ({error.strerror}). Periksa nama dan izinnya.",
                returncode=UNREADABLE,
            ) from error
        except UnreadableFileError as error:
            raise CommandError(f"{path}: {error}", returncode=UNREADABLE) from error
        except DomainError as error:
            raise CommandError(f"{error} {error.remedy}", returncode=UNREADABLE) from error
        told = as_json(path, result) if options["json"] else as_text(path, result)
        self.stdout.write(told)
        if blocking(result.findings):
            raise SystemExit(FAULTS)


def as_json(path: Path, result: FileCheck) -> str:
    """The findings for a machine: rule, article, severity, place, line, message, remedy."""
    data = {
        "file": path.name,
        "kind": f"{result.family}.{result.rule.code}",
        "title": result.reading.title,
        "blocking": len(blocking(result.findings)),
        "findings": [_row(result, finding) for finding in result.findings],
        "unplaced": [{"line": row.line, "text": row.text} for row in result.reading.unplaced],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _row(result: FileCheck, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.code,
        "article": finding.article,
        "severity": finding.severity,
        "place": finding.place,
        "line": result.line_of(finding),
        "message": finding.message,
        "remedy": finding.remedy,
    }


def as_text(path: Path, result: FileCheck) -> str:
    """The findings for a person, one block each."""
    must = len(blocking(result.findings))
    lines = [f"{path.name}: {result.rule.label}, {len(result.findings)} temuan, {must} wajib diperbaiki."]
    for finding in result.findings:
        mark = "WAJIB" if finding.severity == "blocking" else "PERIKSA"
        line = result.line_of(finding)
        place = f"{finding.place}, alinea {line}" if line else finding.place
        lines += [
            "",
            f"[{mark}] {place}: {finding.message}",
            f"    {finding.remedy}",
            f"    {finding.article} ({finding.code})",
        ]
    if result.reading.unplaced:
        lines += ["", "Tidak terbaca sebagai bagian naskah:"]
        lines += [f"    alinea {row.line}: {row.text[:100]}" for row in result.reading.unplaced]
    return "\n".join(lines)
