"""Reads a program through AT-SPI over D-Bus, as a screen reader does. Knows nothing of how the program is made."""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Self, TypeVar

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

REPLY_SECONDS = 20
WAIT_SECONDS = 15
POLL_SECONDS = 0.02

_ACCESSIBLE, _ACTION, _TEXT, _VALUE = (f"org.a11y.atspi.{part}" for part in ("Accessible", "Action", "Text", "Value"))
_TABLE, _SELECTION, _EVENT = "org.a11y.atspi.Table", "org.a11y.atspi.Selection", "org.a11y.atspi.Event.Object"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_NOTHING = "/org/a11y/atspi/null"
_LABELLED_BY = 2
# The states that the tests ask for, by their bit in AtspiStateType.
_STATE_BITS = {
    "active": 1, "checked": 4, "collapsed": 5, "defunct": 6, "editable": 7, "enabled": 8, "expandable": 9,
    "expanded": 10, "focusable": 11, "focused": 12, "modal": 16, "selectable": 22, "selected": 23, "sensitive": 24,
    "showing": 25, "visible": 30, "checkable": 41, "read-only": 43,
}  # fmt: skip
_MANY_CHILDREN = {"table", "tree", "tree table", "list", "list box"}
_ITEMS = {"list item", "table cell", "tree item", "column header", "row header"}
_CELLS_AT_ONCE = 500

Result = TypeVar("Result")


class Gone(Exception):  # noqa: N818 - it happens all the time
    """The object that was asked is no longer there."""


@dataclass(frozen=True)
class Thing:
    """Reference to an object on the accessibility bus."""

    bus: str
    path: str


@dataclass(frozen=True)
class Seen:
    """What a screen reader says of an object at a moment.

    Attributes:
        states: Names as in AT-SPI.
        parent: The object around it; ``None`` for the root of the walk.
    """

    thing: Thing
    role: str
    name: str
    states: frozenset[str]
    parent: Seen | None = field(default=None, repr=False, compare=False)

    @property
    def way(self) -> str:
        """The named objects around it and itself, to find it by."""
        return " > ".join(f"{seen.role} {seen.name!r}" for seen in [*reversed(list(self.around())), self] if seen.name)

    @property
    def widget(self) -> Seen:
        """Where Tab leads to: for an item or a cell the list or table around it, else the object itself."""
        if self.role not in _ITEMS:
            return self
        return next((seen for seen in self.around() if seen.role in _MANY_CHILDREN), self)

    def around(self) -> Iterator[Seen]:
        """The objects around it, from the inside out."""
        seen = self.parent
        while seen is not None:
            yield seen
            seen = seen.parent


