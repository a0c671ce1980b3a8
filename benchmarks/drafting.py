"""Drafts written from an archive, with faults planted in them and sound quotes beside, and the place of each known."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.townpress import Press, Saying

INVENTED = (
    "Everybody in this building knew it, and everybody looked at the ceiling",
    "You could have heard the silence from the other side of the river",
    "My wife read it aloud at breakfast and we laughed until the toast was cold",
    "They counted the spoons and forgot the soup, as my mother would have put it",
    "A clock that is wrong all day is still admired for its dial",
    "Ask me in a year and I shall tell you which of us was the fool",
    "It took a goat, a ladder and two vicars to settle the matter",
    "Somebody will write a song about it and get every verse wrong",
)
_FRAMES = (
    "“{q},” according to {who}.",
    "Speaking later, {who} said: “{q}.”",
    "“{q},” {who} said when asked about it.",
    "In the words of {who}: “{q}.”",
    "{who} put it plainly. “{q},” {short} said.",
    "“{q},” said {who} afterwards.",
)
_FILLERS = (
    "Much has been written about this, and more of it is still to come.",
    "That is where matters stood when this newspaper went to press.",
    "Not all who were asked wished to talk.",
    "We have gone through what was printed at the time.",
    "Here is what is known so far.",
    "The rest of the story is a matter of who is believed.",
)
_NEGATIONS = (
    (r"\b(do|does|did|is|are|was|were|has|have|had|would|should|could|will|must|may|might) not\b", r"\1"),
    (r"\b(do|does|did|is|are|was|were|has|have|had|would|should|could)n[’']t\b", r"\1"),
    (r"\bcannot\b", "can"),
    (r"\bcan[’']t\b", "can"),
    (r"\bwon[’']t\b", "will"),
    (r"\bnever ", ""),
    (r"\b[Nn]o plan\b", "a plan"),
    (r"\bNobody\b", "Somebody"),
    (r"\bno one\b", "someone"),
    (r"\bNo one\b", "Someone"),
)
_OPERATORS = (
    (r"\bmay\b", "will"),
    (r"\bmight\b", "will"),
    (r"\bcould\b", "will"),
    (r"\bmust\b", "may"),
    (r"\bshould\b", "must"),
    (r"\bwould\b", "might"),
    (r"\bwill\b", "may"),
    (r"\bcan\b", "might"),
    (r"\bAll\b", "Some"),
    (r"\ball\b", "some"),
    (r"\bevery\b", "almost every"),
    (r"\bEvery\b", "Almost every"),
    (r"\bonly\b", "mostly"),
    (r"\bsome\b", "most"),
    (r"\bSome\b", "Most"),
    (r"\bbefore\b", "after"),
    (r"\bmore than\b", "less than"),
)
_CONDITIONS = (
    r",? (?:but only |only )?if [^,.;]+(?=$|[.,;])",
    r",? (?:unless|until|provided that|as long as|so long as) [^.;]+(?=$|[.;])",
)
_LEADING_CONDITION = re.compile(r"^(?:If|Unless|Until) [^,.;]+, ")
_SWAPS = (
    "told/showed safe/ready winter/decade angry/divided answer/apology plan/promise closed/sold contractor/chairman "
    "drawings/letters whole/late jobs/visitors colour/height meeting/dinner grandfather/uncle patient/loyal "
    "minutes/keys summer/year tested/painted failed/passed measured/visited report/rumour people/officials "
    "government/company family/office children/tourists police/army important/difficult great/strange good/cheap "
    "new/secret big/small "
    "country/city world/market money/time work/think know/hope believe/hear want/need see/hear many/few first/last "
    "never/rarely very/fairly situation/operation information/advice found/lost started/stopped right/duty life/career "
    "day/week years/months man/officer woman/nurse video/letter photo/story group/firm attack/threat death/illness"
)
_SWAP = {a: b for pair in _SWAPS.split() for a, b in (pair.split("/"), pair.split("/")[::-1])}
_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("colour", "color"),
    ("organise", "organize"),
    ("apologise", "apologize"),
    ("neighbour", "neighbor"),
)
_SPELLINGS += (("favor", "favour"), ("honor", "honour"), ("realiz", "realis"), ("recogniz", "recognis"))
_NUMBER = re.compile(
    r"(?<![A-Z]\w{3} )(?<![A-Z]\w{2} )(?<![A-Z]\w{4} )(?<!['s] )(?<![\w.,-])\d{1,3}(?:,\d{3})*(?![\w%]|[.,-]\d)"
)
_DATE = re.compile(
    r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Planted:
    """A place of a draft: a fault, or something sound. ``about`` is what it was made of."""

    start: int
    end: int
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft and all that was planted in it."""

    text: str
    planted: tuple[Planted, ...]


