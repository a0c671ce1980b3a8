"""Names, aliases, domains and owners of outlets.

The table that ships is ``outlets.csv`` beside this file (columns ``name,aliases,domains,owner,kind``; several
aliases or domains are parted by ``|``). A newsroom's own table has the same columns: a row with a name that ships adds
its aliases and domains and overrides owner and kind, any other row is a new outlet, and its names and domains win over
those that ship. An outlet that no table knows keeps the name that it was given.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from claims.errors import SettingsError
from claims.records import Outlet

TABLE = Path(__file__).with_name("outlets.csv")
COLUMNS = ("name", "aliases", "domains", "owner", "kind")
WIRE = "wire"
"""The ``kind`` of outlets whose reports others print."""

_DESCRIPTIONS = (
    "news agency|news service|newswire|wire service|wire|newspaper|paper|tabloid|broadsheet|daily|magazine|weekly"
    "|broadcaster|news site|news website|website|site|news network|network|news channel|channel|reporters?|journalists?"
    "|agency|blog|newsletter|station|portal|outlet"
)
_COUNTRIES = "uk|us|britain|british|american|german|french|italian|spanish|russian|israeli|indian|chinese|japanese"
_AROUND = (
    re.compile(rf"^(?:(?:{_DESCRIPTIONS}) )?(?P<name>.+?)(?: (?:{_DESCRIPTIONS}))?$"),
    re.compile(rf"^(?:{_COUNTRIES}|town|city|capital|country|county|region|island) (?P<name>.+)$"),
    re.compile(rf"^(?:\S+ ){{1,3}}(?:{_DESCRIPTIONS}) (?P<name>.+)$"),
)
"""What stands around an outlet's name: "the ... news agency", "the UK's ...", "the respected Italian newspaper ..."."""
_WORDS = """
    people time science nature insider metro sun mirror express slate vice fortune variety reason salon wired deadline
    stuff quartz dawn i spa app nan pa aa tt bi rt fars mehr welt zeit star standard punch wire nation national hill age
    australian information register conversation observer spectator independent guardian atlantic herald economist
    scotsman onion lancet hindu billboard verge telegraph
"""
_COMMON_WORDS = frozenset(_WORDS.split())
"""Outlets' names that are words too: in small letters they are not taken for the outlet."""
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?=\s|$)")
_REMEMBERED = 256
"""Tables with further outlets in them that are kept: the same articles' outlets are asked for again and again."""
_TITLES = (
    "Bulletin|Post|Times|Herald|Gazette|Tribune|Courier|Chronicle|Examiner|Messenger|Argus|Sentinel|Recorder|Enquirer"
    "|Inquirer|Journal|Telegraph|Echo|Dispatch|Mercury|Advertiser|Gleaner|Observer|Evening News|Daily News|Morning News"
    "|Daily Mail|Daily Mirror"
)
_NEWSPAPER = re.compile(rf"(?:[Tt]he )?(?:[A-Z][\w’'-]+ ){{1,3}}(?:{_TITLES}|Press Agency|News Agency|News Service)")
_KIND = r"(?:(?:Evening|Morning|Daily|Weekly|Sunday|Business|Financial|Farming|Sporting) )?"
_ALL_TITLES = rf"{_TITLES}|Star|Mail|Standard|Ledger|Register|Record|Monitor|Globe|Beacon|Independent|Review|Mirror"
_HEAD = re.compile(
    rf"(?:[Tt]he )?(?:[A-Z][\w’'-]+ )+?(?P<title>{_KIND}(?:{_ALL_TITLES})"
    r"|(?:Business|Financial|Farming|Sporting) (?:Daily|Weekly))"
)
_OF_PLACE = re.compile(rf"(?:[Tt]he )?(?P<title>{_ALL_TITLES}) of [A-Z].*")
"""A newspaper with its place, and what it is called in its place: "Mid Vales Herald", "Herald of Arn": "the Herald"."""
_TAIL = re.compile(
    r"(?P<name>.+?) ?(?:\([^()]+\)|(?:(?:News|Press) (?:Agency|Service|Network|Wire)|Newswire|Wire|Newspapers?|Online"
    r"|Website)(?: [A-Z]{2,5})?)"
)
"""What an outlet's full name ends with and others leave off: "Meridian News Agency", "Echo Online", "Post (Nashua)"."""
_FOR_SHORT = (
    re.compile(r"(?P<name>[A-Z]{3,5})(?: (?:News|TV|Radio|Sport)|(?<=\b[KW]\w\w\w)(?:[ -]\w+){1,2})"),
    re.compile(r"(?P<name>(?:Channel|Radio|TV) (?:\d+|One|Two|Three|Four|Five)) .+"),
    re.compile(r"(?:Agencia|Agence|Agenzia|Agentur|Agencija|Agentia) (?P<name>.+)"),
    re.compile(r"(?P<name>[A-Z]\w+)\.[a-z]{2,}"),
    re.compile(r"(?:The )?(?:Morning|Evening|Daily|Sunday) (?P<name>\S+(?:-| ).+)"),
)
"""What an outlet may be called for short: "CNB News", "KVLO Action 6"; "Channel 8 Arn"; "Agencia Austral"; "NCQ.com";
"The Morning Standard-Times"."""
_SHORTEST = 4
"""Letters that a name cut short must have left: "Sun Online" may not go by "Sun"."""
_AGENCY = re.compile(r"\b(?:Wire|Newswire|Press|Agency|Service)$")
_NO_AGENCY = frozenset({"us", "uk", "eu", "un", "pm", "am", "tv"})
_HOST = re.compile(r"^(?:[a-z0-9-]+\.)+[a-z]{2,}$")


