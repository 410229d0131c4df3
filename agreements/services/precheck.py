"""What is missing or inconsistent before an act, each finding with its article (F11)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from agreements.law.schema import Arrow, DocumentKind, Question
from agreements.models import Answer, Case, CaseDocument, CaseEvent, Party
from agreements.naskah.checks import Finding
from agreements.services.needs import uses_code
from agreements.services.partner_classes import class_findings
from agreements.services.silence import silence_findings
from regions.adjacency import are_adjacent

# The urusan a region may cooperate about, where the pack names no article of its own.
URUSAN_ARTICLE = "Pasal 12 UU 23/2014"


def proposal_findings(case: Case) -> list[Finding]:
    """Everything a proposal lacks before it goes to the TKKSD."""
    findings = [
        *_party_findings(case),
        *class_findings(case),
        *_field_findings(case),
        *_question_findings(case),
        *permit_findings(case),
        *silence_findings(case),
    ]
    for code in needed_documents(case, submitting_arrow(case)):
        findings += document_findings(case, case.pack.document(code))
    return findings


def submitting_arrow(case: Case) -> Arrow:
    """The act with which a proposal goes to the TKKSD: the one that checks completeness."""
    return next(arrow for arrow in case.pack.arrows if "complete" in arrow.checks and case.knows(arrow))


def is_editable(case: Case) -> bool:
    """Whether the proposal itself may still be changed: before it is submitted, or after it was returned."""
    return case.state in submitting_arrow(case).sources


def needed_documents(case: Case, arrow: Arrow) -> tuple[str, ...]:
    """The papers an act asks for in this kind of cooperation; submitting asks for those of the request too."""
    request = case.pack.request(case.request_type) if "complete" in arrow.checks else None
    codes = (*arrow.documents, *(request.documents if request else ()))
    return tuple(code for code in dict.fromkeys(codes) if uses_code(case, code))


def _party_findings(case: Case) -> list[Finding]:
    wanted = case.kind_rule.partner
    if case.partners:
        wrong = [p.name for p in case.partners if (p.region_id is None) == (wanted == "region")]
        if not wrong:
            return []
        message = _("Mitra %(names)s tidak cocok dengan jenis %(kind)s.") % {
            "names": ", ".join(wrong),
            "kind": case.kind_label,
        }
    else:
        message = _("Mitra kerja sama belum dipilih.")
    return [
        blocking("mitra", message, case.kind_rule.article, "pihak", _("Pilih mitra pada langkah Para pihak."))
    ]


def permit_findings(case: Case) -> list[Finding]:
    """Permits the law wants of partners of this class and that their record does not name."""
    return [
        blocking(
            rule.field,
            _("%(partner)s belum mempunyai %(permit)s.") % {"partner": party.name, "permit": rule.label},
            rule.article,
            "pihak",
            _("Lengkapi data mitra pada langkah Para pihak."),
        )
        for party in case.partners
        for rule in case.kind_rule.permits
        if party.partner
        and party.partner.partner_class == rule.partner_class
        and not getattr(party.partner, rule.field)
    ]


def _field_findings(case: Case) -> list[Finding]:
    findings = []
    if not case.urusan.exists():
        findings.append(
            blocking(
                "urusan",
                _("Urusan pemerintahan belum dipilih."),
                case.pack.urusan_article or URUSAN_ARTICLE,
                "data",
                _("Pilih paling sedikit satu urusan."),
            )
        )
    umbrella = max(case.pack.naskah, key=lambda rule: rule.max_years)
    longest = umbrella.max_years
    if longest and case.proposed_years > longest:
        findings.append(
            blocking(
                "jangka_waktu",
                _("Jangka waktu %(years)d tahun melebihi batas %(max)d tahun.")
                % {"years": case.proposed_years, "max": longest},
                umbrella.max_years_article or umbrella.article,
                "data",
                _("Kurangi jangka waktu; kesepakatan dapat diperpanjang kemudian."),
            )
        )
    return findings


def _question_findings(case: Case) -> list[Finding]:
    answers = {answer.question: answer for answer in case.answers.all() if answer.party_id is None}
    findings = []
    for question in case.kind_rule.questions:
        finding = _answer_finding(case, question, answers.get(question.code))
        if finding:
            findings.append(finding)
    return findings


def _answer_finding(case: Case, question: Question, answer: Answer | None) -> Finding | None:
    where = "pertanyaan"
    if answer is None:
        return blocking(
            question.code, _("Belum dijawab: %s") % question.text, question.article, where, _("Jawab.")
        )
    if question.reason_required and not answer.reason.strip():
        return blocking(
            question.code,
            _("Belum ada alasan untuk: %s") % question.text,
            question.article,
            where,
            _("Isi alasan."),
        )
    if question.expected is not None and answer.yes != question.expected:
        return blocking(
            question.code,
            _("Jawaban atas “%(text)s” tidak sesuai dengan jenis %(kind)s.")
            % {"text": question.text, "kind": case.kind_label},
            question.article,
            where,
            _("Periksa jawabannya, atau ubah jenis kerja samanya."),
        )
    return _border_finding(case, question, answer)


def _border_finding(case: Case, question: Question, answer: Answer) -> Finding | None:
    """A warning when the register of borders says that a region borders none of the others."""
    if question.code != "berbatasan" or not answer.yes:
        return None
    regions = [party.region for party in case.parties.all() if party.region]
    apart = [
        region.full_name
        for region in regions[1:]
        if all(are_adjacent(other, region) is False for other in regions if other != region)
    ]
    if not apart:
        return None
    return Finding(
        code="berbatasan",
        severity="warning",
        message=_("Tabel batas tidak mencatat perbatasan dengan %s.") % ", ".join(apart),
        article=question.article,
        place="pertanyaan",
        remedy=_("Periksa jawaban, atau mintalah tabel perbatasan wilayah diperbarui."),
    )


def arrow_findings(
    case: Case, arrow: Arrow, *, with_proof: bool = False, by: Party | None = None
) -> list[Finding]:
    """The papers an act still lacks; one already used for the same act, or another party's, counts as missing."""
    findings: list[Finding] = []
    proof = (arrow.proof,) if with_proof and arrow.proof else ()
    for code in dict.fromkeys((*needed_documents(case, arrow), *proof)):
        findings += document_findings(case, case.pack.document(code), fresh_for=arrow, by=by)
    return findings