# ---------------------------------------------------------------- what is done to a quote


def _swapped_word(said: str, rng: random.Random) -> str | None:
    places = [m for m in re.finditer(r"\b[a-z]+\b", said) if m[0] in _SWAP]
    if not places:
        return None
    at = rng.choice(places)
    return said[: at.start()] + _SWAP[at[0]] + said[at.end() :]


def _first(rules: Sequence[tuple[str, str]], said: str, rng: random.Random) -> str | None:
    fitting = [rule for rule in rules if re.search(rule[0], said)]
    if not fitting:
        return None
    pattern, instead = rng.choice(fitting)
    return re.sub(pattern, instead, said, count=1)


def _without_negation(said: str, rng: random.Random) -> str | None:
    return _first(_NEGATIONS, said, rng)


def _other_operator(said: str, rng: random.Random) -> str | None:
    return _first(_OPERATORS, said, rng)


def _without_condition(said: str, rng: random.Random) -> str | None:
    for pattern in _CONDITIONS:
        if re.search(pattern, said):
            kept = re.sub(pattern, "", said, count=1)
            return kept if len(kept.split()) >= 5 else None
    if found := _LEADING_CONDITION.match(said):
        kept = said[found.end() :]
        return kept[:1].upper() + kept[1:] if len(kept.split()) >= 5 else None
    return None


def _other_number(said: str, rng: random.Random) -> str | None:
    found = list(_NUMBER.finditer(said))
    if not found:
        return None
    at = rng.choice(found)
    value = int(at[0].replace(",", ""))
    return f"{said[: at.start()]}{value + rng.choice([2, 3, 5, 8]) * max(1, value // 10):,}{said[at.end() :]}"


