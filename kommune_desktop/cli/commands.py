"""What the commands do. Each says in one text what it has done.

They import what they need when they run: ``--help`` and a mistyped word should answer at once.
"""

from __future__ import annotations

import argparse
import json

from kommune_desktop.core.questionnaire import Text
from kommune_desktop.core.round import STANDARD_GROUPS, Group, GroupKind
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts


def demo(options: argparse.Namespace, words: Texts) -> str:
    """Make the demo municipality."""
    from kommune_desktop.workflow.demo import create_demo  # noqa: PLC0415

    create_demo(options.file).close()
    return words("cli.done.demo", path=options.file)


def new(options: argparse.Namespace, words: Texts) -> str:
    """Make an empty store."""
    from kommune_desktop.db import Store  # noqa: PLC0415

    Store.create(options.file, options.municipality).close()
    return words("cli.done.new", path=options.file)


def round_add(options: argparse.Namespace, words: Texts) -> str:
    """Add a round."""
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import add_round  # noqa: PLC0415

    groups = _groups(options.groups) if options.groups is not None else STANDARD_GROUPS
    with Store.open(options.file) as store:
        added = add_round(
            store,
            title=options.title,
            groups=groups,
            questionnaire_id=options.questionnaire or DEFAULT_QUESTIONNAIRE,
        )
    return words("cli.done.round", id=added.id, title=added.title)


def _groups(text: str) -> tuple[Group, ...]:
    """The groups of ``ID:joint|individual,...``; standard ids bring their titles."""
    titles = {group.id: group.title for group in STANDARD_GROUPS}
    groups = []
    for part in text.split(","):
        group_id, colon, kind = part.strip().partition(":")
        if not colon or not group_id or kind not in set(GroupKind):
            raise UserError("round.group_syntax", text=part)
        groups.append(Group(group_id, titles.get(group_id, Text({"de": group_id})), GroupKind(kind)))
    return tuple(groups)


def import_(options: argparse.Namespace, words: Texts) -> str:
    """Take in the answers of a file, or propose what its columns mean."""
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.importing import import_answers, read_mapping  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    if options.write_mapping:
        return _write_mapping(options, words)
    mapping = read_mapping(options.mapping) if options.mapping else None
    with Store.open(options.file) as store:
        round_ = find_round(store, options.round)
        done = import_answers(store, round_, options.answers, mapping=mapping, worksheet=options.worksheet)
    sheets, answers = words.count("count.sheets", done.sheets), words.count("count.answers", done.answers)
    return words("cli.done.import", sheets=sheets, answers=answers)


def _write_mapping(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.importing import write_mapping  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    with Store.open(options.file, readonly=True) as store:
        round_ = find_round(store, options.round)
        unmapped = write_mapping(round_, options.answers, options.write_mapping, options.worksheet)
    return words("cli.done.mapping", path=options.write_mapping, unmapped=", ".join(unmapped) or "–")


def results(options: argparse.Namespace, _: Texts) -> str:
    """All figures of a round as JSON."""
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.reports import round_figures  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    with Store.open(options.file, readonly=True) as store:
        figures = round_figures(store, find_round(store, options.round))
    return json.dumps(figures, ensure_ascii=False, indent=2)


def forms(options: argparse.Namespace, words: Texts) -> str:
    """Print paper sheets."""
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow import forms as printing  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    if options.list and options.count is None:
        raise UserError("forms.list_without_count")
    with Store.open(options.file, readonly=options.count is None) as store:
        round_ = find_round(store, options.round)
        common = {"language": options.lang, "layout_target": options.layout}
        if options.count is None:
            printing.print_master(store, round_, options.group, options.output, **common)
            return words("cli.done.form", path=options.output)
        issued = printing.print_set(
            store, round_, options.group, options.count, options.output, list_target=options.list, **common
        )
    sheets = words.count("count.sheets", len(issued.numbers))
    first, last = issued.numbers[0], issued.numbers[-1]
    return words("cli.done.forms", sheets=sheets, first=first, last=last, path=options.output)


def check(options: argparse.Namespace, words: Texts) -> str:
    """Check a store."""
    from kommune_desktop.workflow.checking import check_store  # noqa: PLC0415

    check_store(options.file)
    return words("cli.done.check", path=options.file)


def questionnaire_check(options: argparse.Namespace, words: Texts) -> str:
    """Check a questionnaire."""
    from kommune_desktop.workflow.questionnaires import check_questionnaire  # noqa: PLC0415

    questionnaire = check_questionnaire(options.file)
    questions = words.count("count.questions", len(questionnaire.questions))
    return words("cli.done.questionnaire", path=options.file, questions=questions)
