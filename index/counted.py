"""What a number counts and in what scope: nouns, what befell people, and words that tell two measurements apart.

The lists are of the words that news uses most. What is in none of them is compared as it stands, so a list that lacks a
word makes two figures comparable only if their nouns are spelled alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IRREGULAR = {
    **{"people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"},
    **{"policemen": "policeman", "firemen": "fireman", "fishermen": "fisherman", "gunmen": "gunman", "feet": "foot"},
    **{"policewomen": "policewoman", "servicemen": "soldier", "wives": "wife", "knives": "knife", "leaves": "leaf"},
    **{"wolves": "wolf", "halves": "half", "shelves": "shelf", "crises": "crisis", "mice": "mouse", "teeth": "tooth"},
    **{"buses": "bus", "viruses": "virus", "gases": "gas", "cases": "case", "houses": "house", "bases": "base"},
    **{"nurses": "nurse", "horses": "horse", "licences": "licence", "purchases": "purchase", "increases": "increase"},
    **{"leases": "lease", "phases": "phase", "diseases": "disease", "releases": "release", "businesses": "business"},
    **{"movies": "movie", "zombies": "zombie", "ties": "tie", "axes": "axe", "shoes": "shoe", "goes": "go"},
    **{"vaccines": "vaccine", "aircraft": "plane", "lifeboats": "boat", "economies": "economy"},
}
_INVARIANT = _words(
    "people men women children police staff crew aircraft sheep fish troops cattle species series offspring personnel "
    "military cod deer livestock folk poultry"
)
_NOT_PLURAL = _words(
    "was is has this his its as us less plus versus does across always perhaps news thus yes besides sometimes towards "
    "afterwards nowadays years' bus virus gas crisis basis status campus census focus bonus christmas texas paris "
    "business press class glass cross loss boss process success access illness address congress"
)

_SYNONYMS = (
    "person people individual human",
    "home house dwelling residence",
    "company firm business corporation enterprise",
    "car vehicle automobile",
    "worker employee staff staffer workforce personnel",
    "protester demonstrator marcher",
    "militant fighter rebel insurgent gunman jihadist",
    "officer police policeman policewoman cop constable",
    "soldier troop trooper serviceman",
    "student pupil schoolchild undergraduate",
    "child kid youngster minor",
    "baby infant newborn",
    "teenager teen adolescent youth",
    "inmate prisoner convict",
    "firefighter fireman",
    "tourist holidaymaker visitor",
    "resident inhabitant villager citizen local",
    "lawmaker mp legislator deputy parliamentarian senator congressman",
    "doctor physician medic",
    "fan supporter spectator",
    "boat vessel ship",
    "accident disaster crash tragedy catastrophe",
    "plant work factory mill",
    "plane aircraft jet airplane aeroplane airliner",
    "shop store outlet",
    "factory plant mill",
    "job post position role",
    "film movie picture",
    "road street highway",
    "case infection",
    "shell rocket missile",
    "blast explosion bombing",
    "quake earthquake tremor",
    "fire blaze inferno flames wildfire",
    "flood flooding floods",
    "storm hurricane typhoon cyclone",
    "attack assault raid strike",
    "accident crash collision pile-up wreck",
    "war conflict fighting",
    "photo photograph image",
    "ballot vote",
    "rupture leak spill",
    "lorry truck",
    "apartment flat",
    "town city",
    "copy unit",
    "talk meeting negotiation",
    "clash confrontation",
    "migrant refugee",
    "family household",
    "judge justice",
    "nation country state",
    "area region district",
    "guest attendee participant",
    "customer client shopper",
    "day daily",
    "price cost",
    "law legislation bill act measure",
    "government administration cabinet",
    "hospital clinic",
    "school classroom",
    "minister secretary",
    "hectare ha",
    "sum amount total",
    "contract deal agreement pact",
    "probe investigation inquiry",
    "building structure block",
    "massacre killing slaying shooting",
    "demonstration protest rally march",
    "election poll vote",
    "survey poll study",
    "salary wage pay",
    "fine penalty",
    "sale turnover revenue",
    "shooting attack",
    "bombing attack",
    "landslide mudslide",
    "ferry ship boat",
    "bus coach",
    "tower skyscraper",
    "tribunal court",
    "spectator onlooker",
    "pensioner retiree",
    "plan proposal scheme project programme program",
    "concert gig show",
    "suspect man",
    "president leader",
    "reporter journalist",
    "money cash funding fund",
    "sum money",
    "arrestee detainee",
    "stake share",
)
_CLASS: dict[str, set[int]] = {}
for _number, _group in enumerate(_SYNONYMS):
    for _word in _group.split():
        _CLASS.setdefault(_word, set()).add(_number)

PERSONS = _words(
    "person man woman child boy girl baby infant newborn teenager teen youth adult kid pensioner passenger commuter "
    "traveller traveler worker employee staff staffer resident villager inhabitant soldier troop trooper serviceman "
    "officer "
    "police policeman policewoman "
    "constable guard student pupil schoolchild schoolgirl schoolboy undergraduate civilian migrant refugee protester "
    "demonstrator marcher patient victim survivor tourist holidaymaker visitor fan supporter spectator voter member "
    "player teacher doctor nurse medic paramedic firefighter fireman miner sailor seaman fisherman pilot driver "
    "cyclist "
    "pedestrian citizen national inmate prisoner hostage captive detainee militant rebel fighter insurgent terrorist "
    "jihadist gunman attacker assailant suspect journalist reporter lawyer lawmaker senator mp delegate guest customer "
    "client user subscriber donor volunteer candidate farmer labourer laborer trader foreigner crew crewman personnel "
    "believer worshipper pilgrim mourner climber hiker skier swimmer diver rescuer expert scientist engineer official "
    "diplomat minister judge monk priest nun athlete actor singer applicant participant attendee parent mother father "
    "son daughter brother sister wife husband grandchild follower respondent shopper motorist motorcyclist biker "
    "builder contractor cleaner nun clerk policyholder taxpayer jobseeker homeowner tenant orphan widow veteran "
    "recruit cadet marine reservist conscript sergeant settler islander asylum-seeker seeker bystander onlooker"
)
"""Nouns for people: some of all that "people" counts."""

EVENTS: dict[str, str] = {
    "die": r"killed|kills?|killing|dead|died|dies|die|dying|deaths?|fatalit(?:y|ies)|fatally|perish(?:ed|es)?|"
    r"drown(?:ed|ings?)?|"
    r"lives|(?:death )?toll|murder(?:ed|s)?|slain|shot dead|lost their lives|executed|victims|deadly",
    "hurt": r"injur(?:ed|ing|es|ies|y)|hurt|wound(?:ed|ing|s)?",
    "hospital": r"hospitali[sz](?:ed|ations?)|(?:in|to) (?:the )?hospitals?|intensive care",
    "missing": r"missing|unaccounted(?: for)?|disappear(?:s|ed)?|vanish(?:ed|es)?",
    "arrest": r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|detentions?|(?:in|into) custody|rounded up|apprehended",
    "charge": r"charged|indicted|indictments?",
    "convict": r"convict(?:ed|ions?)|found guilty|jailed|imprisoned|sentenced",
    "acquit": r"acquitt(?:ed|als?)|cleared",
    "cancel": r"cancell?(?:ed|s|ing|ations?)|called off|grounded",
    "delay": r"delay(?:ed|s|ing)?|postpon(?:ed|es?|ing|ements?)",
    "divert": r"divert(?:ed|s)",
    "apply": r"appl(?:ied|y|ies)|applications",
    "admit": r"admit(?:ted|s)|accept(?:ed|s)|grant(?:ed|s)",
    "reject": r"reject(?:ed|s|ions)|turned (?:down|away)|refused",
    "rescue": r"rescu(?:ed|ing|es?)|saved|pulled alive|surviv(?:ed|ors?)|found alive|brought to safety",
    "evacuate": r"evacuat(?:ed|ing|ions?|es?)|moved to safety",
    "displace": r"displac(?:ed|ing|es)|homeless|fled|uprooted|driven from their homes|forced (?:from|"
    r"out of) their homes",
    "trap": r"trapped|stranded|stuck",
    "infect": r"infect(?:ed|ing|ions?)|test(?:ed)? positive|caught the|fell ill|sickened",
    "vaccinate": r"vaccinat(?:ed|ing|ions?)",
    "recover": r"recover(?:ed|ies)",
    "release": r"releas(?:ed|es|ing)|freed",
    "hire": r"hir(?:ed|es?|ing)|recruit(?:ed|s|ing)?|creat(?:ed|es?|ing)|took on|taken on",
    "dismiss": r"dismiss(?:ed|es|ing)?|fir(?:ed|ing)|sack(?:ed|s|ing)?|la(?:id|y|ying) off|layoffs?|ax(?:ed|e|ing)|"
    r"shed(?:ding|s)?|eliminat(?:ed|es|e|ing)|"
    r"redundan(?:t|cies)|slash(?:ed|es|ing)?|cut(?:s|ting)?|scrapp?(?:ed|s|ing)?",
    "kidnap": r"kidnapp?(?:ed|ings?)|abduct(?:ed|ions?)|hostage",
    "destroy": r"destroy(?:ed|s|ing)?|razed|burn(?:ed|t) (?:down|to the ground)|burned|gutted|flattened|levelled|"
    r"leveled",
    "damage": r"damag(?:ed|ing|es)",
    "flood": r"flooded|inundated|under water",
    "blackout": r"(?:lost|without|cut off from) (?:power|electricity)|dark",
    "buy": r"b(?:uys?|ought|uying)|purchas(?:ed|es|ing)|acquir(?:ed|es|ing)",
    "sell": r"s(?:ells?|old|elling)",
    "win": r"w[io]ns?|winning|gain(?:ed|s)?",
    "lose": r"los(?:e|t|es|ing)",
    "draw": r"drew|drawn",
    "open": r"opened|opens?|opening",
    "close": r"closed|closing|shut(?:s|ting)?|shuttered",
    "launch": r"launched|fired off",
    "intercept": r"shot down|intercept(?:ed|s)|downed",
    "seize": r"seiz(?:ed|es|ing|ures?)|confiscated",
    "bodies": r"bodies|corpses",
    "casualties": r"casualt(?:y|ies)",
}
"""What befell what is counted. Two figures of one noun are of two things where these differ."""

JOBS = frozenset({"job", "post", "position", "role", "person", "worker", "employee", "staff", "member"})
"""What is counted, one by one, when people are hired or dismissed."""

FATES = frozenset(
    [
        "die",
        "hurt",
        "hospital",
        "missing",
        "arrest",
        "charge",
        "convict",
        "acquit",
        "rescue",
        "evacuate",
        "displace",
        "trap",
        "infect",
        "vaccinate",
        "kidnap",
        "bodies",
        "casualties",
    ]
)
"""What people are counted for: a figure of people without it counts others."""

EVENT = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in EVENTS.items()) + r")(?![\w-])", re.IGNORECASE
)
EVENT_NOUNS = {
    **dict.fromkeys(("dead", "death", "fatality", "life", "toll"), "die"),
    **{"killed": "die", "injured": "hurt", "hurt": "hurt", "wounded": "hurt", "injury": "hurt", "missing": "missing"},
    **{"arrest": "arrest", "arrested": "arrest", "detention": "arrest", "detained": "arrest", "trapped": "trap"},
    **{"casualty": "casualties", "body": "bodies", "corpse": "bodies", "survivor": "rescue", "displaced": "displace"},
    **{"hostage": "kidnap", "infected": "infect", "layoff": "dismiss", "victim": "", "evacuated": "evacuate"},
    **{"rescued": "rescue", "homeless": "displace", "charged": "charge", "convicted": "convict", "drowned": "die"},
    **{"wound": "hurt", "stranded": "trap", "hospitalised": "hospital", "hospitalized": "hospital"},
}
"""Nouns that say both who is counted (people) and what befell them."""

# A group's terms exclude one another: figures whose words name different ones measure different things.
_GROUPS: dict[str, dict[str, str]] = {
    "who": {
        "women": r"wom[ae]n(?:['’]s)?|females?|girls?|mothers?|schoolgirls?",
        "men": r"m[ae]n(?:['’]s)?|males?|boys?|fathers?|schoolboys?",
        "children": r"child(?:ren)?(?:['’]s)?|bab(?:y|ies)|infants?|minors|under-\d+s",
        "adults": r"adults?|elderly|pensioners?|over-\d+s",
    },
    "trade": {"export": r"export(?:s|ed|ers?|ing)?", "import": r"import(?:s|ed|ers?|ing)?"},
    "money": {
        "revenue": r"revenues?|sales|turnover|takings|receipts",
        "profit": r"profits?|earnings|net income|surplus|earned",
        "loss": r"loss(?:es)?|deficits?|shortfalls?",
        "cost": r"costs?|pric(?:e|es|ed)|worth|valued?|sold for|bought for|bill",
        "fine": r"fine[sd]?|penalt(?:y|ies)",
        "debt": r"debts?|ow(?:es?|ed)|loans?|borrow(?:ed|s|ing)?|liabilities",
        "pay": r"salar(?:y|ies)|wages?|pay(?: rise)?",
        "bonus": r"bonus(?:es)?",
        "tax": r"tax(?:es)?|levy|vat|duty|duties",
        "budget": r"budgets?",
        "aid": r"aid|relief",
        "damage": r"damages?|compensation|settlement",
        "savings": r"savings?",
        "bail": r"bail",
        "reward": r"rewards?|bount(?:y|ies)",
        "rent": r"rents?",
        "dividend": r"dividends?",
        "donation": r"donat(?:ed|ions?)|gifts?|gave",
        "fee": r"fees?",
        "investment": r"invest(?:ed|ments?|ing|s)?",
        "spending": r"spen(?:d|ds|t|ding)|expenditures?",
    },
    "rate": {
        "inflation": r"inflation|consumer prices",
        "unemployment": r"unemployment|jobless(?:ness)?",
        "employment": r"employment",
        "growth": r"gdp|econom(?:y|ies)|growth rate",
        "interest": r"interest|base rate|lending rate|key rate",
        "turnout": r"turnout",
        "support": r"support(?:ed|s|ers)?|approv(?:al|e|ed|es)|favou?r(?:ed|s)?|backed|backing|back",
        "opposition": r"oppos(?:ition|ed|es?)|disapprov(?:al|e|ed|es)|against|rejected|reject",
        "poverty": r"poverty",
        "mortality": r"mortality|death rate",
        "birth": r"birth rate|births?",
        "approval": r"approval rating",
        "undecided": r"undecided|unsure|don['’]t know",
    },
    "level": {  # in lower case: "World Cup" and "Tarn City" are names
        "city": r"(?-i:cit(?:y|ies)(?:['’]s)?|citywide|towns?(?:['’]s)?|municipal(?:ity)?|village(?:['’]s)?|local)",
        "region": r"(?-i:regions?(?:['’]s)?|regional|province(?:['’]s)?|provincial|county|statewide|state['’]s|"
        r"district|"
        r"(?:[Tt]he|whole|entire) state(?! of| media| department| prosecutors?| television| news))",
        "nation": r"(?-i:countr(?:y|ies)(?:['’]s)?|nations?(?:['’]s)?|national(?:ly)?|[Nn]ationwide|countrywide|"
        r"federal)",
        "world": r"(?-i:world(?:['’]s)?|[Ww]orldwide|[Gg]lobal(?:ly)?|continent|internationally)",
    },
    "sum": {
        "moment": r"on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|today|yesterday|overnight|"
        r"(?:opening|first|last|single|one) (?:day|night|weekend)|in a day|(?:this|last|past) week",
        "weekend": r"(?:over|at|during|on|this|last) (?:the )?weekend",
        "sum": r"since|so far|in total|overall|to date|cumulative(?:ly)?|altogether|in all",
    },
    "period": {
        "day": r"daily",
        "week": r"weekly",
        "month": r"monthly",
        "month_named": r"in (?:january|february|march|april|may|june|july|august|september|october|november|december)",
        "quarter": r"quarter(?:ly)?|q[1-4]|three months",
        "half": r"half[- ]year|(?:first|second) half|six months",
        "year": r"annual(?:ly)?|yearly|full[- ]year|whole year|entire year|(?:last|this) year|twelve months|12 months|"
        r"in (?:19|20)\d\d",
        "decade": r"decade",
    },
    "opening": {
        "opening": r"(?:opening|first) (?:day|night|week|weekend|month|year)",
        "end": r"(?:last|final) (?:day|week)",
    },
    "ordinal": {
        "first": r"first|1st|q1|opening|initial(?:ly)?",
        "second": r"second(?!s)|2nd|q2",
        "third": r"third(?!s)|3rd|q3",
        "fourth": r"fourth|4th|q4",
        "fifth": r"fifth|5th",
        "last": r"last (?:round|half|stage|match|game)|final",
    },
    "statistic": {
        "high": r"(?<!second )(?<!third )(?<!fourth )(?<!fifth )(?:highest|maximum|peak|biggest|largest|oldest|"
        r"tallest|longest|heaviest|dearest|fastest)",
        "low": r"(?<!second )(?<!third )(?<!fourth )(?<!fifth )(?:lowest|minimum|smallest|youngest|shortest|lightest|"
        r"cheapest|slowest)",
        "average": r"average|mean",
        "median": r"median",
        "total": r"total|altogether|combined",
    },
    "make": {"make": r"to (?:make|produce|manufacture|build)|production cost", "sell": r"sells? (?:for|at)|retails?"},
    "sentence": {"prison": r"prison|jail(?:ed)?|behind bars", "probation": r"probation|suspended|community service"},
    "when": {
        "before": r"before|previous(?:ly)?|earlier|prior|originally|until",
        "after": r"after|later|following|subsequently",
    },
    "then": {
        "then": r"in that (?:year|season|month|decade)|back then|in those days"
        r"|(?<![^.!?“”\"] )(?:(?:the|a) (?:year|season|month|week|decade) (?:before|earlier)|the previous \w+),",
    },
    "north": {"north": r"north(?:ern)?", "south": r"south(?:ern)?"},
    "east": {"east": r"east(?:ern)?", "west": r"west(?:ern)?"},
    "place": {
        "urban": r"urban|cities",
        "rural": r"rural|villages|countryside",
    },
    "abroad": {"home": r"domestic(?:ally)?|at home", "foreign": r"foreign|abroad|overseas|international"},
    "owner": {"public": r"public(?:ly)?|state-owned|state-run", "private": r"private(?:ly)?"},
    "net": {"gross": r"gross", "net": r"net"},
    "season": {
        "spring": r"spring",
        "summer": r"summer",
        "autumn": r"autumn|(?:last|this|next) fall",
        "winter": r"winter",
    },
    "hour": {
        "morning": r"morning",
        "afternoon": r"afternoon",
        "evening": r"evening",
        "night": r"night|midnight",
    },
    "school": {
        "primary": r"primary|elementary",
        "secondary": r"secondary|high schools?",
        "university": r"universit(?:y|ies)",
    },
    "medal": {"gold": r"golds?", "silver": r"silvers?", "bronze": r"bronzes?"},
    "size": {
        "length": r"long|length",
        "width": r"wide|width|breadth|diameter|across",
        "height": r"tall|high|height",
        "depth": r"deep|depth",
        "distance": r"away|distance|off",
        "weight": r"weigh(?:s|ed|ing)?|weight",
        "thickness": r"thick(?:ness)?",
        "area": r"cover(?:s|ed|ing)?|area",
    },
    "flow": {
        "in": r"arriv(?:als?|ed|es?|ing)|enter(?:ed|s|ing)?|came in",
        "out": r"depart(?:ures?|ed)|leav(?:e|es|ing)|left",
    },
    "plan": {
        "planned": r"planned|planning|plans|expected|forecast|target(?:ed|s)?|promised|pledged|asked for|requested|"
        r"sought|"
        r"demanded|wants?|proposed|budgeted|estimated|hoped",
        "offered": r"offer(?:s|ed)?",
        "actual": r"actual(?:ly)?|in fact|delivered|received|got|granted|awarded",
    },
    "build": {"new": r"newly built|under construction", "old": r"existing"},
    "severe": {"severe": r"seriously|critically|severely|badly|gravely", "light": r"slightly|lightly|minor"},
    "legal": {"legal": r"legal(?:ly)?", "illegal": r"illegal(?:ly)?|undocumented"},
    "age": {"old": r"older|elderly|senior", "young": r"young(?:er)?|youth|junior"},
    "vote": {"for": r"in favou?r|voted for|yes votes?", "against": r"against|voted no|no votes?"},
    "upper": {"upper": r"upper house|senate", "lower": r"lower house|house of representatives"},
}
# What a clause leaves out may stand in another: "In May exports rose 5% and imports 3%".
_SHARED = frozenset({"who", "level", "sum", "period", "ordinal", "season", "hour", "north", "east"})
_TERMS = tuple((group, term) for group, terms in _GROUPS.items() for term in terms)
_GROUP = {
    group: re.compile(
        r"(?<![\w-])(?:" + "|".join(f"(?P<{term}>{words})" for term, words in terms.items()) + r")(?![\w])",
        re.IGNORECASE,
    )
    for group, terms in _GROUPS.items()
}
_ONLY = frozenset({"quarter", "half", "week", "day", "month"})
"""Periods that make a sum a part of what is told without one."""

NEUTRAL = _words(
    "more other new different additional several total massive huge big large small major powerful strong heavy deadly "
    "devastating fatal terrible horrific tragic violent brutal severe serious sudden alleged suspected local nearby "
    "reported confirmed estimated separate whole entire full own same such many few people innocent unarmed armed "
    "ordinary brand-new former current recent latest late early unidentified unnamed unknown young old overall further "
    "extra solid exact good mere straight consecutive long short high low wide deep tall times record big registered "
    "eligible affected alive unlucky poor rich famous well-known popular"
)
"""Words before a noun that make no other thing of it."""

FUNCTION_WORDS = _words(
    "a an the of to in on at by for from with and or but as is are was were be been being has have had will would can "
    "could may might shall should must do does did that which who whom whose when while than after before since into "
    "over per out off up down not no so if it its he she they we you i his her their our your this these those there "
    "then also about around near during through between among against under above below until till because within "
    "without across along despite amid yet still only just even very too now here where what how both each every all "
    "any some am pm via onto upon towards toward past including left right back never ever"
)
PAST = _words(
    "came went said told gave took made saw found left got ran fell rose grew held kept led lost met paid put read "
    "sent "
    "set sold stood struck hit cut beat won became began broke brought built bought caught chose drew drove ate fought "
    "flew knew lay rode sang sat shook shot sank slept spoke spent swept swam threw wore wrote burst spread cost hurt "
    "shut let quit split bled bred fed fled dealt meant felt burnt learnt sought taught thought tore"
)
VERBS = _words(
    "say says report reports claim claims state states write writes add adds put puts show shows reveal reveals "
    "confirm confirms announce announces tell tells believe believes think thinks estimate estimates warn warns "
    "stand stands remain remains reach reaches hit hits strike strikes sit sits total totals number numbers amount "
    "amounts come comes account accounts make makes employ employs have has hold holds serve serves carry carries "
    "lose loses win wins get gets take takes run runs last lasts cost costs earn earns want wants need needs plan plans"
)


@lru_cache(maxsize=16_384)
def lemma(word: str) -> str:
    """Return the singular of a noun, in lower case: people are ``person``."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in _INVARIANT or word in _NOT_PLURAL or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|x|ss|zz|o)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^su]s$", word) else word