class OutletTable:
    """Finds an outlet by any of its names or by an address."""

    def __init__(self, outlets: Iterable[Outlet], base: OutletTable | None = None) -> None:
        self._base = base
        self._knowing: dict[tuple[Outlet, ...], OutletTable] = {}
        self._outlets: dict[str, Outlet] = {}
        self._names: dict[str, Outlet] = {}
        self._domains: dict[str, Outlet] = {}
        for outlet in outlets:
            self._outlets[outlet.name] = outlet
            for name in (outlet.name, *outlet.aliases):
                self._names[key(name)] = outlet
            for domain in outlet.domains:
                self._domains[domain.lower()] = outlet

    @classmethod
    def load(cls, extra: Path | None = None) -> OutletTable:
        """Return the table that ships, with the rows of ``extra`` (a CSV of the same columns) put over it.

        Raises:
            SettingsError: ``extra`` cannot be read, or a row of it is no outlet; says which and why.
        """
        own = {key(outlet.name): outlet for outlet in (read_outlets(extra) if extra is not None else ())}
        shipped = {key(outlet.name): outlet for outlet in _shipped()}
        rest = [outlet for name, outlet in shipped.items() if name not in own]
        return cls([*rest, *(_extended(shipped[name], o) if name in shipped else o for name, o in own.items())])

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets.values())

    def __len__(self) -> int:
        return len(self._outlets)

    def find(self, name: str) -> Outlet | None:
        """Return the outlet called ``name``: case, "The", dots and "the ... news agency" make no difference."""
        wanted = key(name)
        if wanted in _COMMON_WORDS and name == name.lower():
            return None
        found = self._names.get(wanted)
        address = name.strip().lower()
        if found is None and (_HOST.match(address) or address.startswith(("http://", "https://"))):
            found = self.by_url(address)
        for pattern in _AROUND if found is None else ():
            if described := pattern.match(wanted):
                found = found or self._names.get(described["name"].removeprefix("the "))
        if found is None and self._base is not None:
            found = self._base.find(name)
        return found

    def by_url(self, url: str) -> Outlet | None:
        """Return the outlet whose domain, or a subdomain of it, ``url`` lies on. Looks nothing up on the network."""
        parts = _suffixes()(url)
        labels = [label for label in (*parts.subdomain.split("."), parts.domain, *parts.suffix.split(".")) if label]
        for first in range(len(labels) - 1):
            found = self._domains.get(".".join(labels[first:]).lower())
            if found is not None:
                return found
        return self._base.by_url(url) if self._base is not None else None

    def knowing(self, names: Iterable[str], beside: bool = False) -> OutletTable:
        """Return this table with the outlets ``names`` in it too, each by what it is called for short as well, so that
        "(NPA)" and "Northwater" in an article are understood beside an article of the Northwater Press Agency.

        What two of them would be called is nobody's name. ``beside``: the names are those of a few articles that stand
        beside each other, so that "the Herald" is the Mid Vales Herald there, and not The Herald of the table.
        """
        known = {name: self.find(name) for name in dict.fromkeys(names) if key(name)}
        given = {key(name) for name in known}
        # Beside each other also those that are known by name alone, which the archive added to the table.
        full = [
            name for name, found in known.items() if found is None or (beside and found == Outlet(name, found.aliases))
        ]
        short = {name: [each for each in _short_forms(name) if self._is_free(each, given, beside)] for name in full}
        taken = Counter(key(each) for name in full for each in {name, *short[name]})
        new = [Outlet(name, tuple(each for each in short[name] if taken[key(each)] == 1)) for name in full]
        if not new:
            return self
        if tuple(new) not in self._knowing:
            if len(self._knowing) >= _REMEMBERED:
                self._knowing.clear()
            self._knowing[tuple(new)] = OutletTable(new, self)
        return self._knowing[tuple(new)]

    def _is_free(self, short: str, given: Container[str], beside: bool) -> bool:
        """Tell whether nobody else is called ``short``: nobody at all, or ``beside`` others, none of them."""
        found = self.find(short)
        return found is None or (beside and key(found.name) not in given)

    def canonical(self, name: str) -> str:
        """Return the name that the table lists ``name`` under, or ``name`` itself, trimmed, if it lists none."""
        found = self.find(name)
        return " ".join(name.split()) if found is None else found.name

    def same(self, one: str, other: str) -> bool:
        """Tell whether the two names stand for one outlet."""
        return key(self.canonical(one)) == key(self.canonical(other))

    def is_wire(self, name: str) -> bool:
        """Tell whether ``name`` is a news agency."""
        found = self.find(name)
        return found is not None and found.kind == WIRE


