"""How the newsrooms of the held-out worlds write: their names, quotation marks, and the frames of what somebody said.

In frames ``{S}`` is the source, ``{c}`` the clause, ``{C}`` that with a capital, ``{O}`` the paper itself, ``{P}`` the
outlet that is cited, ``{Q}`` the one which that one cites, ``{day}`` a weekday.
"""

from __future__ import annotations

from dataclasses import dataclass

TOWNS = (
    "Ashcombe",
    "Brendal",
    "Carrow",
    "Dunvale",
    "Elmsett",
    "Farnost",
    "Glanmore",
    "Hythe Point",
    "Kelloway",
    "Lorring",
    "Netherby",
    "Penhallow",
    "Quenby",
    "Rustan",
    "Stavely",
    "Tranmoor",
    "Ulverby",
    "Wexcombe",
    "Yarrow",
    "Zellmark",
    "Ambry",
    "Brockhurst",
    "Coldstow",
    "Dorn",
    "Eastwick",
    "Fossby",
    "Gildersea",
    "Harrow Ness",
    "Inverbeck",
    "Jarlshof",
    "Kirkmere",
    "Langness",
)

FIRST = (
    "Anke",
    "Bertil",
    "Cosima",
    "Desmond",
    "Eluned",
    "Farid",
    "Greta",
    "Hamish",
    "Ilka",
    "Joris",
    "Kirsten",
    "Leopold",
    "Maud",
    "Nikolas",
    "Oona",
    "Priya",
    "Ruben",
    "Sabina",
    "Tobias",
    "Ursula",
    "Viktor",
    "Wanda",
    "Yusuf",
    "Zita",
    "Agnes",
    "Duncan",
    "Estelle",
    "Milan",
    "Nora",
    "Rafael",
)
LAST = (
    "Abernall",
    "Birkhead",
    "Castellan",
    "Dorrell",
    "Eversham",
    "Falk",
    "Grieve",
    "Hargest",
    "Ivarsson",
    "Jessop",
    "Kestner",
    "Lomax",
    "Marchetti",
    "Nyland",
    "Okafor",
    "Pellow",
    "Quist",
    "Rasmund",
    "Sorley",
    "Thackeray",
    "Udall",
    "Varga",
    "Whitlock",
    "Yardley",
    "Zeman",
    "Amberson",
    "Brackett",
    "Crane",
    "Dunmore",
    "Ekholm",
    "Faulds",
    "Gillray",
)


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of newsroom. ``marks`` are its quotation marks; ``top`` and ``foot`` are lines that stand in its pages."""

    kind: str
    mastheads: tuple[str, ...]
    marks: tuple[str, str]
    said: tuple[str, ...]
    quoted: tuple[str, ...]
    cited: tuple[str, ...]
    top: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


HOUSE_NOTE = (
    "This newspaper keeps to the code of the press council; complaints go to the readers' editor, who answers "
    "letters, takes "
    "calls on weekdays between ten and four and reads e-mails at any hour."
)
"""The same in the papers of several towns: shared, and yet no copy."""

AGENCY = Style(
    "wire",
    ("{town} Press Service", "{town} News Agency", "Interline {town}"),
    ("“", "”"),
    (
        "{C}, {S} said on {day}.",
        "{S} said on {day} that {c}.",
        "{C}, according to {S}.",
        "{S} told reporters that {c}.",
    ),
    ("“{q},” {S} told reporters.", "“{q},” {S} said on {day}.", "“{q},” said {S}."),
    ("{P} reported that {c}, citing {S}.", "{C}, {P} reported on {day}, quoting {S}."),
)
TABLOID = Style(
    "newspaper",
    ("{town} Flash", "Daily Buzz of {town}", "{town} Blaze"),
    ("‘", "’"),
    (
        "{S} let slip that {c}.",
        "{C}, {S} admitted.",
        "{C} – that is what {S} says.",
        "{S} has revealed that {c}.",
        "Last night {S} told {O} that {c}.",
    ),
    ("{S} told {O}: “{q}”", "“{q},” fumed {S}.", "{S} said: “{q}”"),
    ("{C}, {P} has revealed, quoting {S}.", "{S} told {P} that {c}."),
    foot=("Got a story? Ring our newsdesk.", "Don't miss: ten gardens to see this weekend"),
)
LOCAL = Style(
    "newspaper",
    ("{town} Mercury", "{town} Argus", "{town} Messenger", "{town} and District Echo"),
    ("“", "”"),
    (
        "{S} told {O} that {c}.",
        "{C}, {S} told {O}.",
        "{S} confirmed on {day} that {c}.",
        "In a conversation with {O}, {S} said that {c}.",
        "According to {S}, {c}.",
    ),
    ("“{q},” {S} told {O}.", "“{q},” said {S}.", "{S} said: “{q}”"),
    (
        "As {P} first reported, {c}; it quoted {S}.",
        "{S} told {P} that {c}.",
        "According to {P}, which quoted {S}, {c}.",
    ),
    foot=("Letters to the editor are welcome.", "{O} comes out on weekdays and is owned by its readers.", HOUSE_NOTE),
)
TRADE = Style(
    "magazine",
    ("{town} Industry Review", "Works & Sites {town}", "{town} Business Digest"),
    ('"', '"'),
    (
        "{S} acknowledged that {c}.",
        "{C}, according to {S}.",
        "{S} confirmed to {O} that {c}.",
        "{C}, {S} noted.",
        "As {S} explained, {c}.",
    ),
    ("“{q},” {S} explained.", "“{q},” according to {S}.", "{S} commented: “{q}”"),
    ("{P}, citing {S}, reported that {c}.", "{C}, {P} wrote with reference to {S}."),
    top=("Sector news",),
    foot=("Subscribers can download the data behind this article.",),
)
BROADCASTER = Style(
    "broadcaster",
    ("Radio {town}", "Channel {town}", "{town} Public Television"),
    ("“", "”"),
    (
        "{S} announced on {day} that {c}.",
        "{S} stated that {c}.",
        "{C}, {S} emphasised.",
        "Speaking on our morning programme, {S} said that {c}.",
    ),
    ("“{q},” {S} stated.", "{S} said on air: “{q}”", "“{q},” {S} stressed."),
    ("{P} reports, quoting {S}, that {c}.", "{C}, {P} reports with reference to {S}."),
    foot=("You can listen to the whole programme again on our website.",),
)
SITE = Style(
    "website",
    ("{town} Online", "The {town} Post-Digital", "{town} Insider"),
    ('"', '"'),
    (
        "{S} says {c}.",
        "{C}, says {S}.",
        "{C}, per {S}.",
        "{S} just confirmed that {c}.",
    ),
    ("“{q},” says {S}.", "“{q},” {S} said.", "{S}: “{q}”"),
    ("{P} has the story: {S} says {c}.", "{C}, {S} told {P}.", "{P} reported, citing {S}, that {c}."),
    top=("Share this",),
    foot=("Like what you read? Sign up for our newsletter.", "Comments are closed."),
)
OFFICE = Style(
    "authority",
    ("{town} Office",),
    ("“", "”"),
    ("{S} announced that {c}.",),
    ("“{q},” {S} said.",),
    ("{P} reported, citing {S}, that {c}.",),
    foot=("For further information please call our press desk.",),
)
"""The page of a public body. It is drawn for no other outlet."""
STYLES = (AGENCY, TABLOID, LOCAL, TRADE, BROADCASTER, SITE)

OFFICIAL = (
    "In a statement, {S} said that {c}.",
    "{S} announced that {c}.",
    "{C}, {S} said in a statement.",
    "{C}, according to {S}.",
    "{S} informed the public on {day} that {c}.",
)
READ = (
    "{C}, according to {S}.",
    "{S}, which {O} has seen, shows that {c}.",
    "{C}, as {S} shows.",
    "According to {S}, {c}.",
    "{O} has read {S}; it says that {c}.",
)
SEEN = (
    "A reporter for {O} saw for himself that {c}.",
    "On {day} this newspaper's own correspondent stood there and saw that {c}.",
    "Our reporter watched on the spot as {c}.",
)
CHAINED = (
    "{P}, citing {Q}, reported that {c}.",
    "{C}, {P} wrote, with reference to {Q}.",
    "{P} has it from {Q} that {c}.",
    "According to {P}, which in turn relies on {Q}, {c}.",
)
PASSED = (
    "{C}, {P} reported.",
    "According to {P}, {c}.",
    "{C}, according to {P}.",
    "{P} reported on {day} that {c}.",
    "{P} has reported that {c}.",
    "As {P} writes, {c}.",
    "In a report published on {day}, {P} said that {c}.",
    "A report in {P} says that {c}.",
    "{P} was the first to report that {c}.",
    "{C}, {P} said.",
    "{C}, if {P} is to be believed.",
)
HEARSAY = (
    "Reports say that {c}.",
    "{C}, according to media reports.",
    "It is being said that {c}.",
    "Rumour has it that {c}.",
    "{C}, it is claimed.",
    "There are reports that {c}.",
)
DENIED = (
    "{S} denied that {c}.",
    "{S} rejected claims that {c}.",
    "It is not true that {c}, {S} said.",
    "{S} disputed that {c}.",
    "{S} called it a fabrication that {c}.",
)
CORRECTED = (
    "Correction: an earlier version of this article said that {c}, which is wrong.",
    "Correction of {day}: this article said at first that {c}; that was an error of ours.",
)
WITHDRAWN = (
    "{O} has withdrawn its report that {c}.",
    "We reported that {c}; we can no longer stand by this and retract it.",
    "{O} takes back its report that {c} and apologises to its readers.",
)
CREDITS = (
    "Source: {P}",
    "First published by {P}.",
    "With material from {P}",
    "This report appeared first in {P}.",
)
TITLES = (
    "{place}: what we know so far",
    "After {place}: many questions, few answers",
    "{place} asks how it could happen",
    "New details from {place}",
    "{place} is waiting for answers",
    "Who knew what in {place}?",
    "The {place} affair, day by day",
    "{place} in the news again",
    "Trouble in {place}",
    "Inquiry into events in {place} goes on",
)
BACKGROUND = (
    "What began as a local matter has drawn reporters from three provinces, and the only cafe has run out of milk.",
    "Those who were there on the day speak of confusion, of long waits and of a great many telephone calls.",
    "It will take weeks before the first findings can be made public, and nobody wants to guess at them.",
    "The last comparable case in the region is so long ago that only retired officials remember it.",
    "A lawyer who is advising several families said she would wait for the files before she said anything more.",
    "At the weekly market the stallholders talked of little else, and some of them had printed leaflets.",
    "Politicians of all parties have announced visits, though few of them have named a day.",
    "A spokesperson for the province asked journalists to keep away from private gardens and from the school.",
    "The county archive has been asked to keep all papers, even those that would have been thrown away this year.",
    "Some of the older residents remember a quarrel over the same site when they were young.",
    "Bookings at the guest houses have been cancelled, and the brass band will play somewhere else.",
    "A fund for those who lost money has been opened at the savings bank and is filling slowly.",
    "Two committees are now to look into the matter, and it is not clear which of them comes first.",
    "The trade unions called for calm and for an inquiry that deserves the name.",
    "Students of a nearby college have begun to collect what people remember in a large red book.",
    "An online petition was started within hours, closed for some reason, and started again.",
    "Whether anybody will have to resign depends on whom one asks in the corridors.",
    "The insurance of the municipality covers much, but not all, and the treasurer is said to sleep badly.",
    "One of the neighbours has filmed everything from his balcony and offers the tape for sale.",
    "In the churches of the valley there were prayers on Sunday, and the collection went to the helpers.",
    "Foreign newspapers have found the town on the map, and most of them have spelled it wrongly.",
    "The rules for such cases were last changed under the previous government after a long debate.",
    "A retired teacher has offered to show visitors round, free of charge and without any jokes.",
    "More documents are to be handed over next week, provided that they can be found.",
    "The matter is likely to occupy the courts.",
    "Residents have been asked to be patient.",
    "A debate in the regional assembly is set for next month.",
    "Telephones at the town hall rang without a break.",
    "The opposition wants a commission of inquiry.",
    "Neighbouring towns have offered help.",
    "A candle-lit walk is planned for the weekend.",
    "Requests for comment were left unanswered in several offices.",
    "Experts had long called for stricter rules.",
    "An evening of questions and answers drew a full house.",
    "The weather did not help.",
    "Some of those affected have hired a lawyer together.",
    "It is the kind of story that people in {place} will tell for years.",
    "A reporter who knocked at the door of the office found it locked.",
    "On the market square opinions were divided.",
    "The archive of the town holds nothing like it.",
    "Nobody wanted to be photographed.",
    "A hotline has been set up and will be staffed around the clock.",
    "Last year a similar case ended in a settlement.",
    "Further results are expected before the holidays.",
    "The pastor rang the bells for a quarter of an hour.",
    "Volunteers handed out coffee from the back of a van.",
    "An expert from abroad has been invited.",
    "Insurers are sending their own people.",
    "Two tabloids had rented rooms in the only hotel.",
    "The authorities speak of a single case.",
    "Shopkeepers noticed that fewer strangers came.",
    "The budget for the coming year will have to be written again.",
    "A teacher made it the subject of a lesson.",
    "Street cleaners worked through the night.",
)
