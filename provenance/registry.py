"""Who is quoted across the archive: which names are surely one source, and which pairs a person should look at.

A name in an article (:class:`provenance.mentions.Named`) joins others in this order: what people decided; the same full
name, outlet or organisation; letters that a text explains; a surname with its one bearer inside one story. What is left
in doubt is suggested with the reason in words. Two people of one surname with different first names are never even
suggested. Give articles in the order in which they came: a source's id comes from its first name and stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from claims.records import Judgement, SourceType, Verdict, digest
from provenance.mentions import Mentions, Named
from provenance.names import first_names_agree, is_generic_body, organisation_key, person_words, tokens
from provenance.origins import Decided
from provenance.outlets import OutletTable

BIGGEST_STORY = 100
"""Articles of one cluster that still count as one story; a claim that more articles make is a commonplace."""
NEAR_SPELLING = 84
"""Edit similarity (0 to 100) of two surnames under one first name from which they may be one, misspelled."""
NEAR_BODY = 90
"""The same for whole names of organisations, which differ in one telling word more often."""
LEAST_SCORE = 2
"""Points that speak for two names of people at least: a shared surname in two stories is no reason to ask."""
MOST_CANDIDATES = 3
"""Suggestions for one name at most: who has many namesakes is nobody's sure match."""

SAME_NAME = "the same full name"
SAME_OUTLET = "names of one outlet, by the table of outlets"
SAME_BODY = "names of one organisation"
EXPLAINED = "the letters stand for the full name, as an article explains"
ONE_BEARER = "one story, in which nobody else bears this surname"
ONE_NAME = "the same single name in one story"
FULLER = "one story, and one name is the other at greater length"
DECIDED = "a person decided so"
SURNAME = "same surname"
HOLDS = "one name holds the other"
ALMOST = "spelled almost alike"
ONE_STORY = "named in articles that tell the same story"


@dataclass(frozen=True, slots=True)
class Joined:
    """Why two names count as one source: ids of names in articles, and the reason in words."""

    left: str
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that is quoted. ``names`` are the names in articles, in the order in which they came.

    ``outlets`` counts the outlets that are known. ``joined`` tells why names that differ are one source.
    """

    id: str
    name: str
    type: SourceType
    names: tuple[Named, ...]
    articles: int
    outlets: int
    joined: tuple[Joined, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """The names that it goes by, the most frequent first."""
        counted = Counter(named.name for named in self.names)
        return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two sources that may be one: a name in an article from each side as evidence, and why, the strongest first."""

    left: Source
    right: Source
    evidence: tuple[Named, Named]
    reasons: tuple[str, ...]
    score: int


@dataclass(frozen=True)
class Registry:
    """All sources, those quoted in most articles first, and what a person should look at."""

    sources: tuple[Source, ...]
    suggestions: tuple[Suggestion, ...]
    decided: Mapping[tuple[str, str], Decided] = field(default_factory=dict)
    """By article and name, for the sources that a decision is about."""
    _by_name: Mapping[str, Source] = field(default_factory=dict)

    def of(self, named: str) -> Source | None:
        """Return the source of a name in an article, by the name's id; ``None`` where nobody is quoted so."""
        return self._by_name.get(named)

    def find(self, words: str) -> list[Source]:
        """Return the sources one of whose names holds all of ``words``, in their order."""
        wanted = tokens(words)
        return [
            source
            for source in self.sources
            if any(all(any(t.startswith(word) for t in tokens(name)) for word in wanted) for name in source.spellings)
        ]


def build_registry(
    mentions: Iterable[Mentions],
    stories: Iterable[Collection[str]],
    judgements: Iterable[Judgement],
    outlets: OutletTable,
) -> Registry:
    """Return the sources of all articles.

    Args:
        mentions: What each article says of names, in the order in which the articles came.
        stories: Sets of article ids that tell one claim (clusters).
        judgements: People's standing decisions on names in articles (:attr:`provenance.mentions.Named.id`).
        outlets: Names to outlets.
    """
    return _Building(list(mentions), stories, list(judgements), outlets).registry()


