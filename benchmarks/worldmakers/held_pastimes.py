"""Scenes of the held-out worlds: a club without money and a museum without paintings. All invented."""

from __future__ import annotations

from benchmarks.worldmakers.held_nouns import Dated, Fact, Figure, Saying, Scene

CLUB = Scene(
    name="club",
    slots={
        "place": ("Hallowby", "Marsk", "Drayford", "Tollen"),
        "firm": ("Hallowby Rovers", "Drayford Athletic", "Marsk Wanderers"),
        "reg": ("the Football League", "the League Board"),
    },
    people={
        "chairman": ("club chairman", "the chairman of {firm}", "the chairman"),
        "captain": ("captain", "the captain of {firm}", "the captain"),
        "banker": ("bank manager", "a manager at the club's bank", "the bank manager"),
        "fan": ("fans' leader", "the head of the supporters' trust", "the supporters' spokesman"),
    },
    body="{reg}",
    documents=(
        ("a court file on the club", "the court file on the club"),
        ("the land register", "the land register"),
    ),
    unnamed=(
        ("a player who asked that his name be withheld", "a player who would not be named"),
        (
            "a former director of the club who insisted on anonymity",
            "a former director, who spoke on condition that his name was not used,",
        ),
    ),
    leads=(
        "{firm} have played in blue since the days of steam, and may not play much longer.",
        "The lights were off at the ground of {firm} on Friday, and not to save the planet.",
        "There will be no pies at {firm} this Saturday: the caterer wants to be paid first.",
        "{firm} are fighting for their life in a courtroom in {place}.",
        "Supporters of {firm} gathered in the rain outside the main stand.",
        "A bailiff walked across the pitch of {firm} with a clipboard under his arm.",
        "One of the oldest football clubs of the region, {firm}, is running out of money and of time.",
        "The season is nine games old and {firm} are already in the hands of lawyers.",
    ),
    facts=(
        Fact(
            (
                "the club owes its players three months of wages",
                "the club has not paid its players for three months",
                "the players are owed three months' wages by the club",
                "the club's players have gone without wages for three months",
                "three months of wages are owed to the players by the club",
                "the club has failed to pay its players' wages for three months",
            ),
        ),
        Fact(
            (
                "the stadium was pledged to a lender in exchange for a loan",
                "the stadium had been given to a lender as security for a loan",
                "a lender holds the stadium as security for a loan",
                "the club put up its stadium as security for a loan",
                "the stadium serves as security for a loan from a lender",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "the debts of the club come to {n}",
                "the club has debts of {n}",
                "the club is {n} in debt",
            ),
            (("£4 million", "£14 million"), ("£6.3 million", "£3.6 million")),
            (("£2.5 million", "£2,500,000", "notation"), ("£7.1 million", "about £7 million", "rounded")),
            (("the club sold a striker for {n}", "£850,000"), ("a new pitch would cost {n}", "£1.1 million")),
            (("by the end of the year the debts of the club had grown to {n}", "£16 million"),),
        ),
        Figure(
            (
                "{n} supporters came to the meeting",
                "the meeting drew {n} supporters",
                "{n} supporters turned up at the meeting",
            ),
            (("300", "800"), ("1,250", "1,520")),
            (("612", "some 600", "rounded"), ("fifteen hundred", "1,500", "spelled")),
        ),
    ),
    days=(
        Dated(
            (
                "the loan was signed on {day}",
                "the club signed the loan on {day}",
                "the papers of the loan were signed on {day}",
            ),
            ("the manager was dismissed on {day}", "the main stand was opened on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "chairman",
            "I have put my own house into this club. I would not do it again.",
            {
                "negation": "I have put my own house into this club. I would do it again.",
                "word": "I have put my own money into this club. I would not do it again.",
            },
            {"bracket": "I have put my own house into [{firm}]. I would not do it again."},
            "my own house",
            "{S} said that he had put {q} into the club.",
        ),
        Saying(
            "captain",
            "The players are ready to wait for their wages as long as the groundsmen are paid first.",
            {
                "condition": "The players are ready to wait for their wages.",
                "word": "The players are ready to wait for their wages as long as the directors are paid first.",
                "ellipsis": "The players are … paid first.",
                "negation": "The players are not ready to wait for their wages as long as the groundsmen are paid "
                "first.",
            },
            {
                "bracket": "The players are ready to wait for their [September] wages as long as the groundsmen are "
                "paid first."
            },
            "as long as the groundsmen are paid first",
            "His team would be patient {q}, {S} said.",
        ),
    ),
    background=(
        "The club won the cup once, in a year that every child in the town can recite.",
        "A raffle for a signed shirt brought in enough for a week of electricity.",
        "The team bus has been taken back by the leasing company.",
        "“My grandfather's ashes are under that goal,” said Bernard Quill, who has not missed a home game since he "
        "was six.",
        "A brewery has offered to buy the pitch and build flats.",
        "Under the rules a club that cannot finish its fixtures is relegated.",
        "The reserves have been training in a public park.",
        "Season tickets will not be refunded for now.",
        "The women's side, which is run by a charity, is not affected.",
        "A statue of the founder looks down on the padlocked gate.",
    ),
)

MUSEUM = Scene(
    name="museum",
    slots={
        "place": ("Vellin", "Altmar", "Corsby", "Sainte-Odile"),
        "firm": ("the Vellin Museum", "the Altmar Gallery", "the Hofer Collection"),
        "reg": ("the Criminal Police", "the Prosecutor's Office"),
    },
    people={
        "director": ("museum director", "who directs {firm}", "the museum's director"),
        "inspector": ("chief inspector", "the chief inspector in charge", "the chief inspector"),
        "guard": ("night guard", "a night guard at the museum", "the night guard"),
        "insurer": ("loss adjuster", "a loss adjuster for the insurers", "the loss adjuster"),
    },
    body="{reg}",
    documents=(
        ("a log of the alarm company", "the log of the alarm company"),
        ("an insurance file on the paintings", "the insurance file on the paintings"),
    ),
    unnamed=(
        ("a guard who asked not to be named", "a guard, who did not wish to be named,"),
        ("an investigator who is not permitted to speak in public", "an investigator who requested anonymity"),
    ),
    leads=(
        "Three pale squares on a red wall are all that {firm} has to show for its best room.",
        "Thieves have emptied the upper floor of {firm} in the time that it takes to boil an egg.",
        "The people of {place} stood before the barrier tape and counted what was gone.",
        "{firm} did not open its doors on Sunday.",
        "One of the boldest art thefts of the decade has left {place} wondering how it was possible.",
        "It was a cleaner who first saw the empty frames at {firm}.",
        "The paintings left {firm} in a laundry van.",
        "Detectives were on their knees in the great hall of {firm} all weekend.",
    ),
    facts=(
        Fact(
            (
                "the alarm had been switched off on the night of the theft",
                "on the night of the theft the alarm was switched off",
                "the alarm was not switched on during the night of the theft",
                "somebody had turned off the alarm on the night of the theft",
                "the alarm had been turned off when the theft took place that night",
                "the museum's alarm was off on the night of the theft",
            ),
        ),
        Fact(
            (
                "the thieves used a key to get into the building",
                "the thieves got into the building with a key",
                "the thieves let themselves into the building with a key",
                "the building was opened by the thieves with a key",
                "the thieves had a key with which they entered the building",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "the stolen paintings are worth {n}",
                "the paintings that were stolen are valued at {n}",
                "the value of the stolen paintings is put at {n}",
            ),
            (("€12 million", "€20 million"), ("€45 million", "€54 million")),
            (("€1.7 million", "€1,700,000", "notation"), ("€29.6 million", "nearly €30 million", "rounded")),
            (("the museum's roof was repaired for {n}", "€3 million"), ("a reward of {n} is offered", "€100,000")),
        ),
        Figure(
            (
                "{n} paintings were taken",
                "the thieves took {n} paintings",
                "{n} paintings are missing",
            ),
            (("three", "five"), ("7", "11")),
            (("eight", "8", "spelled"),),
            (("{n} frames were found in a ditch", "2"),),
        ),
    ),
    days=(
        Dated(
            (
                "the cameras were last checked on {day}",
                "the last check of the cameras was made on {day}",
                "a technician last checked the cameras on {day}",
            ),
            ("the exhibition was opened on {day}", "the laundry van was reported stolen on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "director",
            "We do not have the money for more guards. The city has known that since January.",
            {
                "negation": "We do have the money for more guards. The city has known that since January.",
                "word": "We do not have the money for more cameras. The city has known that since January.",
                "spliced": "We do not have the money, the city has known that since January.",
            },
            {"bracket": "We do not have the money for more guards. The city [council] has known that since January."},
            "the money for more guards",
            "The museum lacked {q}, {S} said.",
        ),
        Saying(
            "inspector",
            "One of the guards might have opened the door, although we have no proof of it.",
            {
                "operator": "One of the guards must have opened the door, although we have no proof of it.",
                "condition": "One of the guards might have opened the door.",
                "negation": "One of the guards might have opened the door, and we have proof of it.",
                "ellipsis": "One of the guards … opened the door, although we have no proof of it.",
            },
            {"bracket": "One of the guards might have opened the [rear] door, although we have no proof of it."},
            "no proof of it",
            "There was {q}, {S} admitted, but a guard was a possibility.",
        ),
    ),
    background=(
        "The largest of the pictures shows a woman gutting herrings.",
        "The collection was left to the town by a maker of buttons.",
        "Border posts have been sent photographs of the works.",
        "Art that is well known is hard to sell, and thieves often learn that too late.",
        "“I brought my class here every year,” said Lucie Amsel, a teacher.",
        "The museum shop sold out of postcards within the day.",
        "Visitors with tickets for the weekend can have their money back.",
        "A florist has laid a wreath beneath the empty wall.",
        "The van was found burnt out in a quarry.",
        "The gallery on the ground floor, with its coins and clocks, was not touched.",
    ),
)