def _short_forms(name: str) -> Iterator[str]:
    """Yield what an outlet may be called for short: its initials, its name without the end that says its kind, and a
    newspaper's without its place."""
    initials = "".join(word[0] for word in re.findall(r"[^\W_]+", name) if word[0].isupper())
    if len(initials) > 2 or (len(initials) == 2 and _AGENCY.search(name) and initials.lower() not in _NO_AGENCY):
        yield initials
    if (cut := _TAIL.fullmatch(name)) and len(key(cut["name"])) >= _SHORTEST and key(cut["name"]) not in _COMMON_WORDS:
        yield cut["name"]
    for pattern in _FOR_SHORT:
        if called := pattern.fullmatch(name):
            yield called["name"]
    if titled := _HEAD.fullmatch(name) or _OF_PLACE.fullmatch(name):
        yield titled["title"]
        if name.endswith(titled["title"]):
            yield f"{titled['title']} of {name.removesuffix(titled['title']).strip()}"
        first, _, rest = name.removeprefix("The ").partition(" ")
        if first and rest != titled["title"] and rest.endswith(titled["title"]):
            yield rest  # "Tessen Valley Echo": "the Valley Echo"


def looks_like_outlet(name: str) -> bool:
    """Tell whether a name is built like a newspaper's: "Merrowgate Bulletin", "the Havelock Herald"."""
    return _NEWSPAPER.fullmatch(name.strip()) is not None