class _Groups:
    """Which names are one, and which must not be. The earliest name stands for its group."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._apart: dict[int, set[int]] = defaultdict(set)

    def of(self, name: int) -> int:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def may_join(self, one: int, other: int) -> bool:
        return self.of(other) not in self._apart[self.of(one)]

    def join(self, one: int, other: int) -> bool:
        """Make two groups one; tell whether that changed anything. What a person put apart stays so."""
        left, right = sorted((self.of(one), self.of(other)))
        if left == right or not self.may_join(left, right):
            return False
        self._parent[right] = left
        for foe in self._apart.pop(right, set()):
            self._apart[foe].discard(right)
            self._apart[foe].add(left)
            self._apart[left].add(foe)
        return True

    def put_apart(self, one: int, other: int) -> None:
        left, right = self.of(one), self.of(other)
        if left != right:
            self._apart[left].add(right)
            self._apart[right].add(left)

    def foes(self, one: int) -> set[int]:
        return {self.of(foe) for foe in self._apart.get(self.of(one), ())}


class _Building:
    """One run over the archive's names. ``_words`` are a person's words of each name, ``_key`` what makes it sure."""

    def __init__(
        self,
        mentions: Sequence[Mentions],
        stories: Iterable[Collection[str]],
        judgements: Sequence[Judgement],
        outlets: OutletTable,
    ) -> None:
        self._mentions = {each.article: each for each in mentions}
        self._names = [named for each in mentions for named in each.named]
        self._place = {named.id: n for n, named in enumerate(self._names)}
        self._outlets = outlets
        self._stories = [frozenset(story) for story in stories if 1 < len(set(story)) <= BIGGEST_STORY]
        self._stories_of: dict[str, list[int]] = defaultdict(list)
        for n, story in enumerate(self._stories):
            for article in story:
                self._stories_of[article].append(n)
        self._near: dict[str, frozenset[str]] = {}
        self._groups = _Groups(len(self._names))
        self._joined: list[tuple[int, int, str]] = []
        self._judged: set[int] = set()
        self._words = [person_words(named.name) for named in self._names]
        self._bodies = self._find_bodies()
        self._as_decided(judgements)
        self._same_full_names()
        self._explained_letters()
        self._inside_stories()

    # ------------------------------------------------------------ what is surely one

    def _find_bodies(self) -> dict[int, tuple[str, ...]]:
        """The outlets and organisations among the names, by what makes each one."""
        votes: dict[tuple[str, ...], Counter[bool]] = defaultdict(Counter)
        keys = [organisation_key(named.name) for named in self._names]
        for key, named in zip(keys, self._names, strict=True):
            if named.type is not SourceType.UNKNOWN:
                votes[key][named.type is not SourceType.PERSON] += 1
        found: dict[int, tuple[str, ...]] = {}
        for n, (key, named) in enumerate(zip(keys, self._names, strict=True)):
            outlet = self._outlets.find(named.name)
            if outlet is not None and (named.type is not SourceType.PERSON or len(self._words[n]) == 1):
                found[n] = ("outlet", outlet.name)
            elif votes[key][True] > votes[key][False]:
                found[n] = key
        return found

    def _as_decided(self, judgements: Sequence[Judgement]) -> None:
        """Join and put apart as people decided, the latest first: it wins over what an earlier one would lead to."""
        for judgement in sorted(judgements, key=lambda one: datetime.fromisoformat(one.at), reverse=True):
            left, right = self._standing(judgement.left), self._standing(judgement.right)
            if left is None or right is None or judgement.verdict is Verdict.WITHDRAWN:
                continue
            self._judged |= {left, right}
            if judgement.verdict is Verdict.SAME:
                self._join(left, right, DECIDED)
            else:
                self._groups.put_apart(left, right)

    def _standing(self, id: str) -> int | None:
        """The name that a decision was made on; where its article is now read otherwise, the one that it became."""
        if id in self._place:
            return self._place[id]
        article, _, name = id.partition(" ")
        words = person_words(name)
        now = self._mentions[article].named if article in self._mentions else ()
        alike = [each for each in now if words and person_words(each.name)[-1:] == words[-1:]]
        return self._place[alike[0].id] if len(alike) == 1 else None

    def _same_full_names(self) -> None:
        by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n, words in enumerate(self._words):
            if n in self._bodies:
                by_key[self._bodies[n]].append(n)
            elif len(words) > 1:
                by_key[words].append(n)
        for key, names in by_key.items():
            why = SAME_OUTLET if key[0] == "outlet" else SAME_BODY if names[0] in self._bodies else SAME_NAME
            shared = self._is_shared(names) or (names[0] in self._bodies and is_generic_body(key))
            for place, n in enumerate(names[1:], 1):
                for other in names[:place] if shared else names[:1]:
                    if (not shared or self._is_one_story(n, other)) and self._fits(n, other):
                        self._join(n, other, why)
                        break

    def _is_shared(self, names: Sequence[int]) -> bool:
        """Tell whether several bear one name: a person said so, or it is of a man here and a woman there."""
        foes = {foe for n in names for foe in self._groups.foes(n)}
        sexes = {self._names[n].man for n in names} - {None}
        return bool(foes & {self._groups.of(n) for n in names}) or len(sexes) > 1

    def _explained_letters(self) -> None:
        """Join letters with the name that they stand for where all articles that explain them agree."""
        meant: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for each in self._mentions.values():
            for short, long in each.short_for.items():
                meant[short].add(organisation_key(" ".join(long)))
        by_body: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n, key in self._bodies.items():
            by_body[key].append(n)
        for short, longs in meant.items():
            if len(longs) == 1:
                for n in by_body.get((short,), [])[:1]:
                    for other in by_body.get(next(iter(longs)), [])[:1]:
                        self._join(n, other, EXPLAINED)

    def _inside_stories(self) -> None:
        """Join short and long forms of one person's name inside one story, where the surname has one bearer."""
        by_surname: dict[str, list[int]] = defaultdict(list)
        for n, words in enumerate(self._words):
            if n not in self._bodies and words:
                by_surname[words[-1]].append(n)
        for surname, names in by_surname.items():
            home: dict[str, list[int]] = defaultdict(list)
            for n in names:
                home[self._names[n].article].append(n)
            for join in (self._join_fuller, self._join_bearer, self._join_single):
                for n in names:
                    join(n, surname, sorted(m for article in self._around(n) & home.keys() for m in home[article]))

    def _join_fuller(self, n: int, surname: str, near: Sequence[int]) -> None:
        """Join "Ann B. Lee" with "Ann Lee". ``near`` are the names of the story that end in ``surname``, ``n`` too."""
        shorter = self._words[n]
        for other in near:
            longer = self._words[other]
            held = len(longer) > len(shorter) > 1 and longer[0] == shorter[0] and set(shorter) <= set(longer)
            if held and self._fits(n, other):
                self._join(n, other, FULLER)

    def _join_bearer(self, n: int, surname: str, near: Sequence[int]) -> None:
        """Join "Lee" with "Ann Lee", where no other Lee is mentioned around the two."""
        full = [other for other in near if len(self._words[other]) > 1]
        if (
            len(self._words[n]) > 1
            or len({self._groups.of(other) for other in full}) != 1
            or not self._fits(n, full[0])
        ):
            return
        around = self._around(n) | {article for other in full for article in self._around(other)}
        if self._agree(self._first_names(around, surname), self._words[full[0]][0]):
            self._join(n, full[0], ONE_BEARER)

    def _join_single(self, n: int, surname: str, near: Sequence[int]) -> None:
        """Join "Lee" with "Lee", where the story mentions no two Lees."""
        for other in near if len(self._words[n]) == 1 else ():
            if other < n and len(self._words[other]) == 1 and self._fits(n, other):
                firsts = self._first_names(self._around(n) | self._around(other), surname)
                if all(self._agree(firsts, first) for first in firsts):
                    self._join(n, other, ONE_NAME)

    def _join(self, left: int, right: int, why: str) -> None:
        if self._groups.join(left, right) and self._names[left].name != self._names[right].name:
            self._joined.append((left, right, why))

    # ------------------------------------------------------------ what speaks for it, what against

    def _around(self, n: int) -> frozenset[str]:
        """The article of a name and those that tell a claim of it."""
        article = self._names[n].article
        if article not in self._near:
            stories = (self._stories[story] for story in self._stories_of[article])
            self._near[article] = frozenset({article}).union(*stories)
        return self._near[article]

    def _is_one_story(self, one: int, other: int) -> bool:
        return self._names[other].article in self._around(one)

    def _in_one_story(self, left: Sequence[int], right: Sequence[int]) -> tuple[int, int] | None:
        """A name of each side from articles that tell one story."""
        home = {self._names[n].article: n for n in reversed(left)}
        for n in right:
            if shared := self._around(n) & home.keys():
                return min(home[article] for article in shared), n
        return None

    def _first_names(self, articles: Iterable[str], surname: str) -> set[str]:
        """The first names under which the articles mention bearers of a surname, quoted or not."""
        return {
            first for a in articles for first in self._mentions[a].first_names.get(surname, ()) if a in self._mentions
        }

    def _agree(self, firsts: Iterable[str], first: str) -> bool:
        return all(first_names_agree(each, first) for each in firsts)

    def _fits(self, one: int, other: int) -> bool:
        """Tell whether nothing speaks against two names: no Mr and Ms."""
        return None in (sexes := {self._names[one].man, self._names[other].man}) or len(sexes) == 1

    # ------------------------------------------------------------ what a person should look at

    def _suggest(self, members: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int, int, list[str]]]:
        """Yield pairs of names, one of each group, with a score and reasons."""
        people = {g: names for g, names in members.items() if g not in self._bodies}
        yield from self._surnames(people)
        yield from self._spellings(people)
        yield from self._held(people)
        yield from self._organisations({g: names for g, names in members.items() if g in self._bodies})

    def _surnames(self, people: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int, int, list[str]]]:
        """Pairs of one surname: one without a first name, or with first names that agree."""
        by_surname: dict[str, list[int]] = defaultdict(list)
        for group, names in people.items():
            for surname in {self._words[n][-1] for n in names if self._words[n]}:
                by_surname[surname].append(group)
        for surname, groups in by_surname.items():
            full = [g for g in groups if self._first(people[g])]
            for place, group in enumerate(full):
                for other in full[:place]:
                    first, second = self._first(people[other]), self._first(people[group])
                    if first_names_agree(first, second):
                        reason = _first_name_reason(first, second)
                        yield from self._weighed(people[other], people[group], SURNAME, 2, reason)
            for group in groups:
                if group in full:
                    continue
                for other in full:
                    firsts = self._own_first_names(people[group], surname)
                    if all(_first_names_alike(first, self._first(people[other])) for first in firsts):
                        only = [f"the only {self._surname_of(other)} in the archive"] if len(full) == 1 else []
                        yield from self._weighed(people[other], people[group], SURNAME, len(only), *only)

    def _weighed(
        self, left: Sequence[int], right: Sequence[int], alike: str, score: int, *reasons: str
    ) -> Iterator[tuple[int, int, int, list[str]]]:
        """Weigh a pair of groups that are ``alike`` by their titles and stories; yield it where anything more speaks
        for it."""
        if not all(self._fits(one, other) for one in left[:20] for other in right[:20]):
            return
        found = list(reasons)
        pair = (left[0], right[0])
        title, bearers = self._common_title(left, right)
        if title:
            score += 1 + min(2, len(title.split()))
            found = [f"{alike}, both called {title}", *(reason for reason in found if reason != alike)]
            pair = bearers
        near = self._in_one_story(left, right)
        if near is not None:
            score += 2
            found.append(ONE_STORY)
            pair = pair if title else near
        if score >= LEAST_SCORE:
            yield *pair, score, found

    def _common_title(self, left: Sequence[int], right: Sequence[int]) -> tuple[str, tuple[int, int]]:
        """The longest title that both sides bear, in words, and who bears it."""
        best: tuple[tuple[str, ...], tuple[int, int]] = ((), (left[0], right[0]))
        known = {title: n for n in reversed(left) for title in self._names[n].called}
        for n in right:
            for title in sorted(self._names[n].called):
                for mine, bearer in known.items():
                    short, long = sorted((mine, title), key=len)
                    if set(short) <= set(long) and len(short) > len(best[0]):
                        best = (short, (bearer, n))
        return " ".join(best[0]).title(), best[1]

    def _spellings(self, people: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int, int, list[str]]]:
        """Pairs of one first name whose surnames differ by a letter or two."""
        from rapidfuzz import fuzz

        by_first: dict[tuple[str, str], list[int]] = defaultdict(list)
        for group, names in people.items():
            if first := self._first(names):
                by_first[first, self._surname(names)[:1]].append(group)
        for groups in by_first.values():
            for place, group in enumerate(groups):
                for other in groups[:place]:
                    one, two = self._surname(people[other]), self._surname(people[group])
                    if one != two and min(len(one), len(two)) > 3 and fuzz.ratio(one, two) >= NEAR_SPELLING:
                        yield from self._weighed(people[other], people[group], ALMOST, 2, ALMOST)

    def _held(self, people: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int, int, list[str]]]:
        """Pairs of which one name stands whole inside a longer one that is no name: "Head of Research Ann Lee"."""
        by_words = {self._words[n]: group for group, names in people.items() for n in names if len(self._words[n]) > 1}
        for words, group in by_words.items():
            for start in range(len(words) - 1):
                for end in range(start + 2, len(words) + 1):
                    other = by_words.get(words[start:end])
                    if other is not None and other != group and words[0] != words[start]:
                        yield from self._weighed(people[other], people[group], HOLDS, 2, HOLDS)

    def _organisations(self, bodies: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int, int, list[str]]]:
        """Pairs of organisations in one story of which one name holds the other, or is its letters; near spellings."""
        from rapidfuzz import fuzz

        by_word: dict[str, list[int]] = defaultdict(list)
        for group in bodies:
            for word in {*self._bodies[group], "".join(word[0] for word in self._bodies[group])}:
                by_word[word].append(group)
        seen: set[tuple[int, int]] = set()
        for groups in by_word.values():
            if len(groups) > BIGGEST_STORY:
                continue
            for place, group in enumerate(groups):
                for other in groups[:place]:
                    if (other, group) in seen:
                        continue
                    seen.add((other, group))
                    one, two = self._bodies[other], self._bodies[group]
                    if "outlet" in (one[0], two[0]) and one[0] == two[0]:
                        continue
                    near = self._in_one_story(bodies[other], bodies[group])
                    letters = {"".join(word[0] for word in one), "".join(word[0] for word in two)}
                    if one == two:
                        yield bodies[other][0], bodies[group][0], 1, ["the same name, which several bodies may bear"]
                    elif near and (_is_held(one, two) or _is_held(two, one)):
                        yield *near, 3, [HOLDS, ONE_STORY]
                    elif near and (letters & {*one, *two}) and 1 in (len(one), len(two)):
                        yield *near, 3, ["the letters begin the words of the other name", ONE_STORY]
                    elif fuzz.ratio(" ".join(one), " ".join(two)) >= NEAR_BODY:
                        yield bodies[other][0], bodies[group][0], 2 + (near is not None), [ALMOST]

    def _first(self, names: Sequence[int]) -> str:
        """The first name of a group, "" where no name of it has one; spelled out rather than an initial."""
        return max((self._words[n][0] for n in names if len(self._words[n]) > 1), key=len, default="")

    def _surname(self, names: Sequence[int]) -> str:
        return next(self._words[n][-1] for n in names if len(self._words[n]) > 1)

    def _surname_of(self, n: int) -> str:
        return self._names[n].name.split()[-1]

    def _own_first_names(self, names: Sequence[int], surname: str) -> set[str]:
        return self._first_names({self._names[n].article for n in names}, surname)

    # ------------------------------------------------------------ the result

    def registry(self) -> Registry:
        members: dict[int, list[int]] = defaultdict(list)
        for n in range(len(self._names)):
            members[self._groups.of(n)].append(n)
        why: dict[int, list[Joined]] = defaultdict(list)
        for left, right, reason in self._joined:
            joined = Joined(self._names[left].id, self._names[right].id, reason)
            why[self._groups.of(left)].append(joined)
        source = {group: self._source(names, why.get(group, [])) for group, names in members.items()}
        ordered = sorted(source.values(), key=lambda one: (-one.articles, one.name.casefold(), one.id))
        of_name = {named.id: one for one in ordered for named in one.names}
        return Registry(tuple(ordered), self._suggestions(members, source), self._decisions(members, source), of_name)

    def _source(self, names: Sequence[int], joined: Sequence[Joined]) -> Source:
        named = [self._names[n] for n in names]
        outlet = next((self._bodies[n][1] for n in names if self._bodies.get(n, ("",))[0] == "outlet"), None)
        counted = Counter(each.name for each in named)
        name = outlet or max(counted, key=lambda one: (len(person_words(one)), counted[one], len(one), one))
        types = Counter(each.type for each in named if each.type is not SourceType.UNKNOWN)
        kind = max(types, key=lambda type: (types[type], type), default=SourceType.UNKNOWN)
        return Source(
            id=digest("source", named[0].id),
            name=name,
            type=SourceType.OUTLET if outlet else kind,
            names=tuple(named),
            articles=len({each.article for each in named}),
            outlets=len({each.outlet for each in named} - {None}),
            joined=tuple(joined),
        )

    def _suggestions(
        self, members: Mapping[int, Sequence[int]], source: Mapping[int, Source]
    ) -> tuple[Suggestion, ...]:
        best: dict[tuple[int, int], Suggestion] = {}
        for one, other, score, reasons in self._suggest(members):
            left, right = self._groups.of(one), self._groups.of(other)
            if left == right or not self._groups.may_join(left, right):
                continue
            evidence = (self._names[one], self._names[other])
            found = Suggestion(source[left], source[right], evidence, tuple(reasons), score)
            if (left, right) not in best or best[left, right].score < score:
                best[left, right] = found
        taken: Counter[str] = Counter()
        kept: list[Suggestion] = []
        for found in sorted(best.values(), key=_usefulness):
            if max(taken[found.left.id], taken[found.right.id]) < MOST_CANDIDATES:
                taken.update((found.left.id, found.right.id))
                kept.append(found)
        return tuple(kept)

    def _decisions(
        self, members: Mapping[int, Sequence[int]], source: Mapping[int, Source]
    ) -> dict[tuple[str, str], Decided]:
        found: dict[tuple[str, str], Decided] = {}
        for group in {self._groups.of(n) for n in self._judged}:
            apart = frozenset(source[foe].id for foe in self._groups.foes(group))
            for n in members[group]:
                named = self._names[n]
                found[named.article, named.name] = Decided(source[group].id, apart)
        return found


def _is_held(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a name holds another, and not only as what it is of ("Velling" in "Velling Courier")."""
    return set(short) < set(long) and (len(short) > 1 or short[0] != long[0])


def _first_names_alike(one: str, other: str) -> bool:
    """Tell whether two first names agree or are two spellings of one ("Nohad", "Nouhad")."""
    from rapidfuzz import fuzz

    return first_names_agree(one, other) or (min(len(one), len(other)) > 4 and fuzz.ratio(one, other) >= NEAR_SPELLING)


def _first_name_reason(one: str, other: str) -> str:
    if one == other:
        return "the same first name and surname"
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return f"the same surname, and {short.upper()}. may stand for {long.title()}"
    return f"the same surname, and {short.title()} is short for {long.title()}"


def _usefulness(found: Suggestion) -> tuple[int, int, str, str]:
    return -found.score, -(found.left.articles + found.right.articles), found.left.id, found.right.id