def document_findings(
    case: Case, rule: DocumentKind, fresh_for: Arrow | None = None, by: Party | None = None
) -> list[Finding]:
    """What one paper lacks: the paper itself, its number, its file, or one of its items."""
    document = CaseDocument.objects.current().filter(case=case, kind=rule.code).first()
    place = f"dokumen-{rule.code}"
    if document is None or _already_used(document, fresh_for, by):
        theirs = by if document and by and _is_anothers(document, fresh_for, by) else None
        text = _("%s belum ada.") % (f"{rule.label} {theirs.short_name}" if theirs else rule.label)
        return [blocking(rule.code, text, rule.article, place, _("Isi atau unggah dokumen itu."))]
    findings = [
        blocking(
            item.code,
            _("%(doc)s: “%(item)s” belum diisi.") % {"doc": rule.label, "item": item.label},
            item.article or rule.article,
            place,
            _("Lengkapi isian itu."),
        )
        for item in rule.items
        if item.required and not str(document.fields.get(item.code, "")).strip()
    ]
    findings += _unexplained(rule, document)
    if rule.numbered and not (document.number and document.dated):
        text = _("%s: nomor dan tanggal surat belum diisi.") % rule.label
        findings.append(blocking(rule.code, text, rule.article, place, _("Isi nomor dan tanggal.")))
    if rule.file == "required" and document.file_id is None:
        text = _("%s: berkas belum diunggah.") % rule.label
        findings.append(blocking(rule.code, text, rule.article, place, _("Unggah berkasnya.")))
    return findings


def _unexplained(rule: DocumentKind, document: CaseDocument) -> list[Finding]:
    """Judgements other than the plain good one (the first choice) that say nothing of why."""
    place = f"dokumen-{rule.code}"
    found = []
    for item in rule.items:
        judged = str(document.fields.get(item.code, ""))
        remark = str(document.fields.get(f"{item.code}_catatan", "")).strip()
        if item.note and judged and judged != item.choices[0][0] and not remark:
            words = {"doc": rule.label, "item": item.label, "judged": dict(item.choices).get(judged, judged)}
            message = _("%(doc)s: “%(item)s” dinilai “%(judged)s” tanpa catatan.") % words
            found.append(blocking(item.code, message, item.article, place, _("Tuliskan catatannya.")))
    return found


def _is_anothers(document: CaseDocument, arrow: Arrow | None, by: Party | None) -> bool:
    """Whether this revision is the answer of another of the parties that must each give theirs."""
    each = arrow is not None and arrow.each and by is not None
    return bool(each and document.party_id not in (None, by.pk if by else None))


def _already_used(document: CaseDocument, arrow: Arrow | None, by: Party | None) -> bool:
    """Whether an act that repeats (a report, a second request, an answer of each party) has used this very revision."""
    if _is_anothers(document, arrow, by):
        return True
    if arrow is None or not (arrow.each or arrow.anew or arrow.target in arrow.sources):
        return False
    return CaseEvent.objects.filter(case=document.case_id, arrow=arrow.code, documents=document).exists()


def blocking(code: str, message: str, article: str, place: str, remedy: str) -> Finding:
    """A finding that stops the act."""
    return Finding(
        code=code, severity="blocking", message=message, article=article, place=place, remedy=remedy
    )


def blocked(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stop an act."""
    return [finding for finding in findings if finding.severity == "blocking"]
