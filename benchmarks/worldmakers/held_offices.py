"""Scenes of the held-out worlds: a hospital without computers, a school without a field, an endless count. Invented."""

from __future__ import annotations

from benchmarks.worldmakers.held_nouns import Dated, Fact, Figure, Saying, Scene

HOSPITAL = Scene(
    name="hospital",
    slots={
        "place": ("Lindmark", "Port Averell", "Stannow", "Kestrel Bay"),
        "firm": ("St Brannoc's Hospital", "Lindow General", "the Averell Clinic"),
        "reg": ("the Data Protection Authority", "the Privacy Commission"),
    },
    people={
        "director": ("hospital director", "the director of {firm}", "the hospital's director"),
        "minister": ("health minister", "the minister of health", "the health minister"),
        "analyst": ("security analyst", "a security analyst who studied the files", "the security analyst"),
        "nurse": ("staff nurse", "a nurse on the children's ward", "the nurse"),
    },
    body="{reg}",
    documents=(
        ("an internal audit of the hospital's computers", "the internal audit of the hospital's computers"),
        ("a bank statement of the hospital", "the bank statement of the hospital"),
    ),
    unnamed=(
        ("a technician at the hospital who did not want to be named", "a hospital technician who asked for anonymity"),
        (
            "a person with knowledge of the negotiations",
            "a person with knowledge of the negotiations, who declined to be named,",
        ),
    ),
    leads=(
        "Screens went black at {firm} shortly before the morning round.",
        "Patients of {firm} have been told that strangers may be reading their files.",
        "Doctors at {firm} are writing with pencils this week.",
        "A gang of hackers has put {place}'s largest hospital back into the age of paper.",
        "The attack on {firm} came through a door that nobody had thought to lock.",
        "Operations were put off and ambulances sent elsewhere after hackers broke into {firm}.",
        "The queue at the front desk of {firm} now reaches the car park.",
        "What happened to the computers of {firm} is slowly coming to light.",
    ),
    facts=(
        Fact(
            (
                "the stolen patient files had not been encrypted",
                "the patient files that were stolen were not encrypted",
                "none of the stolen patient files was encrypted",
                "the hackers took patient files that had never been encrypted",
                "the patient records stolen by the hackers were unencrypted",
                "the patient files lay unencrypted on the server when they were stolen",
            ),
        ),
        Fact(
            (
                "the hospital paid the hackers a ransom",
                "a ransom was paid to the hackers by the hospital",
                "the hospital has paid a ransom to the hackers",
                "the hackers received a ransom from the hospital",
                "the hospital gave in and paid the ransom that the hackers had asked for",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "the files of {n} patients were stolen",
                "hackers stole the files of {n} patients",
                "{n} patients had their files stolen",
            ),
            (("18,000", "81,000"), ("62,400", "64,200")),
            (("1.2 million", "1,200,000", "notation"), ("about 30,000", "30,150", "rounded")),
            (
                ("{n} patients had to be moved to other clinics", "214"),
                ("the files of {n} employees were copied", "3,900"),
            ),
            (("a week later the count of patients whose files were stolen had risen to {n}", "97,000"),),
        ),
        Figure(
            (
                "the hospital spent {n} on new computers after the attack",
                "new computers cost the hospital {n} after the attack",
                "the hospital paid {n} for new computers after the attack",
            ),
            (("$400,000", "$900,000"), ("€1.5 million", "€2.5 million")),
            (("$1.3 million", "$1,300,000", "notation"),),
        ),
    ),
    days=(
        Dated(
            (
                "the hackers first entered the network on {day}",
                "hackers broke into the network for the first time on {day}",
                "the first break-in into the network was on {day}",
            ),
            ("the hospital's website went back online on {day}", "the children's ward moved on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "director",
            "No operation was cancelled because of a missing file. Some of them were postponed by a day.",
            {
                "negation": "An operation was cancelled because of a missing file. Some of them were postponed by a "
                "day.",
                "word": "No operation was cancelled because of a missing doctor. Some of them were postponed by a day.",
                "spliced": "No operation was cancelled because of a missing file, some of them were postponed.",
            },
            {
                "bracket": "No operation was cancelled because of a missing [patient] file. Some of them were "
                "postponed by "
                "a day.",
                "spelling": "No operation was canceled because of a missing file. Some of them were postponed by a "
                "day.",
            },
            "postponed by a day",
            "Some operations were merely {q}, {S} said.",
        ),
        Saying(
            "minister",
            "The state will pay for new computers unless the hospital is found to be at fault.",
            {
                "operator": "The state could pay for new computers unless the hospital is found to be at fault.",
                "condition": "The state will pay for new computers.",
                "ellipsis": "The state will pay … the hospital is found to be at fault.",
                "negation": "The state will not pay for new computers unless the hospital is found to be at fault.",
            },
            {"bracket": "The state will pay for new computers unless [{firm}] is found to be at fault."},
            "is found to be at fault",
            "{S} promised money unless the hospital {q}.",
        ),
    ),
    background=(
        "Porters now carry blood samples from floor to floor with a slip of paper round each tube.",
        "The maternity ward, which has a network of its own, was spared.",
        "A choir of pensioners brought cake for the staff.",
        "“We know our patients by face, and that helps,” said Ines Torvald, a ward sister.",
        "Police have asked anyone who gets a strange letter to keep the envelope.",
        "Hospitals are a favourite target, because they cannot afford to wait.",
        "The outpatient department remains closed to all but urgent cases.",
        "A telephone line for patients was overrun within minutes.",
        "The hospital was built after the war and last extended nine years ago.",
        "Its computers were bought second-hand from a bank.",
    ),
)

SCHOOL = Scene(
    name="school",
    slots={
        "place": ("Thistleton", "Long Barrow", "Eskdale End", "Cobham Green"),
        "firm": ("Meadowgate Homes", "Larkhill Developments", "Brantwood Estates"),
        "reg": ("the County Council", "the District Council"),
    },
    people={
        "head": ("headteacher", "the headteacher of the village school", "the headteacher"),
        "leader": ("council leader", "the leader of {reg}", "the council leader"),
        "parent": ("mother of two", "who has two children at the school", "the mother"),
        "auditor": ("auditor", "an auditor of the county's accounts", "the auditor"),
    },
    body="{reg}",
    documents=(
        ("a deed of sale", "the deed of sale"),
        ("a valuer's letter", "the valuer's letter"),
    ),
    unnamed=(
        (
            "a council employee who asked not to be named",
            "a council employee, who asked that her name be kept out of it,",
        ),
        ("a person familiar with the sale", "a person familiar with the sale, speaking on condition of anonymity,"),
    ),
    leads=(
        "The goalposts have gone from behind the school in {place}.",
        "Sports day in {place} will be held in a car park this year.",
        "Nobody told the children of {place} that their meadow was for sale.",
        "Yellow diggers stand where the under-nines used to train.",
        "A meeting in the village hall of {place} ended with people standing on chairs.",
        "In {place} the talk is of grass, and of who had the right to sell it.",
        "{firm} means to build where {place} has played for a century.",
        "The bell of the village school rang, and two hundred people came to hear the council explain itself.",
    ),
    facts=(
        Fact(
            (
                "the council sold the school's playing field to a developer",
                "the playing field of the school was sold to a developer by the council",
                "the council has sold the playing field of the school to a property developer",
                "a developer bought the school's playing field from the council",
                "the school's playing field went to a developer, sold by the council",
                "the council let a developer buy the playing field of the school",
            ),
        ),
        Fact(
            (
                "the field was sold for less than half of its value",
                "the price of the field was less than half of what it is worth",
                "the field went for under half of its value",
                "less than half of its true value was paid for the field",
                "the buyer paid less than half of what the field is worth",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "{n} people signed the petition against the sale",
                "the petition against the sale was signed by {n} people",
                "{n} people put their names to the petition against the sale",
            ),
            (("1,800", "8,100"), ("940", "490")),
            (("2,046", "about 2,000", "rounded"), ("three thousand", "3,000", "spelled")),
            (("{n} people spoke at the meeting", "27"), ("{n} pupils attend the school", "180")),
            (("a month later the petition against the sale had {n} signatures", "11,500"),),
        ),
        Figure(
            (
                "{n} houses are to be built on the field",
                "the plans for the field show {n} houses",
                "the field is to take {n} houses",
            ),
            (("48", "84"), ("35", "65")),
            (("seventy", "70", "spelled"), ("62", "some 60", "rounded")),
        ),
    ),
    days=(
        Dated(
            (
                "the deed was signed on {day}",
                "both sides signed the deed on {day}",
                "the signing of the deed took place on {day}",
            ),
            ("the old pavilion was pulled down on {day}", "the council elections were held on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "leader",
            "We needed the money for the roof. I did not enjoy that decision for one minute.",
            {
                "negation": "We needed the money for the roof. I did enjoy that decision, every minute.",
                "word": "We needed the money for the road. I did not enjoy that decision for one minute.",
                "spliced": "We needed the money for one minute.",
            },
            {
                "bracket": "We needed the money for the roof [of the school]. I did not enjoy that decision for one "
                "minute."
            },
            "the money for the roof",
            "The council had needed {q}, {S} said.",
        ),
        Saying(
            "auditor",
            "The sale could be reversed if a court finds that the notice was never published.",
            {
                "operator": "The sale shall be reversed if a court finds that the notice was never published.",
                "condition": "The sale could be reversed.",
                "negation": "The sale could not be reversed if a court finds that the notice was never published.",
                "word": "The sale could be reversed if a minister finds that the notice was never published.",
                "ellipsis": "The sale … [will] be reversed if a court finds that the notice was never published.",
            },
            {
                "bracket": "The sale [of the field] could be reversed if a court finds that the notice was never "
                "published."
            },
            "if a court finds that the notice was never published",
            "It was possible to undo the sale {q}, {S} said.",
        ),
    ),
    background=(
        "An oak that stands on the halfway line is said to be older than the church.",
        "Swifts nest under the eaves of the pavilion.",
        "The cricketers have been lent a pitch by a neighbouring parish.",
        "The school itself will stay where it is.",
        "“We buried our time capsule there,” said Olive Trant, who left the school long ago.",
        "Notices of sales must hang in the post office for a month.",
        "A model of the new houses was on show in the library.",
        "The developer offers to plant a hedge.",
        "The county has closed its swimming pool as well.",
        "The parish magazine printed a poem about it.",
    ),
)

COUNT = Scene(
    name="count",
    slots={
        "place": ("Vorland", "Eastmark", "Saltash County", "Quillon"),
        "firm": ("the Farmers' Alliance", "the Reform List", "the Civic Union"),
        "reg": ("the Electoral Commission", "the Election Office"),
    },
    people={
        "officer": ("returning officer", "the returning officer for {place}", "the returning officer"),
        "candidate": ("candidate", "the candidate of {firm}", "the candidate"),
        "caretaker": ("caretaker", "the caretaker of the town hall", "the caretaker"),
        "judge": ("retired judge", "a retired judge who observed the count", "the retired judge"),
    },
    body="{reg}",
    documents=(
        ("a protocol of the count", "the protocol of the count"),
        ("a delivery note of the printers", "the delivery note of the printers"),
    ),
    unnamed=(
        (
            "a clerk at the town hall who asked not to be named",
            "a town hall clerk, speaking on condition of anonymity,",
        ),
        ("a person involved in the recount", "a person involved in the recount, who is not allowed to discuss it,"),
    ),
    leads=(
        "The votes of {place} are being counted for the third time.",
        "An election that was thought to be over has begun again in {place}.",
        "In the gymnasium at {place} they have put the tables back up.",
        "A janitor's torch has thrown the election in {place} into doubt.",
        "The winner had already ordered the flowers.",
        "Lawyers outnumbered counters at the town hall of {place}.",
        "{place} elected a new assembly two weeks ago, or perhaps it did not.",
        "The seal was unbroken and the lid was dusty.",
    ),
    facts=(
        Fact(
            (
                "a box of uncounted postal votes was found in a cellar",
                "a box with postal votes that nobody had counted was found in a cellar",
                "uncounted postal votes were found in a box in a cellar",
                "a box full of uncounted postal votes turned up in a cellar",
                "in a cellar a box of postal votes was found that had not been counted",
                "a cellar held a box of postal votes that had never been counted",
            ),
        ),
        Fact(
            (
                "hundreds of ballot papers carried the wrong date",
                "the wrong date was printed on hundreds of ballot papers",
                "hundreds of ballot papers had been printed with the wrong date",
                "on hundreds of ballot papers the date was wrong",
                "hundreds of ballots bore a wrong date",
            ),
            seen=("the wrong date was on hundreds of ballot papers",),
        ),
    ),
    figures=(
        Figure(
            (
                "the box held {n} postal votes",
                "there were {n} postal votes in the box",
                "{n} postal votes lay in the box",
            ),
            (("418", "814"), ("1,130", "1,310")),
            (("602", "about 600", "rounded"), ("two thousand", "2,000", "spelled")),
            (("{n} people voted by post in all", "9,400"), ("the winner was ahead by {n} votes", "211")),
        ),
        Figure(
            (
                "turnout was {n}",
                "the turnout reached {n}",
                "turnout came to {n}",
            ),
            (("61 per cent", "71 per cent"), ("54.3%", "53.4%")),
            (("66 per cent", "66%", "notation"), ("58.7 percent", "nearly 59 percent", "rounded")),
        ),
    ),
    days=(
        Dated(
            (
                "the cellar was last cleared on {day}",
                "the last time that the cellar was cleared was on {day}",
                "workmen last cleared the cellar on {day}",
            ),
            ("the new assembly was to meet on {day}", "the printers delivered the ballots on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "officer",
            "I counted every vote that I was given. I was not given that box.",
            {
                "negation": "I counted every vote that I was given. I was given that box.",
                "word": "I counted every vote that I was given. I was not given that key.",
                "spliced": "I counted every vote that I was not given.",
            },
            {"bracket": "I counted every [postal] vote that I was given. I was not given that box."},
            "every vote that I was given",
            "{S} insisted that he had counted {q}.",
        ),
        Saying(
            "judge",
            "The whole vote might have to be repeated unless the recount is finished by Friday.",
            {
                "operator": "The whole vote will have to be repeated unless the recount is finished by Friday.",
                "condition": "The whole vote might have to be repeated.",
                "word": "The whole vote might have to be repeated unless the recount is finished by Sunday.",
                "negation": "The whole vote might not have to be repeated unless the recount is finished by Friday.",
            },
            {
                "bracket": "The whole vote [in {place}] might have to be repeated unless the recount is finished by "
                "Friday."
            },
            "unless the recount is finished by Friday",
            "A new election was possible {q}, {S} said.",
        ),
    ),
    background=(
        "The cellar is otherwise used for trestles and flags.",
        "Postal votes come in grey envelopes inside white ones.",
        "The outgoing assembly stays in office for the time being.",
        "Counters are paid by the hour and given soup.",
        "“My vote may be in there,” said Hulda Brask, who was at sea on election day.",
        "Observers from three countries watched from the gallery.",
        "The gymnasium was meant for a handball final.",
        "In the mountains the roads were snowed up on the day of the vote.",
        "Both camps have told their supporters to keep calm.",
        "A betting shop has suspended its odds.",
    ),
)
