"""The words of a quotation as they are compared: in one typography, spelling and form, each with its place.

Typographic marks, capitals, [brackets], British or American spelling, "um" and "er" make no difference. Short forms are
two words ("don't": do, not), and a figure with its scale, sign or month is one ("£1.5 million", "3 March"), so that
other forms of it are the same word. What a word is compared by is its *key*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.records import Span
from index.days import days
from index.numerals import Bound, numerals

LONGEST_READ = 5_000
"""Code points of a line up to which its figures are read; in a longer one each word is compared as it stands."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text with its place, the key by which it is compared, and its sentence's number."""

    start: int
    end: int
    text: str
    key: str
    sentence: int
    after_gap: bool  # a [bracket] or an ellipsis stands before it
    after_pause: bool = False  # a comma, a colon, a dash, the cue that breaks a quotation


_WORD = re.compile(r"\w+(?:[.,'’]\w+)*|[%€$£]")
_BRACKET = re.compile(r"\[[^\[\]\n]{0,200}\]")
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…")
_SENTENCE_END = re.compile(r"[.!?…;]")
_PAUSE = re.compile(r"[,;:()]|\s[-–]|—")
_SHORT_WORD = (
    r"(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Prof|Rev|Hon|Jr|Sr|vs|Sept|Inc|Corp|Ltd|[A-HJ-Z]"
    r"|(?:[A-Za-z]\.)+[A-Za-z])"
)
_TITLE = re.compile(rf"{_SHORT_WORD}\Z")
_TITLE_DOT = re.compile(rf"\b{_SHORT_WORD}\.")

_SPELLINGS = (
    (re.compile(r"(?<=\w{3})our(?=$|s$|ed$|ing$|it|able|al|hood|ful|less|er|ly)"), "or"),
    (re.compile(r"(?<=\w{3})([iy])s(?=e$|es$|ed$|ing$|er$|ers$|ation)"), r"\1z"),
    (re.compile(r"(?<=\w{3})ll(?=ed$|ing$|er$|ers$)"), "l"),
    (re.compile(r"^((?:cent|theat|fib|calib|sab|somb|lit|(?:\w*)met))re(?=s?$)"), r"\1er"),
    (re.compile(r"(?<=\w{3})ogue(?=s?$)"), "og"),
    (re.compile(r"^(def|off|lic|pret)enc(?=e$|es$|ed$)"), r"\1ens"),
    (re.compile(r"^practic(?=e$|ed$|es$)"), "practis"),
)
_VARIANTS = {
    **{"grey": "gray", "programme": "program", "programmes": "programs", "aluminium": "aluminum", "plough": "plow"},
    **{"sceptic": "skeptic", "sceptical": "skeptical", "mould": "mold", "jewellery": "jewelry", "ageing": "aging"},
    **{"judgement": "judgment", "whilst": "while", "amongst": "among", "towards": "toward", "learnt": "learned"},
    **{"storey": "story", "percent": "%", "ok": "okay", "enquiry": "inquiry", "gaol": "jail", "kerb": "curb"},
    **{"tyre": "tire", "tyres": "tires", "cheque": "check", "cheques": "checks", "burnt": "burned", "spelt": "spelled"},
    **{"mister": "mr", "missus": "mrs", "doctor": "dr", "saint": "st", "street": "st", "govt": "government"},
    **{"dept": "department", "versus": "vs", "avenue": "ave", "till": "until"},
    **{"cosy": "cozy", "pyjamas": "pajamas", "draught": "draft", "manoeuvre": "maneuver", "mum": "mom"},
}
_ONES = "zero one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: str(value) for value, word in enumerate(f"{_ONES} {_TEENS}".split())} | {"nil": "0"}
_NUMBERS |= {word: str(10 * n) for n, word in enumerate(_TENS.split()) if n > 1}
_COUNTING = "hundred|thousand|million|billion|trillion|dozen|score|half|halves|third|quarter|fifth|sixth|seventh|eighth"
_FIGURE = re.compile(
    rf"[\d¼½¾⅐-⅞]|\b(?:{'|'.join(_NUMBERS)}|(?:{_COUNTING}|ninth|tenth)s?|midnight|midday|noon)\b", re.IGNORECASE
)
_MONTHS = "January February March April May June July August September October November December"
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' if name[3:] else name for name in _MONTHS.split())})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH}\b"),
    re.compile(rf"\b{_MONTH}\.? {_DAY}\b(?![,.]\d)"),
)
_DECADE = re.compile(r"\bnineteen[- ](?P<tens>twen|thir|for|fif|six|seven|eigh|nine)ties\b", re.IGNORECASE)
_TENS_OF = {"twen": 2, "thir": 3, "for": 4, "fif": 5, "six": 6, "seven": 7, "eigh": 8, "nine": 9}
_PART = re.compile(r"(?<!\d)(?P<whole>\d{0,9})(?P<part>[¼½¾⅐-⅞])")
_CURRENCIES = {"pounds": "GBP", "pound": "GBP", "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR"}
_RESULT = re.compile(rf"\b(?P<one>{'|'.join(_NUMBERS)})[-–](?P<two>{'|'.join(_NUMBERS)})\b", re.IGNORECASE)