def _spliced(said: str, rng: random.Random) -> str | None:
    """The first half of a sentence and the second of another, with nothing to show that they were apart."""
    sentences = [s for s in _SENTENCE.split(said) if len(s.split()) >= 7]
    if len(sentences) < 2:
        return None
    one, two = sentences[0].rstrip(".!?").split(), sentences[1].rstrip(".!?").split()
    return " ".join([*one[: max(4, len(one) // 2)], *two[-max(4, len(two) // 2) :]])


def _openly_shortened(said: str, rng: random.Random) -> str | None:
    sentences = _SENTENCE.split(said)
    if len(sentences) > 1:
        return sentences[0].rstrip(".")
    words = said.split()
    if len(words) < 14 or re.search(
        r"\b(not|no|never|nobody|none|cannot|if|unless|until|provided|but|only|as long|may|might|could|would|believe|"
        r"think|although|though|however)\b|n[’']t\b",
        said,
        re.IGNORECASE,
    ):
        return None
    a = rng.randint(4, 6)
    return f"{' '.join(words[:a])} … {' '.join(words[a + rng.randint(2, 3) :])}"


def _bracketed(said: str, rng: random.Random) -> str | None:
    for pronoun, instead in (
        ("they", "officials"),
        ("it", "the report"),
        ("He", "The chairman"),
        ("she", "the doctor"),
    ):
        if re.search(rf"\b{pronoun}\b(?!['’])", said):
            return re.sub(rf"\b{pronoun}\b(?!['’])", f"[{instead}]", said, count=1)
    words = said.split()
    at = rng.randint(3, max(3, len(words) - 3))
    return " ".join([*words[:at], "[sic]", *words[at:]])


def _respelled(said: str, rng: random.Random) -> str | None:
    for old, new in _SPELLINGS:
        if old in said:
            return said.replace(old, new)
    return None


def _remarked(said: str, rng: random.Random) -> str | None:
    """The same in another typewriter's marks; the frame's marks are changed too."""
    return said.replace("’", "'").replace("“", "'").replace("”", "'").replace("–", "-").replace("—", " - ")


def _as_it_is(said: str, rng: random.Random) -> str | None:
    return said


Change = Callable[[str, random.Random], "str | None"]
QUOTE_FAULTS: dict[str, Change] = {
    "word altered": _swapped_word,
    "negation lost": _without_negation,
    "operator changed": _other_operator,
    "condition cut": _without_condition,
    "number in quote changed": _other_number,
    "spliced": _spliced,
    "wrong speaker": _as_it_is,
    "invented": _as_it_is,
}
STATED_FAULTS = ("number changed", "date changed", "wrong outlet", "somebody else's words")
SOUND: dict[str, Change] = {
    "verbatim": _as_it_is,
    "openly shortened": _openly_shortened,
    "brackets": _bracketed,
    "spelling": _respelled,
    "other marks": _remarked,
    "broken by its cue": _as_it_is,
}


# ---------------------------------------------------------------- writing


@dataclass(slots=True)
class _Writer:
    """Writes one draft, line by line; remembers where what stands."""

    text: str = ""
    planted: list[Planted] | None = None

    def line(self, before: str, marked: str = "", after: str = "", kind: str = "", about: str = "") -> None:
        if self.text:
            self.text += "\n\n"
        start = len(self.text) + len(before)
        self.text += before + marked + after
        if kind:
            self.planted = [*(self.planted or []), Planted(start, start + len(marked), kind, about)]


def write_drafts(press: Press, count: int, faults: int, seed: int) -> list[Draft]:
    """Return ``count`` drafts with about ``faults`` faults in all, as many sound quotes, and sound reports beside."""
    rng = random.Random(seed)
    speakers_of: dict[str, set[str]] = {}
    for each in (*press.quotes, *press.reported):
        speakers_of.setdefault(each.text, set()).add(each.speaker)
    quotes = _distinct([each for each in press.quotes if len(speakers_of[each.text]) == 1])
    rng.shuffle(quotes)
    kinds = [*QUOTE_FAULTS, *STATED_FAULTS]
    wanted = [kinds[n % len(kinds)] for n in range(faults)]
    sound = [list(SOUND)[n % len(SOUND)] for n in range(faults + faults // 4)]
    rng.shuffle(wanted)
    rng.shuffle(sound)
    stock = _Stock(press, quotes, rng)
    writers = [_Writer() for _ in range(count)]
    jobs = [*(("fault", kind) for kind in wanted), *(("sound", kind) for kind in sound)]
    rng.shuffle(jobs)
    for number, (what, kind) in enumerate(jobs):
        writer = writers[number % count]
        if rng.random() < 0.3:
            writer.line(rng.choice(_FILLERS))
        if kind in STATED_FAULTS:
            stock.plant_statement(writer, kind)
        else:
            stock.plant_quote(writer, what, kind)
    for number in range(faults // 2):
        stock.plant_statement(writers[number % count], ("sound report", "right outlet", "sound statement")[number % 3])
    return [Draft(writer.text, tuple(writer.planted or ())) for writer in writers]


def _distinct(quotes: Sequence[Saying]) -> list[Saying]:
    return list({each.text: each for each in quotes}.values())


@dataclass(slots=True)
class _Stock:
    press: Press
    quotes: list[Saying]
    rng: random.Random
    used: set[str] | None = None

    def plant_quote(self, writer: _Writer, what: str, kind: str) -> None:
        rng = self.rng
        change = (QUOTE_FAULTS if what == "fault" else SOUND)[kind]
        for saying in self._unused():
            made = change(saying.text, rng)
            if made is None or (what == "fault" and made == saying.text and change is not _as_it_is):
                continue
            if any(
                _letters(made) in _letters(each.text) for each in self.press.quotes if each.speaker != saying.speaker
            ):
                continue  # somebody else's very words
            self.used = (self.used or set()) | {saying.text}
            who = saying.speaker
            if kind == "wrong speaker":
                who = rng.choice([each.speaker for each in self.press.quotes if self._others(each, saying)])
            if kind == "invented":
                made = rng.choice(INVENTED)
            if kind == "broken by its cue" and "[" in made:
                continue
            if kind == "broken by its cue":
                self._broken(writer, made, who, saying)
                return
            self._framed(writer, made, who, kind, saying)
            return

    def _others(self, each: Saying, saying: Saying) -> bool:
        return not set(each.speaker.split()) & set(saying.speaker.split())

    def _framed(self, writer: _Writer, made: str, who: str, kind: str, saying: Saying) -> None:
        frame = self.rng.choice(_FRAMES)
        if kind == "other marks":
            frame = frame.replace("“", '"').replace("”", '"')
        frame = frame.replace("{who}", who).replace("{short}", who.split()[-1])
        before, _, after = frame.partition("{q}")
        if after.startswith(".") and made[-1:] in ".!?":
            after = after[1:]
        writer.line(before, made, after, kind, f"{saying.speaker}: {saying.text}")

    def _broken(self, writer: _Writer, made: str, who: str, saying: Saying) -> None:
        words = made.split()
        at = next((n for n in range(4, len(words) - 3) if words[n - 1][-1] in ",.;"), min(6, len(words) // 2))
        first, second = " ".join(words[:at]), " ".join(words[at:])
        stop = "." if first.endswith(".") else ","
        first = first.rstrip(",.;")
        marked = f"{first},” {who} said{stop} “{second}"
        writer.line("“", marked, ".”", "broken by its cue", f"{saying.speaker}: {saying.text}")

    def _unused(self) -> Iterator[Saying]:
        used = self.used or set()
        some = [each for each in self.quotes if each.text not in used]
        self.rng.shuffle(some)
        yield from some

    def plant_statement(self, writer: _Writer, kind: str) -> None:
        rng, press = self.rng, self.press
        if kind in ("number changed", "date changed", "sound statement"):
            change = {"number changed": _other_number, "date changed": _other_date}.get(kind, _as_it_is)
            for stated in rng.sample(press.stated, len(press.stated)):
                made = change(stated.text, rng)
                if made is not None:
                    writer.line("", made, "", kind, stated.text)
                    return
            return
        if kind in ("wrong outlet", "right outlet"):
            holds: dict[str, set[str]] = {}
            for each in press.stated:
                holds.setdefault(each.text, set()).add(each.outlet)
            stated = rng.choice(press.stated)
            every = sorted({each.outlet for each in press.stated})
            others = [
                outlet for outlet in every if outlet not in holds[stated.text] and self._silent(outlet, stated.text)
            ]
            right = kind == "right outlet"
            if not right and not others:
                return
            outlet = stated.outlet if right else rng.choice(others)
            before, after = rng.choice(
                (("According to the ", f", {_lower(stated.text)}"), ("The ", f" reported that {_lower(stated.text)}"))
            )
            writer.line(before, outlet, after, kind, f"{', '.join(sorted(holds[stated.text]))}: {stated.text}")
            return
        if not press.reported:
            return
        saying = rng.choice(press.reported)
        who = saying.speaker
        if kind == "somebody else's words":
            who = rng.choice([each.speaker for each in press.quotes if self._others(each, saying)])
        before, after = rng.choice((("", f" said that {saying.text}."), ("According to ", f", {saying.text}.")))
        writer.line(before, who, after, kind, f"{saying.speaker}: {saying.text}")

    def _silent(self, outlet: str, text: str) -> bool:
        """Whether no article of ``outlet`` has most of a sentence's longer words."""
        words = set(re.findall(r"\w{4,}", text.casefold()))
        for each in self.press.articles:
            if each.outlet == outlet and sum(word in each.text.casefold() for word in words) > 0.6 * len(words):
                return False
        return True


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _other_date(said: str, rng: random.Random) -> str | None:
    found = _DATE.search(said)
    if not found:
        return None
    day = (int(found[1]) + rng.randint(3, 12)) % 28 + 1
    return f"{said[: found.start()]}{day} {found[2]}{said[found.end() :]}"


def _lower(sentence: str) -> str:
    return (
        sentence[:1].lower() + sentence[1:] if re.match(r"(?:The|About|A|An|In|On|It|There)\b", sentence) else sentence
    )
