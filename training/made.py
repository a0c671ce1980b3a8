"""Pairs made by rule from news sentences, for what inference data seldom shows: figures and dates changed, who did what
to whom turned round, hoaxes, rumours, hedges, questions in headlines.

    python -m training.made build/made.jsonl

Sentences of PolNeAR's training articles and CLEF's checked claims are changed by grammar (spaCy's parse) or set in a
frame; the label follows from the change. A rule that cannot be sure of its sentence makes nothing of it. Each frame is
made in versions that keep the fact too, so that a cue word alone tells nothing. Written as ``training/relation.py``
reads pairs.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from calendar import day_name, month_name
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from benchmarks import gold
from claims.language import load
from settings import Claims

SEED = 3
SENTENCES = 4600
INVENTED = 2500
TOLD = 7000
ENTAILS, NEITHER, CONTRADICTS = "entailment", "neutral", "contradiction"
Made = tuple[str, str, str]
"""Premise, hypothesis, label."""

_NUMBER = re.compile(r"(?<![\w.,$£€-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w,]|\.\d)")
_MONTHS = month_name[1:]
_DAYS = day_name[:]
_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
_OPPOSITES = (
    "rose/fell increased/decreased won/lost approved/rejected accepted/rejected allowed/banned opened/closed "
    "gained/lost hired/fired joined/left started/ended supported/opposed passed/failed released/detained "
    "higher/lower more/fewer alive/dead guilty/innocent confirmed/denied strengthened/weakened rises/falls "
    "increase/decrease before/after "
    "bought/sold arrived/departed praised/criticised safe/dangerous legal/illegal raised/cut first/last up/down "
    "arrested/freed survived/died agreed/refused win/lose rise/fall open/closed early/late largest/smallest"
)
_OPPOSED = {a: b for pair in _OPPOSITES.split() for a, b in (pair.split("/"), pair.split("/")[::-1])}
_SAME = (
    "said/stated bought/purchased began/started ended/finished killed/slain fired/sacked about/around children/kids "
    "automobile/car firm/company physician/doctor attorney/lawyer injured/hurt wounded/injured large/big nearly/almost "
    "won/secured died/perished arrested/detained approved/endorsed rejected/dismissed purchase/buy assist/help "
    "home/house"
)
_SYNONYMS = {a: b for pair in _SAME.split() for a, b in (pair.split("/"), pair.split("/")[::-1])}
_SPEAKERS = (
    "police officials sources witnesses a-spokeswoman the-ministry a-report local-media researchers critics an-aide "
    "two-newspapers the-company residents a-blog an-activist the-website one-senator campaigners the-agency"
)
_DENIED = """
It is not true that {}.
Claims that {} are false.
No, {} is not what happened: the story was made up.
The story that {} is a hoax.
A rumour that {} has been debunked.
The report that {} turned out to be fake.
There is no truth to the claim that {}.
Contrary to what was reported, it is false that {}.
Hoax: {}.
FAKE NEWS: {}.
That {} is an invention of a satirical site.
{speaker} denied that {}.
{speaker} rejected reports that {}.
A prank made people believe that {}.
Picture said to show that {} is photoshopped.
Nothing of the sort happened: that {} is a myth.
{speaker} dismissed as untrue a claim that {}.
Officials have ruled out that {}.
Did it happen that {}? No.
{S}? No, that is not so.
{S}? Sorry, that is a myth.
Pictures that seem to show that {} are fake.
{speaker} boasted that {}, but it is not true.
It was planned that {}, but the plan was dropped.
Had it been so that {}, much would be different.
It was reported that {}. In fact nothing of the kind happened.
"""
_OPEN = """
Rumours say that {}.
{speaker} claims that {}.
It has been reported that {}.
{speaker} said that {}.
{S}, according to {speaker}.
{S}, {speaker} said.
{speaker} alleged that {}.
Did it happen that {}?
{S}?
Unconfirmed reports say that {}.
Reportedly, {}.
If {}, there will be an inquiry.
{speaker} are looking into whether {}.
It could be that {}.
Perhaps {}.
Social media users are sharing a story that {}.
Report: {S}
{speaker}: {S}
It is feared that {}.
Allegedly, {}.
Nobody has confirmed that {}.
{speaker} asked whether {}.
{S}, {speaker} writes.
{S}, if {speaker} is right.
Whether {} is not known.
{speaker} would not say whether {}.
{S}, in the view of {speaker}.
Gossip has it that {}.
{speaker} swears that {}.
{speaker} denies that {}, but others insist.
{S}, {speaker} told the newspaper.
{S}, it is claimed.
Neither {speaker} nor anybody else would say whether {}.
It is planned that {}.
Talks are under way so that {}.
"""
_HELD = """
It is true that {}.
It has been confirmed that {}.
Indeed, {}.
BREAKING: {S}
{S} - and there are pictures.
Yes, {}: rumours were true.
The truth is that {}.
It is a fact that {}.
It is no hoax: {}.
Not a rumour any more: {}.
It sounded like a hoax, but {}.
{S}, as pictures seen by this newspaper show.
{S}, and said nothing of it.
Did it happen? Yes: {}.
{S}, and nobody denies it.
"""
_ALIKE = """