_FILLERS = frozenset(("um", "uh", "er", "erm", "ah", "oh", "hmm", "hm"))
_DROPPED_G = re.compile(r"['’](?=\s+\w)")
_CLIPPED = {"cause": "because", "em": "them", "til": "until", "bout": "about"}
_IN_TWO = {
    **{"won't": ("will", "not", 2), "can't": ("can", "not", 2), "shan't": ("shall", "not", 3)},
    **{"cannot": ("can", "not", 3), "gonna": ("going", "to", 3), "wanna": ("want", "to", 3)},
    **{"gotta": ("got", "to", 3), "let's": ("let", "us", 3)},
}
"""Short forms: the keys of their two words, and how many letters the first has."""
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "'d"}
_IS = frozenset(("it", "he", "she", "that", "there", "here", "what", "who", "where", "how"))
SHORT = {"'s": frozenset(("is", "has")), "'d": frozenset(("would", "had"))}
"""Keys of short words that stand for either of two."""


def words(text: str, spans: Sequence[Span] | None = None, sentence: int = 0) -> list[Word]:
    """Return the words of ``text`` inside ``spans`` (all of it if ``None``), less what stands in [brackets].

    ``sentence`` is the number of the first sentence; a cue between two spans may end one.
    """
    found: list[Word] = []
    for span in [Span(0, len(text))] if spans is None else spans:
        piece = span.of(text)
        brackets = [match.span() for match in _BRACKET.finditer(piece)]
        last, gap, pause = 0, False, bool(found)
        if found and _ends_sentence(text[found[-1].end : span.start], found[-1].text):
            sentence += 1
        for start, end, key in _tokens(piece):
            if brackets and any(begin < start < stop for begin, stop in brackets):
                continue
            between = piece[last:start]
            if between not in ("", " "):
                gap = gap or bool(_ELLIPSIS.search(between) or _BRACKET.search(between))
                pause = pause or _PAUSE.search(between) is not None
                if found and last and _ends_sentence(between, found[-1].text):
                    sentence += 1
            last = end
            if key in _FILLERS and not piece[start:end].isupper():
                continue
            found.append(Word(span.start + start, span.start + end, piece[start:end], key, sentence, gap, pause))
            gap = pause = False
    return found


def keys(text: str) -> set[str]:
    """Return the keys of all words of ``text``: quicker than :func:`words` where their places do not matter."""
    return {key for _, _, key in _tokens(text)}


def in_print(these: Sequence[Word]) -> str:
    """Return words one after the other as a reader is shown them, without the marks between them."""
    shown = ""
    for n, word in enumerate(these):
        shown += (" " if n and these[n - 1].end != word.start else "") + word.text
    return shown


def _ends_sentence(between: str, before: str) -> bool:
    between = _TITLE_DOT.sub("", _ELLIPSIS.sub("", _BRACKET.sub("", between)))
    if between.startswith(".") and _TITLE.match(before):
        between = between[1:]
    return _SENTENCE_END.search(between) is not None