def is_plural(word: str) -> bool:
    """Tell whether ``word`` looks like a noun in the plural."""
    word = word.lower()
    return word in _INVARIANT or (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in _NOT_PLURAL
        and word not in FUNCTION_WORDS
    )


def alike(left: str, right: str) -> bool:
    """Tell whether two lemmas are one noun or synonyms."""
    if left == right:
        return True
    return not _CLASS.get(left, _NONE).isdisjoint(_CLASS.get(right, _NONE))


_NONE: set[int] = set()


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a number counts: its lemma, what stands between, where it ends; whether "of the" stands before."""

    noun: str | None
    said: str | None
    modifiers: frozenset[str]
    end: int
    of_the: bool
    coloured: frozenset[str] = frozenset()  # all that stands between, "young" and "large" included


_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Za-zÀ-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*|\d+|[^\w\s]")
_OF = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her|our|all|those|these|them|whom|which)\b\s*)*", re.IGNORECASE)
_MOST_MODIFIERS = 4


def counted_at(text: str, place: int, hyphened: bool = False, singular: bool = False) -> Counted:
    """Return the noun behind a number that ends at ``place``: "23 young women", "three of the banks", "12-member"."""
    of = _OF.match(text, place)
    start = of.end() if of else place
    of_the = of is not None
    if hyphened and (match := re.compile(r"-([A-Za-z]+)").match(text, place)):
        return Counted(lemma(match[1]), match[1].lower(), frozenset(), match.end(), False)
    tokens: list[tuple[str, int]] = []
    for match in _TOKEN.finditer(text, start, start + 120):
        word = match[0]
        lower = word.lower()
        if not word[0].isalpha() or lower in FUNCTION_WORDS or len(tokens) > _MOST_MODIFIERS:
            break
        tokens.append((word, match.end()))
    if not tokens:
        return Counted(None, None, frozenset(), start if of else place, of_the)
    head = next((n for n, (word, _) in enumerate(tokens) if is_plural(word)), None)
    if head is not None:
        while head + 1 < len(tokens) and is_plural(tokens[head + 1][0]) and tokens[head + 1][0].lower() not in VERBS:
            head += 1
    else:
        head = next((n for n, (word, _) in enumerate(tokens) if word.lower() in EVENT_NOUNS), None)
        if head is None and singular:
            head = next((n for n, (word, _) in enumerate(tokens) if lemma(word) in PERSONS), None)
            if head is None and not _verbish(tokens[0][0]):
                head = next((n for n, (word, _) in enumerate(tokens) if word.lower() not in NEUTRAL), None)
        if head is None:  # "a magnitude 7.1 quake" counts no quakes
            return Counted(None, None, frozenset(), place, of_the)
    word, end = tokens[head]
    modifiers = frozenset(lemma(other) for other, _ in tokens[:head] if other.lower() not in NEUTRAL)
    coloured = frozenset(lemma(other) for other, _ in tokens[:head])
    return Counted(lemma(word), word.lower(), modifiers, end, of_the, coloured)


def _verbish(word: str) -> bool:
    return word.lower() in PAST or word.lower() in VERBS or word.lower().endswith(("ed", "ing"))


Scope = dict[str, frozenset[str]]


@lru_cache(maxsize=16_384)
def scope_of(segment: str, text: str) -> Scope:
    """Return the terms of ``segment`` by group; what it leaves out and ``text`` says once holds for it too."""
    found: Scope = {}
    for group, pattern in _GROUP.items():
        terms = frozenset(str(match.lastgroup) for match in pattern.finditer(segment))
        if not terms and group in _SHARED and len(segment) < len(text):
            terms = frozenset(str(match.lastgroup) for match in pattern.finditer(text))
            if len(terms) > 1:
                terms = frozenset()
        if terms:
            found[group] = terms
    return found


def scopes_clash(left: Scope, right: Scope) -> tuple[str, str] | None:
    """Return the first two terms of one group that exclude each other, or ``None``."""
    for group, terms in left.items():
        others = right.get(group)
        if others is not None and terms.isdisjoint(others):
            return min(terms), min(others)
    for one, other in ((left, right), (right, left)):
        if "period" not in other and (only := one.get("period", frozenset()) & _ONLY) and "year" not in one["period"]:
            return (min(only), "no period") if one is left else ("no period", min(only))
        if "then" in one and "then" not in other:
            return ("then", "now") if one is left else ("now", "then")
        if "opening" in one and "opening" not in other:
            return ("part of the time", "all of it") if one is left else ("all of it", "part of the time")
    return None


# ---------------------------------------------------------------- one word put for another

_PIECE = re.compile(r"[A-Za-zÀ-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*|\d[\d.,]*")


def replaced(left: str, right: str) -> tuple[str, str] | None:
    """Return a noun of ``left`` for which ``right``, otherwise alike, has another that is no synonym.

    "Inflation rose to 5%" against "Unemployment rose to 6%". Verbs, adjectives that only colour, and words that the
    lists hold for one are passed over, and so are texts with less than half of their words in common.
    """
    if right < left:  # of several alignments the same one either way
        pair = replaced(right, left)
        return None if pair is None else (pair[1], pair[0])
    ours, theirs = _PIECE.findall(left), _PIECE.findall(right)
    keys = (
        [word.lower() if word[0].isalpha() else "#" for word in ours],
        [word.lower() if word[0].isalpha() else "#" for word in theirs],
    )
    blocks = _aligned(*keys)
    if 2 * len(blocks) < min(len(ours), len(theirs)):
        return None
    i = j = 0
    for a, b in (*blocks, (len(ours), len(theirs))):
        one, other = ours[i:a], theirs[j:b]
        if one and other and (pair := _swapped(one, other, first=i == 0 and j == 0)):
            return pair
        i, j = a + 1, b + 1
    return None


def _aligned(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence."""
    rows, columns = len(left), len(right)
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        row, below = table[i], table[i + 1]
        for j in range(columns - 1, -1, -1):
            row[j] = below[j + 1] + 1 if left[i] == right[j] else max(below[j], row[j + 1])
    found = []
    i = j = 0
    while i < rows and j < columns:
        if left[i] == right[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


_MOST_SWAPPED = 3


def _swapped(one: list[str], other: list[str], first: bool) -> tuple[str, str] | None:
    ours = [word for word in one if word.lower() not in FUNCTION_WORDS and word[0].isalpha()]
    theirs = [word for word in other if word.lower() not in FUNCTION_WORDS and word[0].isalpha()]
    if not (0 < len(ours) <= _MOST_SWAPPED and 0 < len(theirs) <= _MOST_SWAPPED):
        return None
    helping = [sorted(word.lower() for word in words if word.lower() in _LINKS) for words in (one, other)]
    if helping[0] != helping[1]:
        return None  # "dark" and "without power": no one word stands for another
    if any(_plain(word) for word in ours + theirs):
        return None
    stems = [{lemma(word) for word in words} for words in (ours, theirs)]
    if any(alike(a, b) or a[:5] == b[:5] for a in stems[0] for b in stems[1]):
        return None
    return " ".join(ours), " ".join(theirs)


_LINKS = _words("of in on at by for from with without near among against under about into over after before during to")


def _plain(word: str) -> bool:
    lower = word.lower()
    return (
        lower in NEUTRAL
        or "'" in word
        or "’" in word
        or lower in VERBS
        or lower in PAST
        or lower in _REPORTERS
        or lower.endswith(("ed", "ly", "ing"))
        or lower in NUMBER_WORDS
        or EVENT.fullmatch(word) is not None
    )


_REPORTERS = _words(
    "police officials official authorities spokesman spokeswoman spokesperson sources source reuters ap afp bbc cnn "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december yesterday today tonight week month year percent cent"
)
NUMBER_WORDS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen half third quarter fifth tenth thirds quarters fifths tenths double triple twice thrice once least most "
    "nearly almost roughly approximately exactly m bn k mn first second fourth sixth eighth"
)
