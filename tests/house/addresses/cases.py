"""Addresses of cases and their texts."""

from tests.house.addresses.world import (
    CLOSED,
    FORM,
    HIDDEN,
    NEVER,
    OPEN,
    READ,
    SENT,
    Rule,
    bare,
    of_case,
    of_text,
    scope_clause,
    third_party,
)

RULES: dict[str, Rule] = {
    "agreements:case_list": Rule(bare, OPEN, NEVER),
    "agreements:similar": Rule(bare, OPEN, NEVER),
    "agreements:case_new": Rule(
        bare, "403/200 observer 403 admin 403 stranger 200", "403/422 observer 403 admin 403 stranger 422"
    ),
    "agreements:partner_new": Rule(
        bare, "403/200 observer 403 admin 403 stranger 200", "403/422 observer 403 admin 403 stranger 422"
    ),
    "agreements:partner_edit": Rule(
        third_party, "404/403 officer 200 partner 404", "404/403 officer 422 partner 404"
    ),
    "agreements:partner_logo": Rule(third_party, HIDDEN, NEVER),
    "agreements:case": Rule(of_case(), READ, NEVER),
    "agreements:proposal": Rule(of_case(step="data"), CLOSED, CLOSED),
    "agreements:party_add": Rule(of_case(), NEVER, CLOSED),
    "agreements:party_remove": Rule(lambda w: of_case(pk=w.play.parties()[1].pk)(w), NEVER, CLOSED),
    "agreements:paper": Rule(of_case(kind="surat_penawaran"), READ, "404/422"),
    "agreements:paper_template": Rule(of_case(kind="kak"), READ, NEVER),
    "agreements:paper_file": Rule(of_case(kind="surat_penawaran", revision=1), READ, NEVER),
    "agreements:act": Rule(of_case(code="akhiri"), FORM, SENT),
    "agreements:clause_list": Rule(bare, OPEN, NEVER),
    "agreements:clause": Rule(scope_clause, OPEN, NEVER),
    "agreements:clause_edit": Rule(
        scope_clause, "403 biro 200 admin 200 stranger_admin 200", "403 biro 422 admin 422 stranger_admin 422"
    ),
    "agreements:naskah": Rule(of_text(), READ, NEVER),
    "agreements:naskah_version": Rule(of_text(number=1), READ, NEVER),
    "agreements:naskah_words": Rule(of_text(number=1), READ, NEVER),
    "agreements:naskah_pdf": Rule(of_text(), NEVER, "404/302"),
    "agreements:naskah_file": Rule(lambda w: of_text(job=w.job.public_id)(w), HIDDEN, NEVER),
    "agreements:naskah_print": Rule(of_text(), READ, NEVER),
    "agreements:naskah_emblem": Rule(lambda w: of_text(stored=w.upload.file_id)(w), HIDDEN, NEVER),
    "agreements:naskah_edit": Rule(of_text(), CLOSED, NEVER),
    "agreements:naskah_frame": Rule(of_text(), CLOSED, CLOSED),
    "agreements:naskah_part": Rule(of_text(part="konsiderans"), CLOSED, CLOSED),
    "agreements:naskah_pasal_add": Rule(of_text(), CLOSED, CLOSED),
    "agreements:naskah_pasal_move": Rule(of_text(clause="ruang_lingkup"), NEVER, CLOSED),
    "agreements:finding_repair": Rule(of_text(key="0123456789abcdef"), NEVER, CLOSED),
    "agreements:naskah_pasal_remove": Rule(of_text(clause="ruang_lingkup"), CLOSED, CLOSED),
    "agreements:naskah_annex_add": Rule(of_text(), CLOSED, CLOSED),
    "agreements:naskah_annex_remove": Rule(of_text(number=1), CLOSED, CLOSED),
    "agreements:naskah_share": Rule(of_text(), CLOSED, CLOSED),
    "agreements:naskah_approve": Rule(of_text(order=1), CLOSED, CLOSED),
    "agreements:naskah_return": Rule(of_text(order=1), CLOSED, CLOSED),
    "agreements:naskah_reopen": Rule(of_text(), FORM, SENT),
    "agreements:naskah_cancel": Rule(of_text(), FORM, SENT),
    "agreements:naskah_signer": Rule(of_text(order=1), FORM, SENT),
    "agreements:naskah_sign": Rule(of_text(order=1), FORM, SENT),
    "agreements:signed_copy": Rule(lambda w: {"public_id": w.umbrella.public_id, "order": 1}, READ, NEVER),
    "agreements:signed_copy_add": Rule(of_text(order=1), CLOSED, CLOSED),
    "agreements:naskah_new": Rule(of_case(kind="pks"), FORM, SENT),
}