def key(name: str) -> str:
    """Return what two spellings of one outlet's name have in common."""
    text = unicodedata.normalize("NFKC", name).casefold()
    text = _POSSESSIVE.sub("", text.replace("&", " and "))
    text = text.replace(".", "").replace("’", "").replace("'", "")
    text = " ".join(re.findall(r"[^\W_]+", text))
    return text.removeprefix("the ") or text


def read_outlets(path: Path) -> list[Outlet]:
    """Return the outlets of a CSV file with the columns ``name,aliases,domains,owner,kind`` (only ``name`` is needed).

    Raises:
        SettingsError: no such file, no UTF-8, an unknown column, a row without a name, a name or domain that another
            row has, or a domain that is none; says the line and the column.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: the table of outlets cannot be read ({error}); give a UTF-8 CSV file") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path}, line {line}: the text is not UTF-8; save the table as UTF-8 CSV") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        _check_columns(path, reader.fieldnames or [])
        return list(_rows(path, reader))
    except csv.Error as error:
        raise SettingsError(f"{path}, line {reader.line_num}: this is no CSV ({error})") from error


def _extended(shipped: Outlet, own: Outlet) -> Outlet:
    return Outlet(
        shipped.name,
        tuple(dict.fromkeys((*shipped.aliases, own.name, *own.aliases))),
        tuple(dict.fromkeys((*shipped.domains, *own.domains))),
        own.owner or shipped.owner,
        own.kind or shipped.kind,
    )


def _check_columns(path: Path, columns: Iterable[str]) -> None:
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown or "name" not in columns:
        given = ", ".join(columns) or "nothing"
        raise SettingsError(f"{path}: the first line names the columns, out of {', '.join(COLUMNS)}; it says {given}")


def _rows(path: Path, reader: csv.DictReader[str]) -> Iterator[Outlet]:
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for row in reader:
        where = f"{path}, line {reader.line_num}"
        if None in row:
            raise SettingsError(f"{where}: more cells than columns; put names that hold a comma in double quotes")
        outlet = _outlet(row, where)
        for column, known in (("name", (outlet.name,)), ("aliases", outlet.aliases)):
            for name in known:
                if not key(name):
                    raise SettingsError(f"{where}, column {column!r}: {name!r} holds no letter or digit")
                if names.setdefault(key(name), outlet.name) != outlet.name:
                    raise SettingsError(
                        f"{where}, column {column!r}: {names[key(name)]!r} has the name {name!r} already"
                    )
        for domain in outlet.domains:
            if domains.setdefault(domain, outlet.name) != outlet.name:
                raise SettingsError(f"{where}, column 'domains': {domains[domain]!r} has {domain!r} already")
        yield outlet


def _outlet(row: dict[str, str], where: str) -> Outlet:
    name, owner, kind = ((row.get(column) or "").strip() for column in ("name", "owner", "kind"))
    if not name:
        raise SettingsError(f"{where}, column 'name': the outlet has no name; fill it in or take the line out")
    domains = tuple(domain.lower().removeprefix("www.") for domain in _several(row.get("domains")))
    for domain in domains:
        if not _HOST.match(domain):
            raise SettingsError(
                f"{where}, column 'domains': {domain!r} is no domain; write it like example.org, several parted by |"
            )
    return Outlet(name, _several(row.get("aliases")), domains, owner or None, kind or None)


def _several(cell: str | None) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in (cell or "").split("|")) if part)


@cache
def _shipped() -> tuple[Outlet, ...]:
    return tuple(read_outlets(TABLE))


@cache
def _suffixes() -> Any:
    from tldextract import TLDExtract

    # The list of public suffixes inside the package: nothing is fetched, nothing is cached on disk.
    return TLDExtract(suffix_list_urls=(), cache_dir=None)