class ScreenReader:
    """A connection to the accessibility bus. Notes where the focus goes, and what is announced, as it is told."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address)
        self._told_focus: Thing | None = None
        self._announced: list[str] = []
        focus = MatchRule(type="signal", interface=_EVENT, member="StateChanged")
        focus.add_arg_condition(0, "focused")
        announcement = MatchRule(type="signal", interface=_EVENT, member="Announcement")
        for rule in (focus, announcement):
            self._ask(message_bus.AddMatch(rule))
        registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        for event in ("object:state-changed:focused", "window:activate", "object:announcement"):
            self._ask(new_method_call(registry, "RegisterEvent", "s", (event,)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    # Looking -------------------------------------------------------------------------------------------------

    def application(self, pid: int) -> Thing | None:
        """The root of the program with a process id, once it is on the bus."""
        for thing in self._children([Thing(_REGISTRY, _ROOT)])[0]:
            if self._pid(thing) == pid:
                return thing
        return None

    def tree(self, root: Thing, *, hidden: bool = False, cells: bool = False) -> list[Seen]:
        """Everything below a root that shows, in the order of reading.

        Args:
            hidden: What does not show as well, such as closed menus and pages in the background.
            cells: The cells of tables and the items of lists and trees as well.
        """
        top = self._look([(root, None)])
        found: dict[Thing, list[Seen]] = {}
        level = top
        while level:
            open_ = [seen for seen in level if cells or seen.role not in _MANY_CHILDREN]
            children = self._children([seen.thing for seen in open_])
            pairs = [(child, seen) for seen, below in zip(open_, children, strict=True) for child in below]
            level = [seen for seen in self._look(pairs) if hidden or "showing" in seen.states]
            for seen in level:
                if seen.parent is not None:
                    found.setdefault(seen.parent.thing, []).append(seen)
        return [seen for one in top for seen in _in_order(one, found)]

    def look(self, thing: Thing) -> Seen:
        """An object with everything around it.

        Raises:
            Gone: It is no longer there.
        """
        chain = [thing]
        while (above := self._parent(chain[-1])) is not None:
            chain.append(above)
        seen = self._look([(one, None) for one in reversed(chain)])
        if len(seen) < len(chain):
            raise Gone
        return functools.reduce(lambda around, inner: replace(inner, parent=around), seen)

    def focused(self, root: Thing) -> Seen | None:
        """The object that has the keyboard as the program has told, or that says so when nothing was told yet."""
        self._listen()
        if self._told_focus is None:
            return next((seen for seen in self.tree(root) if {"focused", "focusable"} <= seen.states), None)
        with contextlib.suppress(Gone):
            seen = self.look(self._told_focus)
            if "focused" in seen.states:
                return seen
        return None

    def announced(self) -> list[str]:
        """All that programs have announced so far, oldest first."""
        self._listen()
        return self._announced

    def is_gone(self, root: Thing) -> bool:
        """Whether a program has left the bus. Then all that it has told before has arrived."""
        return not self._pid(root)

    # Asking one object ---------------------------------------------------------------------------------------

    def label(self, thing: Thing) -> str:
        """The words of the label that belongs to an object."""
        for relation, targets in self._call(thing, _ACCESSIBLE, "GetRelationSet")[0]:
            if relation == _LABELLED_BY:
                return " ".join(
                    seen.name for seen in self._look([(Thing(*target), None) for target in targets])
                ).strip()
        return ""

    def description(self, thing: Thing) -> str:
        """What is said of an object beside its name."""
        return str(self._property(thing, _ACCESSIBLE, "Description"))

    def text(self, thing: Thing) -> str:
        """The text in a field."""
        return str(self._call(thing, _TEXT, "GetText", "ii", (0, -1))[0])

    def value(self, thing: Thing) -> float:
        """The value of a bar or a spin box."""
        return float(self._property(thing, _VALUE, "CurrentValue"))

    def actions(self, thing: Thing) -> list[str]:
        """What can be done with an object."""
        return [str(name) for name, *_ in self._call(thing, _ACTION, "GetActions")[0]]

    def act(self, thing: Thing, action: str) -> None:
        """Do something with an object, for example ``Press``."""
        if not self._call(thing, _ACTION, "DoAction", "i", (self.actions(thing).index(action),))[0]:
            raise AssertionError(f"{self.look(thing).way} refuses {action}")

    def heads(self, table: Thing) -> list[str]:
        """The heads of a table's columns."""
        count = int(self._property(table, _TABLE, "NColumns"))
        calls = [_message(table, _TABLE, "GetColumnHeader", "i", (column,)) for column in range(count)]
        return self._names(calls)

    def cells(self, table: Thing) -> list[list[str]]:
        """The words in the cells of a table, row by row."""
        rows, columns = (int(self._property(table, _TABLE, name)) for name in ("NRows", "NColumns"))
        calls = [
            _message(table, _TABLE, "GetAccessibleAt", "ii", (row, column))
            for row in range(rows)
            for column in range(columns)
        ]
        words = self._names(calls)
        return [words[row * columns : (row + 1) * columns] for row in range(rows)]

    def items(self, thing: Thing) -> list[Seen]:
        """The children of a list, table or tree, cells included."""
        return self._look([(child, None) for child in self._children([thing])[0]])

    # Calls ---------------------------------------------------------------------------------------------------

    def _look(self, things: Sequence[tuple[Thing, Seen | None]]) -> list[Seen]:
        """Role, name and states of many objects in one go; those that are gone are left out."""
        calls = []
        for thing, _ in things:
            calls += [
                _message(thing, _ACCESSIBLE, "GetRoleName"),
                _message(thing, _PROPERTIES, "Get", "ss", (_ACCESSIBLE, "Name")),
                _message(thing, _ACCESSIBLE, "GetState"),
            ]
        replies = self._ask_all(calls)
        seen = []
        for place, (thing, parent) in enumerate(things):
            role, name, states = replies[3 * place : 3 * place + 3]
            if role is not None and name is not None and states is not None:
                seen.append(Seen(thing, role[0], name[0][1], _states(states[0]), parent))
        return seen

    def _names(self, calls: list[Message]) -> list[str]:
        """The names of the objects that calls return."""
        replies = self._ask_all(calls)
        names = self._ask_all(
            [_message(Thing(*reply[0]), _PROPERTIES, "Get", "ss", (_ACCESSIBLE, "Name")) for reply in replies if reply]
        )
        return [str(name[0][1]) if name else "" for name in names]

    def _children(self, things: Iterable[Thing]) -> list[list[Thing]]:
        replies = self._ask_all([_message(thing, _ACCESSIBLE, "GetChildren") for thing in things])
        return [[Thing(*child) for child in reply[0] if child[1] != _NOTHING] if reply else [] for reply in replies]

    def _parent(self, thing: Thing) -> Thing | None:
        parent = Thing(*self._property(thing, _ACCESSIBLE, "Parent"))
        return parent if parent.bus == thing.bus and parent.path != _NOTHING else None

    def _pid(self, thing: Thing) -> int:
        reply = self._ask_all([message_bus.GetConnectionUnixProcessID(thing.bus)])[0]
        return int(reply[0]) if reply else 0

    def _property(self, thing: Thing, interface: str, name: str) -> Any:
        return self._call(thing, _PROPERTIES, "Get", "ss", (interface, name))[0][1]

    def _call(
        self, thing: Thing, interface: str, method: str, kinds: str | None = None, values: tuple[object, ...] = ()
    ) -> Any:
        return self._ask(_message(thing, interface, method, kinds, values))

    def _ask(self, message: Message) -> Any:
        reply = self._ask_all([message])[0]
        if reply is None:
            raise Gone
        return reply

    def _ask_all(self, messages: Sequence[Message]) -> list[Any]:
        """The bodies of the replies; ``None`` where one is an error. Sent together, because each way takes its time."""
        replies: list[Any] = []
        for start in range(0, len(messages), _CELLS_AT_ONCE):
            replies += self._ask_some(messages[start : start + _CELLS_AT_ONCE])
        return replies

    def _ask_some(self, messages: Sequence[Message]) -> list[Any]:
        places: dict[int, int] = {}
        for place, message in enumerate(messages):
            serial = next(self._connection.outgoing_serial)
            places[serial] = place
            self._connection.send(message, serial=serial)
        replies: list[Any] = [None] * len(messages)
        while places:
            message = self._connection.receive(timeout=REPLY_SECONDS)
            place_ = places.pop(message.header.fields.get(HeaderFields.reply_serial, -1), None)
            if place_ is None:
                self._hear(message)
            elif message.header.message_type is MessageType.method_return:
                replies[place_] = message.body
        return replies

    def _listen(self) -> None:
        """Take in what the program has told of itself."""
        with contextlib.suppress(TimeoutError):
            while True:
                self._hear(self._connection.receive(timeout=0))

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        if fields.get(HeaderFields.member) == "StateChanged" and message.body[:2] == ("focused", 1):
            self._told_focus = Thing(fields[HeaderFields.sender], fields[HeaderFields.path])
        elif fields.get(HeaderFields.member) == "Announcement":
            self._announced.append(str(message.body[3][1]))


def wait_for(condition: Callable[[], Result | None], what: str, seconds: float = WAIT_SECONDS) -> Result:
    """What a condition returns as soon as it is neither ``None`` nor false.

    Raises:
        AssertionError: It did not come in time; names what was waited for.
    """
    deadline = time.monotonic() + seconds
    while True:
        with contextlib.suppress(Gone):
            result = condition()
            if result:
                return result
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s in vain for: {what}")
        time.sleep(POLL_SECONDS)


def _message(
    thing: Thing, interface: str, method: str, kinds: str | None = None, values: tuple[object, ...] = ()
) -> Message:
    return new_method_call(DBusAddress(thing.path, thing.bus, interface), method, kinds, values)


def _states(bits: Sequence[int]) -> frozenset[str]:
    whole = bits[0] | bits[1] << 32
    return frozenset(name for name, bit in _STATE_BITS.items() if whole >> bit & 1)


def _in_order(seen: Seen, children: dict[Thing, list[Seen]]) -> Iterator[Seen]:
    yield seen
    for child in children.get(seen.thing, []):
        yield from _in_order(child, children)