def _tokens(piece: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each word begins and ends, and its key."""
    figures = list(_figures_by_line(piece)) if _FIGURE.search(piece) else []
    last = 0
    for match in _WORD.finditer(piece):
        start, end = match.span()
        if start < last:
            continue
        while figures and figures[0][1] <= start:
            figures.pop(0)
        if figures and last <= figures[0][0] <= start:
            start, last, key = figures.pop(0)
            yield start, last, key
            continue
        last = end
        if end - start > 2 and ("'" in match[0] or "’" in match[0] or match[0].lower() in _IN_TWO):
            yield from _in_two(match[0], start)
        elif end - start > 3 and match[0].endswith("in") and _is_clipped(piece, start, end):
            yield start, end, _key(f"{match[0]}g")
        elif match[0] in _CLIPPED and piece[max(0, start - 1) : start] in ("'", "’", "‘"):
            yield start, end, _CLIPPED[match[0]]
        else:
            yield start, end, _key(match[0])


def _is_clipped(piece: str, start: int, end: int) -> bool:
    """Tell whether the mark after a word stands for its g, and closes no quotation in single marks: "goin' home"."""
    opened = re.search(r"(?<!\w)['‘](?=\w)[^'’]*\Z", piece[:start]) is not None
    return not opened and _DROPPED_G.match(piece, end) is not None and not piece[start].isupper()


def _in_two(word: str, start: int) -> Iterator[tuple[int, int, str]]:
    plain = word.lower().replace("’", "'")
    one, two, cut = _IN_TWO.get(plain, ("", "", 0)) if len(plain) == len(word) else ("", "", 0)
    if not one and "'" in plain:
        cut = max(word.rfind("'"), word.rfind("’"))
        if plain.endswith("n't"):
            cut -= 1
        host, ending = word[:cut], plain[plain.rindex("'") - plain.endswith("n't") :]
        if host and (ending in _ENDINGS or (ending == "'s" and host.lower() in _IS)):
            one, two = _key(host), _ENDINGS.get(ending, ending)
    if one:
        yield start, start + cut, one
        yield start + cut, start + len(word), two
    else:
        yield start, start + len(word), _key(word)


def _figures_by_line(piece: str) -> Iterator[tuple[int, int, str]]:
    """Yield the figures of each line by itself: the work of finding them grows faster than a text."""
    start = 0
    for line in piece.splitlines(keepends=True):
        if len(line) <= LONGEST_READ and _FIGURE.search(line):
            yield from ((start + begin, start + end, key) for begin, end, key in _figures(line))
        start += len(line)


def _figures(piece: str) -> list[tuple[int, int, str]]:
    """Return where figures of more than a word stand, and by what each is compared, none overlapping another."""
    found = [
        (*match.span(), f"{int(match['day'])} {match['month'][:3].lower()}")
        for pattern in _DATES
        for match in pattern.finditer(piece)
    ]
    found += [(day.start, day.end, f"{day.minutes} min") for day in days(piece) if day.minutes is not None]
    found += [(*match.span(), f"19{_TENS_OF[match['tens'].lower()]}0s") for match in _DECADE.finditer(piece)]
    found += [(*match.span(), _part(match)) for match in _PART.finditer(piece)]
    found += [
        (*match.span(), f"{_NUMBERS[match['one'].lower()]}-{_NUMBERS[match['two'].lower()]}")
        for match in _RESULT.finditer(piece)
        if "nil" in match[0].lower()
    ]
    for each in numerals(piece):
        if each.score:
            found.append((each.start, each.end, re.sub(r"\s|–", "-", piece[each.start : each.end])))
        elif each.low != each.high and len(each.parts) == 2:
            found.append((each.start, each.end, f"{each.low:.12g}-{each.high:.12g}"))
        elif each.fraction:
            found.append((each.start, each.end, f"{each.low:.4g} %"))
        elif each.low == each.high and len(each.parts) == 1 and not each.hyphened and each.bound is not Bound.MANY:
            sign = each.unit if each.unit == "%" or each.unit_end == each.end else _CURRENCIES.get(each.unit or "")
            end = each.unit_end if sign else each.end
            found.append((each.start, end, f"{each.low:.12g} {sign}" if sign else f"{each.low:.12g}"))
    kept: list[tuple[int, int, str]] = []
    for figure in sorted(found, key=lambda figure: (figure[0], -figure[1])):
        if not kept or kept[-1][1] <= figure[0]:
            kept.append(figure)
    return kept


def _part(match: re.Match[str]) -> str:
    share = unicodedata.numeric(match["part"])
    return f"{int(match['whole']) + share:.12g}" if match["whole"] else f"{100 * share:.4g} %"


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    key = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", key):
        return key.replace(",", "")
    stem = key.removesuffix("'s")
    owner = key[len(stem) :]
    for pattern, instead in _SPELLINGS:
        stem = pattern.sub(instead, stem)
    return _NUMBERS.get(stem, _VARIANTS.get(stem, stem)) + owner
