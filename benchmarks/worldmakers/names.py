"""Invented people, places, outlets and agencies, drawn without putting one back."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass


def _listed(words: str) -> list[str]:
    return words.split()


_WOMEN = _listed("""
    Ilse Marta Oriel Tamsin Ysolde Brenna Carla Dorothea Elin Freya Greta Hedda Imke Jorun Katrin Lotte Maud
    Nerys Odette Petra Rosalind Signe Thea Una Vera Wilma Anneke Birgit Clementine Delphine
""")
_MEN = _listed("""
    Anton Bram Caspar Davin Emrys Florian Gareth Henrik Ivo Joost Kasper Lennart Magnus Niall Osric Piers Quentin
    Rufus Stellan Tobias Ulric Viktor Wendel Aldous Benedikt Conrad Dirk Edmund Fergus Gideon
""")
_SURNAMES = _listed("""
    Marn Vellacott Ostergaard Trescothick Halloran Brandreth Kestle Lindqvist Morvane Pennard Quillfeather
    Rossiter Sandgren Thorsby Umfreville Varley Wexcombe Yardley Ambrose Birkenau Caldbeck Drummel Ellwood Fenwright
    Garstang Holloway Iveson Jessamy Kerridge Loxley Maddox Netherby Orchard Prideaux Ravenhill Selkirk Tindall
    Underhay Venner Wragge Aldenham Bosworth Corrie Dunmore Eastlake Farraday Gorse Hensby Inchbald Kinnaird Lorrimer
    Mossop Nankivell Oxenham Polwarth Ridout Swarbrick Tolland Uttley Vickery
""")
_PLACES = _listed("""
    Corran Tolminster Havelock Saltby Merrowgate Ardenholm Brackwater Cawdmoor Dunsey Eskford Fallowmere
    Glaslyn Hexworth Ingleby Karsholm Lanmoor Marrick Norrath Osmundby Penhallow Ravensey Skelbrook Thornwick Ulverby
    Wathmouth Yarrowby Aldermouth Brinscombe Coldhaven Drumlow
""")
_PAPERS = _listed("""
    Gazette Herald Courier Post Chronicle Tribune Argus Sentinel Examiner Bulletin Recorder Enquirer Leader
    Messenger
""")
_LONE = ("Daybreak", "Northern Lantern", "The Weathervane", "Morning Ledger", "Coast Today", "Upland Review")
_AGENCIES = (
    ("Northern Press Agency", "NPA"),
    ("Lowland News Service", "LNS"),
    ("Meridian Wire", "Meridian"),
    ("United Dispatch", "UDP"),
    ("Continental Newswire", "CNW"),
)
_OWNERS = ("Halberd Media", "Estuary Group", "Pelican Holdings", "Three Rivers Publishing")
_COUNTRIES = ("Sorrel", "Varnland", "Ostmark Isles", "Kelmar", "Dravonia", "Lusania", "Norvia", "Teralia")
_FIRMS = _listed("""
    Brightwell Castellan Dunmarrow Ellerslie Farrow Greymount Hawkshaw Ironbridge Kelso Larkfield Montrose
    Northgate Oakhurst Pendragon Quarrington Redmayne Stormont Tarrant
""")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a first and a last name; ``woman`` for the pronoun."""

    first: str
    last: str
    woman: bool

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def pronoun(self) -> str:
        """He or she."""
        return "she" if self.woman else "he"


@dataclass(frozen=True, slots=True)
class Paper:
    """An outlet: its name, how a sentence calls it, its address, letters (agencies), owner."""

    name: str
    called: str
    host: str
    letters: str | None = None
    owner: str | None = None


class Names:
    """A register from which every name is drawn once."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._last, self._places = self._mixed(_SURNAMES), self._mixed(_PLACES)
        self._firms, self._countries = self._mixed(_FIRMS), self._mixed(_COUNTRIES)
        self._agencies = self._mixed(_AGENCIES)
        self._papers = self._mixed([(place, paper) for place in sorted(_PLACES) for paper in _PAPERS])
        self._lone = self._mixed(_LONE)
        self._owner = rng.choice(_OWNERS)
        self._taken: set[str] = set()

    def _mixed(self, names: Sequence[object]) -> list:  # type: ignore[type-arg]
        return self._rng.sample(list(names), len(names))

    def person(self) -> Person:
        """Return a new person."""
        woman = self._rng.random() < 0.5
        if not self._last:  # a world with very many people: two of them may be of one family
            self._last = self._mixed(_SURNAMES)
        return Person(self._rng.choice(_WOMEN if woman else _MEN), self._last.pop(), woman)

    def place(self) -> str:
        """Return a new place."""
        return str(self._places.pop())

    def firm(self) -> str:
        """Return a new firm's first word."""
        return str(self._firms.pop())

    def country(self) -> str:
        """Return a new country."""
        return str(self._countries.pop())

    def paper(self) -> Paper:
        """Return a new outlet; no two share a word, which a reader might confuse."""
        if self._lone and self._rng.random() < 0.15:
            name = str(self._lone.pop())
            called = name
        else:
            while True:
                place, kind = self._papers.pop()
                if place not in self._taken and (kind not in self._taken or len(self._papers) < 300):
                    break
            self._taken |= {place, kind}
            name = f"{'The ' if self._rng.random() < 0.4 else ''}{place} {kind}"
            called = f"the {place} {kind}"
        host = f"{name.removeprefix('The ').replace(' ', '-').lower()}.example"
        return Paper(name, called, host, owner=self._owner if self._rng.random() < 0.2 else None)

    def agency(self) -> Paper:
        """Return a new news agency."""
        name, letters = self._agencies.pop()
        return Paper(name, f"the {name}" if name != "Meridian Wire" else name, f"{letters.lower()}.example", letters)
