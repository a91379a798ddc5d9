"""What the parts of a report draw from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kommune_desktop.core.remark import Remark
from kommune_desktop.core.report import ReportKind, ReportOptions
from kommune_desktop.core.results import Findings, History, RoundResults, Trend
from kommune_desktop.core.workshop import Workshop
from kommune_desktop.export.action.context import ActionContext, MeasuresPlan


@dataclass(frozen=True)
class Material:
    """What a report is made from.

    Attributes:
        remarks: The words of the sheets that count, whether they may be published or not.
        logo: PNG.
    """

    municipality: str
    results: RoundResults
    trend: Trend | None
    findings: Findings
    history: History
    workshop: Workshop
    plan: MeasuresPlan
    remarks: Sequence[Remark] = ()
    logo: bytes | None = None


@dataclass(frozen=True)
class DocumentContext(ActionContext):
    """All that a whole report is made from.

    Attributes:
        remarks: By question id, only those that this report may hold.
        logo: PNG.
    """

    kind: ReportKind
    remarks: Mapping[str, Sequence[Remark]]
    options: ReportOptions
    logo: bytes | None
