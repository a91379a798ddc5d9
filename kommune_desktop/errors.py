"""The one kind of error that a person can mend."""

from __future__ import annotations


class UserError(Exception):
    """Something went wrong that the person in front of the program can mend.

    The error carries no sentence: ``key`` names a text in ``resources/texts`` (section ``error``) that says what
    happened and what to do; ``params`` fill its placeholders. So the same error reads well in every language,
    on screen and on the command line.

    Attributes:
        key: Name of the text, without the section.
        params: Values for the placeholders of the text.
        problems: The single findings behind a summary, for example one for each bad row of a file.
    """

    def __init__(self, key: str, /, *, problems: tuple[UserError, ...] = (), **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params
        self.problems = problems

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.key}({shown})"
