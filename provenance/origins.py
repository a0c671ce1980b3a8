"""Who is who among the ends of the ways: which are one origin, and which only may be.

Nothing is counted twice by default. Two names count as two origins when they are surely two; where they may be one,
the first counts and the other is put to "cannot tell".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from claims.records import SourceType
from provenance.names import (
    Sameness,
    are_akin,
    content_words,
    is_common_body,
    is_described_body,
    is_mouth,
    is_of_some_body,
    is_organisation_word,
    is_sole_office,
    is_unnamed,
    may_head,
    person_words,
    roles,
    same_document,
    same_organisation,
    same_person,
    same_unnamed,
    short_for,
    telling_words,
    without_mouth,
)
from provenance.rules import Rule

_FULL_NAMES = re.compile(r"(?:[A-Z][\w’'-]+ (?:(?:of|for|and) (?:the )?)?)+[A-Z][\w’'-]+")
"""Names of several words."""


_PUBLIC = re.compile(r"\b(?:state|national|federal|city|county|government)\b", re.IGNORECASE)
"""In an office: "the state geologist", whose word the geological survey may give."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What people's decisions say of a name: its source's id, and those of the sources that it is not."""

    source: str
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class End:
    """Where a way ends.

    ``route``: keys of the outlets that had it from there. ``organisation``: whom a spokesperson speaks for.
    ``decided`` is what people decided on it, ``described`` what is said beside a person's name.
    """

    name: str
    type: SourceType
    anonymous: bool
    route: frozenset[str]
    organisation: str | None = None
    decided: Decided | None = None
    described: str | None = None

    def is_source_of(self, other: End) -> bool:
        """Tell whether people decided that the two are one source."""
        return self.decided is not None and other.decided is not None and self.decided.source == other.decided.source

    def is_put_apart_from(self, other: End) -> bool:
        """Tell whether people decided that the two are not one source."""
        return self.decided is not None and other.decided is not None and other.decided.source in self.decided.apart


@dataclass(slots=True)
class Identity:
    """Ends that are one origin. ``may_be`` is the earlier one that it may be: then it does not count by itself."""

    ends: list[End] = field(default_factory=list)
    may_be: Identity | None = None
    doubt: Rule = Rule.POSSIBLY_THE_SAME
    """By which rule it may be that one."""

    @property
    def counts(self) -> bool:
        """Tell whether this is an origin of its own."""
        return self.may_be is None

    @property
    def root(self) -> Identity:
        """The one that counts: itself, or whom it may be in the end."""
        return self if self.may_be is None else self.may_be.root

    def put_to(self, others: Iterable[Identity]) -> None:
        """Say that this may be the first of ``others`` that people did not put apart from it, and that may not be this
        in turn."""
        known = next((each for each in others if each.root is not self and not _are_put_apart(self, each)), None)
        self.may_be = self.may_be if known is None else known.root

    @property
    def name(self) -> str:
        """The fullest name; an organisation's where several speak for it."""
        people = {end.name for end in self.ends if end.type is SourceType.PERSON}
        if decided := [end.name for end in self.ends if end.decided is not None and end.name in people]:
            return max(decided, key=_fullness)
        organisations = [end.name for end in self.ends if not end.anonymous and not _is_person(end, people)]
        named = [name for name in organisations if not people or not is_unnamed(name)]
        if named:
            return max(named, key=_fullness)
        if len({_last(name) for name in people}) > 1 and self.ends[0].organisation:
            return self.ends[0].organisation
        anybody = [end.name for end in self.ends if not end.anonymous] or [end.name for end in self.ends]
        called = sorted(name for name in people if not is_unnamed(name))  # rather than "the board's chief engineer"
        return max(called or sorted(people) or anybody, key=_fullness)

    @property
    def type(self) -> SourceType:
        """The type of the end that gave the name, anonymous where nobody is named."""
        if self.anonymous:
            return SourceType.ANONYMOUS
        name = self.name
        return next((end.type for end in self.ends if end.name == name), SourceType.ORGANISATION)

    @property
    def anonymous(self) -> bool:
        """Tell whether none of the ends names anybody."""
        return all(end.anonymous for end in self.ends)