It is possible that {}|Possibly, {}|Perhaps {}|It may be that {}
Rumours say that {}|There are rumours that {}|Rumour has it that {}
{speaker} claims that {}|According to {speaker}, {}
"""
_FIRST = [
    "Ana",
    "Boris",
    "Carla",
    "Denis",
    "Edda",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Katya",
    "Luis",
    "Mara",
    "Nils",
    "Olga",
    "Pavel",
    "Rosa",
    "Sven",
    "Tilda",
    "Umar",
]
_LAST = [
    "Abel",
    "Brunner",
    "Castro",
    "Dorn",
    "Ekman",
    "Fuchs",
    "Garrow",
    "Holt",
    "Ibsen",
    "Jarvis",
    "Kovac",
    "Lund",
    "Moro",
    "Novak",
    "Ortiz",
    "Pell",
    "Quist",
    "Rask",
    "Sorel",
    "Tarn",
]
_FIRMS = [
    "Altair",
    "Borex",
    "Calder",
    "Denova",
    "Elbrus",
    "Fenwick",
    "Gantry",
    "Helix",
    "Indra",
    "Jovian",
    "Kestrel",
    "Lumen",
    "Marlow",
    "Nordic",
    "Orbis",
]
_PLACES = [
    "Aldburg",
    "Brenton",
    "Calvia",
    "Dunmore",
    "Estrel",
    "Farrow",
    "Gildern",
    "Havel",
    "Istria",
    "Juneville",
    "Karst",
    "Lindau",
    "Morrow",
    "Narva",
]
_CONVERSE = """
{A} beat {B} in the final;{B} lost to {A} in the final
{A} defeated {B} on Sunday;{B} was defeated by {A} on Sunday
{A} sold the factory to {B};{B} bought the factory from {A}
{A} lent {B} the money;{B} borrowed the money from {A}
{A} sued {B};{B} was sued by {A}
{A} accused {B} of fraud;{B} was accused of fraud by {A}
{A} taught {B};{B} was a pupil of {A}
{A} hired {B};{B} was hired by {A}
{A} succeeded {B} as chairman;{B} was followed by {A} as chairman
{A} is older than {B};{B} is younger than {A}
{A} arrived before {B};{B} arrived after {A}
{A} leads {B} in the polls;{B} trails {A} in the polls
{A} hit {B};{B} was hit by {A}
{A} gave the letter to {B};{B} got the letter from {A}
{A} took over {B};{B} was taken over by {A}
{A} paid {B} for the house;{B} was paid for the house by {A}
{A} shot {B};{B} was shot by {A}
{A} invaded {B};{B} was invaded by {A}
{A} exports steel to {B};{B} imports steel from {A}
{A} criticised {B};{B} came under criticism from {A}
{A} married {B}'s sister;{B}'s sister was married to {A}
{A} owes {B} a million;{B} is owed a million by {A}
{A} overtook {B};{B} was overtaken by {A}
{A} fired {B};{B} lost the job at the hands of {A}
{A} defended {B};{B} was defended by {A}
{A} rescued {B} from the water;{B} was pulled from the water by {A}
{A} voted for {B};{B} got the vote of {A}
"""
_MEASURES = {
    "km": ("miles", 0.621),
    "kilometres": ("miles", 0.621),
    "kg": ("pounds", 2.205),
    "metres": ("feet", 3.281),
    "litres": ("gallons", 0.264),
}
_MEASURED = """
The road is {} long
The runner covered {}
Divers went down to {}
The load weighed {}
A leak of {} was found
The fence stretches {}
"""
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SHARES = {
    "half": "50 percent",
    "a quarter": "25 percent",
    "a third": "33 percent",
    "one in five": "20 percent",
    "three quarters": "75 percent",
    "one in ten": "10 percent",
}
_SHARED = """
{} of voters back the plan
The firm cut {} of its staff
{} of homes lost power
{} of patients recovered
Nearly {} of the land burned
"""
_UNITS = ("percent", "per", "dollars", "pounds", "euros", "miles", "points", "degrees", "feet", "metres", "km")
_HEDGES = {"will": ("may", "might", "could"), "has": ("may have",), "have": ("may have",), "is": ("may be", "could be")}


def made(doc: Any, chance: random.Random) -> Iterator[Made]:
    """Yield the pairs of one sentence."""
    text = doc.text
    for rule in (_figures, _dates, _negated, _turned, _replaced, _framed, _hedged, _shortened, _left_out):
        yield from rule(doc, text, chance)


def _figures(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    found = [match for match in _NUMBER.finditer(text) if not 1900 <= float(match[1].replace(",", "")) <= 2030]
    if not found:
        return
    match = chance.choice(found)
    value = float(match[1].replace(",", ""))
    other = value * chance.choice((0.5, 2, 3, 1.2, 0.8, 10)) if value >= 10 else value + chance.choice((1, 2, 3, 5))
    if value.is_integer():
        other = float(round(other))
    shown = f"{other:,.0f}" if other.is_integer() else f"{other:.1f}"
    if other != value:
        yield text, _put(text, match.span(1), shown), CONTRADICTS
    if value.is_integer():
        if value < 100:
            yield text, _put(text, match.span(1), spelled(int(value))), ENTAILS
            if 0 < other < 100 and other != value:
                yield text, _put(text, match.span(1), spelled(int(other))), CONTRADICTS
        elif value >= 1000:
            yield text, _put(text, match.span(1), f"{value:.0f}" if "," in match[1] else f"{value:,.0f}"), ENTAILS


def _dates(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    named = [name for name in (*_MONTHS, *_DAYS) if re.search(rf"\b{name}\b", text) and name != "May"]
    if named:
        name = chance.choice(named)
        other = chance.choice([one for one in (_MONTHS if name in _MONTHS else _DAYS) if one != name])
        yield text, re.sub(rf"\b{name}\b", other, text, count=1), CONTRADICTS
    if years := re.findall(r"\b(?:19|20)\d\d\b", text):
        year = chance.choice(years)
        yield text, text.replace(year, str(int(year) + chance.choice((-3, -2, -1, 1, 2, 4))), 1), CONTRADICTS
    day = re.search(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b(?!,? \d{{4}})", text)
    if day:
        yield text, _put(text, day.span(), f"{day[2]} {day[1]}"), ENTAILS


def spelled(value: int) -> str:
    """Return a number below a hundred in words."""
    if value < len(_WORDS):
        return _WORDS[value]
    if value < 20:
        return ["sixteen", "seventeen", "eighteen", "nineteen"][value - 16]
    return _TENS[value // 10 - 2] + (f"-{_WORDS[value % 10]}" if value % 10 else "")


def invented(chance: random.Random, count: int) -> Iterator[Made]:
    """Yield pairs about invented people, firms and places: converse verbs, measures, shares, dates."""
    for _ in range(count):
        if chance.random() < 0.5:
            one, two = chance.sample(
                _FIRMS if chance.random() < 0.4 else [f"{chance.choice(_FIRST)} {name}" for name in _LAST], 2
            )
            left, right = chance.choice(_CONVERSE.strip().splitlines()).split(";")
            place = chance.choice(("", f" in {chance.choice(_PLACES)}", f", {chance.choice(_PLACES)} police said"))
            shown = left.format(A=one, B=two) + place
            yield shown, right.format(A=one, B=two) + place, ENTAILS
            yield shown, right.format(A=two, B=one) + place, CONTRADICTS
            if chance.random() < 0.5:
                yield shown, left.format(A=two, B=one) + place, CONTRADICTS
        elif chance.random() < 0.4:
            value, (unit, (other, factor)) = chance.randint(2, 900), chance.choice(list(_MEASURES.items()))
            frame = chance.choice(_MEASURED.strip().splitlines())
            wrong = value * factor * chance.choice((0.6, 1.5, 2, 0.4))
            yield frame.format(f"{value} {unit}"), frame.format(f"{value * factor:.0f} {other}"), ENTAILS
            yield frame.format(f"{value} {unit}"), frame.format(f"{wrong:.0f} {other}"), CONTRADICTS
        elif chance.random() < 0.5:
            share, other = chance.sample(list(_SHARES), 2)
            frame = chance.choice(_SHARED.strip().splitlines())
            yield frame.format(share.capitalize()), frame.format(_SHARES[share]), ENTAILS
            yield frame.format(share.capitalize()), frame.format(_SHARES[other]), CONTRADICTS
        else:
            day, month, year = chance.randint(1, 28), chance.randrange(12), chance.randint(2001, 2024)
            frame = chance.choice(
                (
                    "The bridge opened on {}",
                    "{} is the day of the vote",
                    "She was born on {}",
                    "The law takes effect on {}",
                )
            )
            shown = [
                f"{day} {_MONTHS[month]} {year}",
                f"{_MONTHS[month]} {day}, {year}",
                f"{year}-{month + 1:02}-{day:02}",
            ]
            changed = chance.choice(
                (
                    f"{day} {_MONTHS[month - 3]} {year}",
                    f"{_MONTHS[month]} {day + 2}, {year}",
                    f"{day} {_MONTHS[month]} {year - 1}",
                )
            )
            one, two = chance.sample(shown, 2)
            yield frame.format(one), frame.format(two), ENTAILS
            yield frame.format(one), frame.format(changed), CONTRADICTS


def _negated(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    """Yield the sentence negated at its main verb."""
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is None or any(token.dep_ == "neg" for token in doc):
        return
    helpers = [token for token in root.children if token.dep_ in ("aux", "auxpass") and token.i < root.i]
    if helpers and helpers[0].lower_ in [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "should",
        "must",
    ]:
        word = helpers[0]
        yield from _both_ways(text, _put(text, (word.idx + len(word), word.idx + len(word)), " not"), chance)
        if word.lower_ in ("is", "was", "has", "are", "were", "have", "would", "could"):
            yield text, _put(text, (word.idx + len(word), word.idx + len(word)), "n't"), CONTRADICTS
    elif root.lemma_ == "be" and root.lower_ in ["is", "are", "was", "were"]:
        yield from _both_ways(text, _put(text, (root.idx + len(root), root.idx + len(root)), " not"), chance)
    elif root.tag_ == "VBD":
        bare = root.lemma_
        yield from _both_ways(text, _put(text, (root.idx, root.idx + len(root)), f"did not {bare}"), chance)
        place = (root.idx, root.idx + len(root))
        ways = [
            _put(text, place, way)
            for way in (f"did not {bare}", f"didn't {bare}", f"failed to {bare}", f"never {root.text}")
        ]
        one, two = chance.sample(ways, 2)
        yield one, two, ENTAILS
        yield text, chance.choice(ways[2:]), CONTRADICTS


def _both_ways(text: str, other: str, chance: random.Random) -> Iterator[Made]:
    yield (text, other, CONTRADICTS) if chance.random() < 0.5 else (other, text, CONTRADICTS)


def _turned(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    """Yield who did what to whom the other way round, and in the passive."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBZ"):
            continue
        subject = next((one for one in verb.children if one.dep_ == "nsubj" and one.ent_type_), None)
        thing = next((one for one in verb.children if one.dep_ == "dobj" and one.ent_type_), None)
        if subject is None or thing is None or subject.i > thing.i:
            continue
        one, two = (doc[side.left_edge.i : side.right_edge.i + 1] for side in (subject, thing))
        if one.end > verb.i or two.start <= verb.i or len(one) > 6 or len(two) > 6:
            continue
        middle = text[one.end_char : two.start_char]
        turned = text[: one.start_char] + two.text + middle + one.text + text[two.end_char :]
        yield text, turned, NEITHER
        if verb.tag_ == "VBD" and verb.text.endswith("ed") and two.start == verb.i + 1 and one.end == verb.i:
            was = "were" if thing.tag_ in ("NNS", "NNPS") else "was"
            passive = f"{text[: one.start_char]}{two.text} {was} {verb.text} by {one.text}{text[two.end_char :]}"
            yield text, passive, ENTAILS
            yield turned, passive, NEITHER


