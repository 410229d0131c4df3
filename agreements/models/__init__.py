"""The cooperation case and everything it holds."""

from agreements.models.addendum import Addendum
from agreements.models.approval_steps import ApprovalStep, VersionStep
from agreements.models.budgets import BudgetLine, Realisation
from agreements.models.case import Case, CaseEvent, Party
from agreements.models.clauses import Clause, ClauseFallback, ClauseVersion
from agreements.models.comments import Comment
from agreements.models.copies import Copy, CopyMove
from agreements.models.correspondence import IssuedNumber, LetterSetting, NumberSeries, PaperTemplate
from agreements.models.documents import Answer, CaseDocument
from agreements.models.dprd import DprdLetter, DprdTrack
from agreements.models.drafts import NaskahDraft, NaskahPresence
from agreements.models.esign import PdfReading, SignRequest
from agreements.models.evaluations import Evaluation, EvaluationAnswer, HealthOverride
from agreements.models.extension import Extension
from agreements.models.goals import CaseGoal, Goal, GoalReport, GoalTarget
from agreements.models.issued import IssuedEntry, IssuedFile
from agreements.models.law_changes import CitedLaws, LawChange
from agreements.models.ledger import LedgerAnchor, LedgerEntry
from agreements.models.naskah import Naskah, NaskahApproval, NaskahParty, NaskahVersion
from agreements.models.negotiation import ClausePosition, GuestLink, GuestUse, NegotiatedClause
from agreements.models.obligations import Obligation, ObligationEntry
from agreements.models.office_settings import OfficeSetting
from agreements.models.partner import Partner
from agreements.models.plans import ActionPlan, Milestone, PlanConfirmation, PlanRevision, ProgressEntry
from agreements.models.proceedings import Proceeding, ProceedingEntry
from agreements.models.reports import CaseReport, ReportPart, ReportStep
from agreements.models.signing import Courier, ReplacedCopy, SigningCheck, SigningEvent, SigningMark
from agreements.models.succession import PartySuccession
from agreements.models.team_reports import TeamReport
from agreements.models.teams import Recommendation, Review, Team, TeamMember
from agreements.models.triage import IntakeTriage
from agreements.models.word import WordReturn

__all__ = [
    "ActionPlan",
    "Addendum",
    "Answer",
    "ApprovalStep",
    "BudgetLine",
    "Case",
    "CaseDocument",
    "CaseEvent",
    "CaseGoal",
    "CaseReport",
    "CitedLaws",
    "Clause",
    "ClauseFallback",
    "ClausePosition",
    "ClauseVersion",
    "Comment",
    "Copy",
    "CopyMove",
    "Courier",
    "DprdLetter",
    "DprdTrack",
    "Evaluation",
    "EvaluationAnswer",
    "Extension",
    "Goal",
    "GoalReport",
    "GoalTarget",
    "GuestLink",
    "GuestUse",
    "HealthOverride",
    "IntakeTriage",
    "IssuedEntry",
    "IssuedFile",
    "IssuedNumber",
    "LawChange",
    "LedgerAnchor",
    "LedgerEntry",
    "LetterSetting",
    "Milestone",
    "Naskah",
    "NaskahApproval",
    "NaskahDraft",
    "NaskahParty",
    "NaskahPresence",
    "NaskahVersion",
    "NegotiatedClause",
    "NumberSeries",
    "Obligation",
    "ObligationEntry",
    "OfficeSetting",
    "PaperTemplate",
    "Partner",
    "Party",
    "PartySuccession",
    "PdfReading",
    "PlanConfirmation",
    "PlanRevision",
    "Proceeding",
    "ProceedingEntry",
    "ProgressEntry",
    "Realisation",
    "Recommendation",
    "ReplacedCopy",
    "ReportPart",
    "ReportStep",
    "Review",
    "SignRequest",
    "SigningCheck",
    "SigningEvent",
    "SigningMark",
    "Team",
    "TeamMember",
    "TeamReport",
    "VersionStep",
    "WordReturn",
]