def is_described(identity: Identity) -> bool:
    """Tell whether somebody is only described, and bears no name: "a clerk", "an army spokesman", "a memo"."""
    name = identity.name
    return identity.anonymous or identity.type is SourceType.DOCUMENT or is_unnamed(name) or name[:1].islower()


def tell_apart(ends: Iterable[End]) -> list[Identity]:
    """Return the origins of ``ends`` and those that may be one of them, the named before the unnamed.

    Within each kind the order of ``ends`` decides which is the first: give them in an order of their own. What people
    decided on sources wins over every comparison of names.
    """
    ends = list(ends)
    unnamed = [end for end in ends if end.anonymous and end.type is not SourceType.DOCUMENT]
    documents = [end for end in ends if end.type is SourceType.DOCUMENT]
    named = {end.name for end in ends if end.type is SourceType.PERSON and not end.anonymous}
    people = [end for end in ends if not end.anonymous and _is_person(end, named)]
    rest = [end for end in ends if end not in unnamed and end not in documents and end not in people]
    found = _by_name(rest, same_organisation)
    for identity in _by_office(_by_name(people, same_person)):
        _speak(identity, found)
    found += _documents(documents, found)
    for identity in _by_route(unnamed):
        _unnamed(identity, found)
    return _as_decided(found)


def said_alike(found: list[Identity], sayings: Iterable[Iterable[End]]) -> list[Identity]:
    """Make those one who are quoted with the same words; of two people by name one said it, and whether the other is
    a further origin cannot be told."""
    for ends in sayings:
        group = set(ends)
        alike = [identity for identity in found if group & set(identity.ends)]
        alike.sort(key=lambda identity: (not identity.counts, identity.anonymous, -len(group & set(identity.ends))))
        for other in alike[1:]:
            first = alike[0]
            if _are_put_apart(other, first):
                continue
            if _are_two(first, other):
                if other.counts and first.counts:
                    other.may_be, other.doubt = first, Rule.OTHER_SPEAKER
                continue
            _merge(other, first, found)
    return found


def _are_two(one: Identity, other: Identity) -> bool:
    """Tell whether two are called by two people's names, or by those of two organisations."""
    if one.anonymous or other.anonymous or one.type is not other.type:
        return False
    if one.type is SourceType.PERSON:
        return not is_unnamed(one.name) and not is_unnamed(other.name)
    return one.type in (SourceType.ORGANISATION, SourceType.OUTLET)


def _as_decided(found: list[Identity]) -> list[Identity]:
    """Make those one that a person says are one, whatever they are called and of whatever type."""
    first: dict[str, Identity] = {}
    into: dict[int, Identity] = {}
    for identity in found:
        sources = [end.decided.source for end in identity.ends if end.decided is not None]
        known = next((first[source] for source in sources if source in first), identity)
        if known is not identity:
            into[id(identity)] = known
            known.ends += identity.ends
            known.may_be = known.may_be and identity.may_be
        for source in sources:
            first.setdefault(source, known)
    kept = [identity for identity in found if id(identity) not in into]
    for identity in kept:
        perhaps = into.get(id(identity.may_be), identity.may_be)
        identity.may_be = None if perhaps is identity else perhaps
    return kept


def _put_apart(end: End, identity: Identity) -> bool:
    """Tell whether a person says that ``end`` is not who stands behind ``identity``."""
    return any(end.is_put_apart_from(known) or known.is_put_apart_from(end) for known in identity.ends)


def _is_person(end: End, named: set[str]) -> bool:
    """Tell whether an end is a person: it says so, or nothing tells what it is and it bears a person's name."""
    if end.type is SourceType.UNKNOWN:
        return any(same_person(end.name, name) is Sameness.YES for name in named)
    if end.type in (SourceType.ORGANISATION, SourceType.GROUP):  # one article's slip
        alone = len(end.name.split()) == 1 and not is_organisation_word(end.name)
        return any(
            person_words(end.name) == person_words(name)
            or (alone and same_person(end.name, name) is Sameness.YES)
            or (" " in name and end.name.endswith(f" {name}"))
            for name in named
        )
    return end.type is SourceType.PERSON