def _replaced(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    for token in doc:
        for table, label in ((_OPPOSED, CONTRADICTS), (_SYNONYMS, ENTAILS)):
            other = table.get(token.lower_)
            if other and token.text.islower() and token.pos_ in ("VERB", "ADJ", "ADV", "NOUN"):
                yield text, _put(text, (token.idx, token.idx + len(token)), other), label
                return


def _framed(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    """Yield the sentence denied, left open, and held to, each in some words that newsrooms use for it."""
    plain = text.rstrip(" .")
    inner = plain if doc[0].ent_type_ or doc[0].pos_ == "PROPN" or doc[0].text == "I" else plain[0].lower() + plain[1:]

    def framed(frames: str) -> str:
        speaker = chance.choice(_SPEAKERS.split()).replace("-", " ")
        said = chance.choice(frames.strip().splitlines())
        said = said.replace("{speaker}", speaker).replace("{S}", plain).replace("{}", inner)
        said = said[0].upper() + said[1:]
        return _headlined(said) if chance.random() < 0.25 else said

    stated = _headlined(plain) if chance.random() < 0.2 else text
    kind = chance.random()
    if kind < 0.45:
        yield framed(_DENIED), stated, CONTRADICTS
    if kind > 0.35:
        yield framed(_OPEN), stated, NEITHER
    if chance.random() < 0.4:
        yield framed(_HELD), stated, ENTAILS
    if chance.random() < 0.2:
        yield framed(_DENIED), framed(_DENIED), ENTAILS
        yield text, framed(_DENIED), CONTRADICTS
    if chance.random() < 0.2:
        alike = chance.choice(_ALIKE.strip().splitlines()).replace("|", "\n")
        yield framed(alike), framed(alike), ENTAILS
        yield framed(_HELD), framed(_OPEN), NEITHER


def _headlined(text: str) -> str:
    """Return a sentence as a headline: without articles and full stop, in capitals or not."""
    short = re.sub(r"\b(?:the|a|an)\s+", "", text.rstrip("."), flags=re.IGNORECASE)
    return short.title() if len(text) % 2 else short


def _hedged(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    for token in doc:
        if token.dep_ in ("aux", "auxpass") and token.lower_ in _HEDGES and token.head.dep_ == "ROOT":
            less = chance.choice(_HEDGES[token.lower_])
            if len(_HEDGES[token.lower_]) > 1 and chance.random() < 0.5:
                one, two = chance.sample(_HEDGES[token.lower_], 2)
                place = (token.idx, token.idx + len(token))
                yield _put(text, place, one), _put(text, place, two), ENTAILS
            if token.lower_ == "is" and token.head.tag_ == "VBG" and chance.random() < 0.5:
                less = "was once"
            yield _put(text, (token.idx, token.idx + len(token)), less), text, NEITHER
            return
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is not None and root.tag_ == "VBD" and root.lemma_ != "be":
        less = chance.choice(
            ("plans to", "may", "wants to", "is considering whether to", "could", "threatened to", "hopes to")
        )
        yield _put(text, (root.idx, root.idx + len(root)), f"{less} {root.lemma_}"), text, NEITHER


def _shortened(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    """Yield the sentence as a headline, and with an adverbial at its end or beginning left out."""
    if chance.random() < 0.3:
        yield text, _headlined(text), ENTAILS
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    for token in doc:
        if token.dep_ == "prep" and token.head is root and token.right_edge.i >= len(doc) - 2 and token.i > 5:
            short = text[: token.idx].rstrip(" ,") + "."
            yield text, short, ENTAILS
            if chance.random() < 0.5:
                yield short, text, NEITHER
            return


def _left_out(doc: Any, text: str, chance: random.Random) -> Iterator[Made]:
    """Yield the sentence without a figure or a date that it gives: less told, and nothing contradicted."""
    spans = [_figure(doc, token) for token in doc if token.dep_ == "nummod" and token.head.i > token.i]
    spans += [_when(doc, token) for token in doc if token.ent_type_ == "DATE" and token.dep_ in ("pobj", "npadvmod")]
    found = [span for span in dict.fromkeys(spans) if span is not None]
    for first, last in chance.sample(found, min(2, len(found))):
        short = re.sub(r"\s+([,.])", r"\1", f"{text[:first].rstrip(' ,')} {text[last:].lstrip(' ,')}".strip())
        if len(short.split()) < 4:
            continue
        short = short[0].upper() + short[1:]
        yield text, short, ENTAILS
        yield short, text, NEITHER
        if number := _NUMBER.search(text, first, last):
            other = float(number[1].replace(",", "")) * chance.choice((2, 3, 10))
            yield short, _put(text, number.span(1), f"{other:,.0f}"), NEITHER
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    dated = any(token.ent_type_ in ("DATE", "TIME") for token in doc)
    if not dated and text.endswith(".") and root is not None and root.tag_ == "VBD" and root.lemma_ != "be":
        day, month, year = chance.randint(1, 28), chance.choice(_MONTHS), chance.randint(2001, 2024)
        when = chance.choice(
            (
                f"on {chance.choice(_DAYS)}",
                f"on {day} {month}",
                f"on {month} {day}, {year}",
                f"in {month}",
                f"in {year}",
            )
        )
        yield (
            (f"{text[:-1]} {when}.", text, ENTAILS)
            if chance.random() < 0.5
            else (text, f"{text[:-1]} {when}.", NEITHER)
        )


def _figure(doc: Any, token: Any) -> tuple[int, int] | None:
    """Return the span of a count of things, with its "about" and the space after it: what stays can stand alone."""
    part = doc[token.left_edge.i : token.right_edge.i + 1]
    thing = token.head
    counts = part.end <= thing.i and thing.tag_ == "NNS" and thing.ent_type_ not in ("DATE", "TIME", "PERCENT", "MONEY")
    bare = thing.left_edge.i == part.start or doc[thing.left_edge.i].dep_ not in ("det", "poss")
    return (part.start_char, doc[part.end].idx) if counts and bare and thing.lower_ not in _UNITS else None


def _when(doc: Any, token: Any) -> tuple[int, int] | None:
    """Return the span of a time that stands by its verb ("on Tuesday", "last week")."""
    top = token.head if token.dep_ == "pobj" else token
    if top.head.pos_ not in ("VERB", "AUX") or (top is not token and top.lower_ not in ("on", "in", "at", "during")):
        return None
    part = doc[top.left_edge.i : top.right_edge.i + 1]
    return (part.start_char, part.end_char) if len(part) <= 6 else None


def _put(text: str, span: tuple[int, int], new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def sentences(chance: random.Random) -> Iterator[Any]:
    """Yield parsed sentences of news and of checked claims, in an order of chance."""
    nlp = load(Claims().spacy_model)
    texts = []
    for row in _rows(gold.folder() / "polnear" / "train.jsonl"):
        texts += re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n+", row["text"])
    texts = chance.sample([text for text in dict.fromkeys(texts) if _fits(text)], SENTENCES // 2)
    claims = [row["claim"] for row in _rows(gold.folder() / "claims" / "clef20t2_vclaims.jsonl") if _fits(row["claim"])]
    texts += chance.sample(claims, SENTENCES // 2)
    chance.shuffle(texts)
    yield from nlp.pipe(texts, batch_size=64)


def attributed() -> Iterator[Made]:
    """Yield sentences of PolNeAR's training articles that pass something on, with what they pass on; and sentences that
    pass nothing on, with their shorter selves: an outlet's own voice."""
    nlp = load(Claims().spacy_model)
    told: list[tuple[str, str]] = []
    plain: list[str] = []
    for row in _rows(gold.folder() / "polnear" / "train.jsonl"):
        text, quotes = row["text"], row["quotes"]
        bounds = [0, *(match.end() for match in re.finditer(r"(?<=[.!?])\s+(?=[A-Z])|\n+", text)), len(text)]
        for first, last in pairwise(bounds):
            inside = [quote for quote in quotes if quote["start"] < last and first < quote["end"]]
            sentence = text[first:last].strip()
            if not inside and _fits(sentence):
                plain.append(sentence)
            elif len(inside) == 1 and first <= inside[0]["start"] and inside[0]["end"] <= last and '"' not in sentence:
                quote = inside[0]
                content = re.sub(r"^that ", "", text[quote["start"] : quote["end"]].strip(' ,."“”'))
                cue = text[quote["cue_start"] : quote["cue_end"]] if quote["cue_start"] is not None else ""
                if 5 <= len(content.split()) <= 30 and len(sentence.split()) <= 45:
                    told.append((f"{cue}\x1f{sentence}", content[0].upper() + content[1:] + "."))
    chance = random.Random(SEED)
    told, plain = chance.sample(told, min(TOLD, len(told))), chance.sample(plain, TOLD // 2)
    for (said, content), doc in zip(told, nlp.pipe(content for _, content in told), strict=True):
        cue, sentence = said.split("\x1f")
        root = next((token for token in doc if token.dep_ == "ROOT"), None)
        if root is None or (
            root.tag_ not in ("VBD", "VBZ", "VBP", "MD")
            and not any(child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in root.children)
        ):
            continue
        denies = re.match(r"(?:has |have |had )?(?:den(?:y|ies|ied)|dismiss|reject|refut|disput)", cue)
        yield sentence, content, CONTRADICTS if denies else NEITHER
    for doc in nlp.pipe(plain):
        yield from _shortened(doc, doc.text, chance)
        if chance.random() < 0.3:
            yield doc.text, doc.text, ENTAILS


def _fits(text: str) -> bool:
    return (
        6 <= len(text.split()) <= 26
        and text[0].isupper()
        and text.endswith(".")
        and '"' not in text
        and "“" not in text
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def main() -> int:
    """Write the pairs."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("target", type=Path, help="the file to write, JSON Lines")
    target, count = options.parse_args().target, 0
    chance = random.Random(SEED)
    with target.open("w", encoding="utf-8") as out:
        every = (pair for doc in sentences(chance) for pair in made(doc, chance))
        for premise, hypothesis, label in chain(every, invented(chance, INVENTED), attributed()):
            row = {"src": "made", "premise": premise, "hypothesis": hypothesis, "label": label}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    print(f"{count} pairs -> {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