def _by_name(ends: Sequence[End], same: Callable[[str, str], Sameness]) -> list[Identity]:
    """Join ends by name, the fullest first, so that "Smith" finds its one "John Smith", or two and cannot tell."""
    found: list[Identity] = []
    order = {id(end): n for n, end in enumerate(ends)}
    for end in sorted(ends, key=lambda end: (-len(end.name.split()), order[id(end)])):
        said = [_sameness(end, identity, same) for identity in found]
        surely = [identity for identity, how in zip(found, said, strict=True) if how is Sameness.YES]
        exactly = [i for i in surely if any(map(end.is_source_of, i.ends))]
        exactly += [i for i in surely if any(known.name.casefold() == end.name.casefold() for known in i.ends)]
        maybe = [identity for identity, how in zip(found, said, strict=True) if how is Sameness.MAYBE]
        if exactly or len(surely) == 1:
            (exactly or surely)[0].ends.append(end)
        elif surely or maybe:
            found.append(Identity([end], (surely or maybe)[0].root))
        else:
            found.append(Identity([end]))
    for identity in found:
        identity.ends.sort(key=lambda end: order[id(end)])
    return sorted(found, key=lambda identity: order[id(identity.ends[0])])


def _sameness(end: End, identity: Identity, same: Callable[[str, str], Sameness]) -> Sameness:
    if _put_apart(end, identity):
        return Sameness.NO
    if any(map(end.is_source_of, identity.ends)):
        return Sameness.YES
    return max((same(end.name, known.name) for known in identity.ends), key=_certainty)


def _by_office(people: list[Identity]) -> list[Identity]:
    """Join who is called by an office alone with the one by name whose office it is: "the transport commissioner", and
    Ida Brandt, the transport commissioner. Who heads a part of a body may be somebody who is said to be of that body.
    """
    offices = [identity for identity in people if is_described(identity)]
    named = [identity for identity in people if identity not in offices]
    kept = list(named)
    for identity in offices:
        office = content_words(identity.name)
        others = [known for known in named if not _are_put_apart(identity, known)]
        holders = [known for known in others if any(office <= content_words(end.described or "") for end in known.ends)]
        if len(holders) == 1 and telling_words(identity.name):
            holders[0].ends += identity.ends
            continue
        if identity.counts:
            whose = [k for k in others if k.counts and any(content_words(n) <= office for n in _names_beside(k))]
            whose += [k for k in others if k.counts and (_may_hold(office, k) or _has_title(identity.name, k))]
            identity.may_be = whose[0] if whose else None
        kept.append(identity)
    return kept


def _may_hold(office: frozenset[str], identity: Identity) -> bool:
    """Tell whether what is said beside a name has half of an office's words: "the lead investigator of the rail safety
    agency", and Ida Brandt, who leads the inquiry for the Rail Safety Office."""
    beside = frozenset().union(*(content_words(end.described or "") for end in identity.ends))
    return len(office & beside) >= max(2, len(office) // 2)


def _has_title(office: str, identity: Identity) -> bool:
    """Tell whether a name's title is an office, and nothing beside either says another: "the county sheriff", and
    Sheriff Ida Brandt; not "the health minister", and Transport Minister Ida Brandt."""
    head, rest = office.split()[-1].casefold(), content_words(" ".join(office.split()[:-1]))
    if not is_sole_office(head):
        return False
    titles, own = map(content_words, _titles(identity)), person_words(identity.name)
    return any(head in title and (not rest or not title - {head, *own} or rest & title) for title in titles)


def _titles(identity: Identity) -> list[str]:
    """Return what may give somebody's title: what is said beside the name, and the name with what stands before it."""
    return [told for end in identity.ends for told in (end.described, end.name) if told is not None]


def _names_beside(identity: Identity) -> list[str]:
    """Return the names of several words that stand in what is said beside a person's name: "of the Karst Survey"."""
    told = " ; ".join(end.described for end in identity.ends if end.described is not None)
    return _FULL_NAMES.findall(told)


def _speak(identity: Identity, found: list[Identity]) -> None:
    """Add somebody: to the organisation that is spoken for, and to others who speak for it."""
    theirs = [known for known in found if _is_one_mouth(identity, known) and not _are_put_apart(identity, known)]
    found.append(identity)
    for known in theirs:
        _merge(identity, known, found)
        identity = known
    if identity.counts and identity.type is SourceType.PERSON:
        # "Omar Sewell, a nurse at the hospital" may say what the hospital says.
        others = [known for known in found if known is not identity and known.counts]
        whose = [known for known in others if _serves(identity, known)]
        bodies = [known for known in others if _is_organisation(known)]
        if any(end.organisation is not None for end in identity.ends):  # the head of Watercheck, "the water watchdog"
            whose += [body for body in bodies if is_described_body(body.name)]
        else:  # "General secretary Ida Brandt", of what this article does not say
            titles = _titles(identity)
            public = [title for title in titles if _PUBLIC.search(title)]
            whose += [body for body in bodies if any(may_head(title, body.name) for title in titles)]
            whose += [body for body in bodies if any(are_akin(title, body.name) for title in public)]
        identity.may_be = whose[0] if whose else None


def _is_organisation(identity: Identity) -> bool:
    return identity.type is SourceType.ORGANISATION and not identity.anonymous


def _serves(identity: Identity, organisation: Identity) -> bool:
    """Tell whether a person is described as belonging to an organisation, and no person put the two apart."""
    lettered = organisation.type is SourceType.UNKNOWN and organisation.name.isupper()  # "FRSO"
    if organisation.anonymous or not (lettered or organisation.type in (SourceType.ORGANISATION, SourceType.GROUP)):
        return False
    beside = frozenset().union(*(content_words(end.described or "") for end in identity.ends))
    names = [content_words(end.name) for end in organisation.ends if end.type is not SourceType.PERSON]
    if organisation.type is SourceType.GROUP:  # "researchers from Velling University", and one of them
        names += [content_words(name) for end in organisation.ends for name in _FULL_NAMES.findall(end.name)]
    letters = [end.name for end in organisation.ends if end.name.isupper()]
    meant = any(name and name <= beside for name in names)
    meant = meant or any(short_for(short, long) for short in letters for long in _names_beside(identity))
    return meant and not _are_put_apart(identity, organisation)


def _is_one_mouth(identity: Identity, other: Identity) -> bool:
    """Tell whether somebody speaks for an organisation which is the other, or for which the other speaks."""
    spoken_for = [end.organisation for end in identity.ends if end.organisation is not None]
    others = [end.organisation or (None if end.type is SourceType.PERSON else end.name) for end in other.ends]
    return any(
        same_organisation(whom, whose) is Sameness.YES for whom in spoken_for for whose in others if whose is not None
    )


def _are_put_apart(identity: Identity, other: Identity) -> bool:
    return any(_put_apart(end, other) for end in identity.ends)


def _merge(other: Identity, into: Identity, found: list[Identity]) -> None:
    """Make two identities one, and what may be the one may be the other then."""
    into.ends += other.ends
    into.may_be = None if into.may_be is other or other.may_be is into else into.may_be and other.may_be
    found[:] = [identity for identity in found if identity is not other]
    for identity in found:
        if identity.may_be is other:
            identity.may_be = into if identity is not into else None


def _is_of(document: str, body: Identity) -> bool:
    """Tell whether a document's description has the whole name of a body, or of the one at which somebody works."""
    words = content_words(document)
    if body.type is SourceType.PERSON:
        return any(content_words(name) <= words for name in _names_beside(body))
    names = [end.organisation or end.name for end in body.ends]  # "a spokeswoman for Arrowline"
    short = re.findall(r"\b[A-Z]{3,}\b", document)  # "the NAB's report", and the National Audit Board
    if _is_organisation(body) and any(short_for(letters, name) for letters in short for name in names):
        return True
    return _is_organisation(body) and any(
        (own := content_words(without_mouth(name))) and own <= words for name in names
    )


def _makers(document: str, bodies: Sequence[Identity]) -> list[Identity]:
    """Return the bodies, and the people at work for them, that a document may come from: what a body keeps or issues
    may be all that it says."""
    made = [body for body in bodies if _is_of(document, body)]
    organisations = [body for body in bodies if _is_organisation(body)]
    if not made and is_of_some_body(document):  # "ministry data"
        made = organisations
    whose, *own = re.split(r"['’]s? ", document, maxsplit=1)
    if not made and own:  # "the state auditor's findings"
        made = [body for body in organisations if are_akin(whose, body.name)]
    return made


def _documents(ends: Sequence[End], bodies: Sequence[Identity]) -> list[Identity]:
    found: list[Identity] = []
    for end in ends:
        said = [(identity, same_document(end.name, known.name), known) for identity in found for known in identity.ends]
        same = [
            i for i, how, known in said if how is not Sameness.NO and (how is Sameness.YES or end.route & known.route)
        ]
        maybe = [identity for identity, how, _ in said if how is Sameness.MAYBE]
        maybe = maybe or _makers(end.name, [body for body in bodies if body.counts])
        if same:
            same[0].ends.append(end)
        else:
            found.append(Identity([end], maybe[0].root if maybe else None))
    return found


def _by_route(ends: Sequence[End]) -> list[Identity]:
    """Join unnamed people who came by one route and are not described as plainly different people."""
    found: list[Identity] = []
    for end in ends:
        one = [
            identity
            for identity in found
            if any(end.route & known.route and same_unnamed(end.name, known.name) for known in identity.ends)
        ]
        if not one:
            found.append(Identity([end]))
            continue
        for more in one[1:]:
            one[0].ends += more.ends
            found.remove(more)
        one[0].ends.append(end)
    return found


def _unnamed(identity: Identity, found: list[Identity]) -> None:
    """Add unnamed people: to whom they officially speak for, as a new origin, or as perhaps an old one."""
    first = identity.ends[0]
    office = [
        known
        for known in found
        if known.type is SourceType.PERSON
        and is_unnamed(known.name)
        and any(
            a.route & b.route and content_words(a.name) == content_words(b.name)
            for a in known.ends
            for b in identity.ends
        )
    ]
    if office:  # "the shopkeeper", "a shopkeeper told the Chronicle"
        office[0].ends += identity.ends
        return
    organisations = [
        known
        for known in found
        if known.counts and not known.anonymous and known.type not in (SourceType.PERSON, SourceType.DOCUMENT)
    ]
    about = [known for known in organisations if _names(first.name, known)]
    if about and is_mouth(first.name):
        about[0].ends += identity.ends
        return
    alike = [
        known
        for known in found
        if known.counts
        and known.anonymous
        and any(same_unnamed(a.name, b.name) for a in known.ends for b in identity.ends)
    ]
    for_any = (is_mouth(first.name) and not telling_words(first.name)) or is_common_body(first.name)
    mouthpiece = organisations if for_any else []
    like = [known.root for known in found if not known.anonymous and _may_be_named(identity, known)]
    akin = [known for known in organisations if are_akin(first.name, known.name)]
    doubt = alike or about or mouthpiece or like or akin
    identity.may_be = doubt[0] if doubt else None
    found.append(identity)


def _may_be_named(identity: Identity, known: Identity) -> bool:
    """Tell whether unnamed people are described as a named source is: "an official", and a minister by name."""
    theirs = [end.described or "" for end in known.ends if end.type is SourceType.PERSON]
    theirs += [end.name for end in known.ends if end.type is not SourceType.PERSON or is_unnamed(end.name)]
    named = frozenset().union(*map(roles, theirs))
    words = frozenset().union(*map(content_words, theirs))
    # "The harbour master", and Ida Brandt, harbour master of Velling.
    for end in identity.ends:
        if roles(end.name) & named or (telling_words(end.name) and content_words(end.name) <= words):
            return True
    return any(_may_hold(content_words(end.name), known) for end in identity.ends)


def _names(description: str, organisation: Identity) -> bool:
    return any(
        content_words(end.name) and content_words(end.name) <= content_words(description) for end in organisation.ends
    )


def _certainty(how: Sameness) -> int:
    return [Sameness.NO, Sameness.MAYBE, Sameness.YES].index(how)


def _fullness(name: str) -> tuple[int, int, str]:
    return len(name.split()), len(name), name


def _last(name: str) -> str:
    return name.split()[-1].casefold() if name.split() else ""
