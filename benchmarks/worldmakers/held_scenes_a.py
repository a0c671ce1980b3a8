"""Scenes of the held-out worlds: works, hospital, club, bridge, museum, grid. All invented."""

from __future__ import annotations

from benchmarks.worldmakers.held_nouns import Dated, Fact, Figure, Saying, Scene

LEAK = Scene(
    name="leak",
    slots={
        "place": ("Oxmere", "Fendale", "Scarrow", "Wick Hollow"),
        "firm": ("Tarn Nitrogen", "Agravel", "Blythe Fertilisers"),
        "reg": ("the Inspectorate of Works", "the Chemical Safety Office"),
    },
    people={
        "manager": ("safety manager", "safety manager at {firm}", "the safety manager"),
        "mayor": ("mayor", "the mayor of {place}", "the mayor"),
        "doctor": ("chief physician", "chief physician at the {place} infirmary", "the chief physician"),
        "steward": ("shop steward", "a shop steward at {firm}", "the shop steward"),
    },
    body="{reg}",
    documents=(
        ("a sensor log from the works", "the sensor log of the works"),
        ("a training record kept at {firm}", "the training record of {firm}"),
    ),
    unnamed=(
        (
            "a fitter at the works who asked not to be named",
            "a fitter at the works, speaking on condition of anonymity,",
        ),
        ("two people close to the inquiry", "two people close to the inquiry who were not authorised to speak"),
    ),
    leads=(
        "A white cloud hung over {place} for most of the morning after ammonia got out of the {firm} works.",
        "Windows stayed shut across {place} on the day that the fertiliser works let go of its ammonia.",
        "People in {place} woke to sirens and to a smell that stung the eyes.",
        "The {firm} works, whose chimneys can be seen from every street in {place}, fell silent after an ammonia leak.",
        "It began with a hiss behind the second storage tank of the {firm} plant.",
        "Two days after ammonia drifted over its roofs, {place} is looking for somebody to blame.",
        "Ammonia escaped from a storage tank at the {firm} fertiliser works and drove a whole quarter indoors.",
        "The gas has gone, but the questions about the {firm} works have only begun.",
    ),
    facts=(
        Fact(
            (
                "the valve had been leaking for nine days before the accident",
                "gas had been escaping from the valve for nine days when the accident happened",
                "the valve had already leaked for nine days before the accident",
                "for nine days before the accident the valve had been letting gas out",
                "the faulty valve was leaking nine days before the accident",
                "the leak in the valve had gone on for nine days by the time of the accident",
            ),
        ),
        Fact(
            (
                "nobody on the night shift had been trained to close the tank by hand",
                "no one working that night had been trained to shut the tank by hand",
                "not one worker on the night shift was trained to close the tank manually",
                "the night shift had no worker who was trained in closing the tank by hand",
                "none of the night workers had had training in shutting the tank by hand",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "{n} people were treated for burning eyes and coughs",
                "doctors treated {n} people for coughs and burning eyes",
                "the infirmary treated {n} people with burning eyes and coughs",
            ),
            (("27", "46"), ("58", "85"), ("112", "121")),
            (("64", "about 65", "rounded"), ("41", "around 40", "rounded"), ("twelve", "12", "spelled")),
            (("{n} people were kept in hospital overnight", "9"), ("{n} firefighters were sent to the works", "35")),
            (("by Sunday evening {n} people had been treated in all", "131"),),
        ),
        Figure(
            (
                "{n} of ammonia escaped from the tank",
                "the tank lost {n} of ammonia",
                "{n} of ammonia got out of the tank",
            ),
            (("3 tonnes", "8 tonnes"), ("four tonnes", "fourteen tonnes")),
            (("3.5 tonnes", "3,500 kilograms", "unit"), ("2,000 kilos", "two tonnes", "unit")),
        ),
    ),
    days=(
        Dated(
            (
                "the tank was last inspected on {day}",
                "the last inspection of the tank took place on {day}",
                "inspectors last looked at the tank on {day}",
            ),
            ("the tank was painted on {day}", "a new foreman took over the tank yard on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "manager",
            "We tested the valve on Monday and did not find any fault. The pump was never part of that test.",
            {
                "negation": "We tested the valve on Monday and did find a fault. The pump was never part of that test.",
                "word": "We tested the alarm on Monday and did not find any fault. The pump was never part of that "
                "test.",
                "spliced": "We tested the valve on Monday and the pump was never part of that test.",
            },
            {
                "bracket": "We tested the valve [of the second tank] on Monday and did not find any fault. The pump "
                "was "
                "never part of that test.",
            },
            "did not find any fault",
            "{S} said that the staff had tested the valve and {q}.",
        ),
        Saying(
            "mayor",
            "The works may reopen in June, but only if every tank has been replaced.",
            {
                "operator": "The works will reopen in June, but only if every tank has been replaced.",
                "condition": "The works may reopen in June.",
                "ellipsis": "The works may reopen … if every tank has been replaced.",
                "word": "The works may reopen in June, but only if every tank has been repaired.",
            },
            {"bracket": "[{firm}] may reopen in June, but only if every tank has been replaced."},
            "only if every tank has been replaced",
            "{S} said that the works could start again {q}.",
        ),
    ),
    background=(
        "The wind turned at noon and carried what was left of the cloud out over the marshes.",
        "Schoolchildren were kept in their classrooms until the fire brigade had gone from door to door.",
        "Ammonia is stored cold and under pressure, and it boils as soon as it meets warm air.",
        "A bakery beside the gate threw away its whole morning's bread.",
        "{firm} makes granules for wheat farmers and sells most of them abroad.",
        "The yard between the tanks was still taped off on the day after.",
        "“I put a wet towel over my daughter's face and ran,” said Petra Olm, who lives in the row behind the works.",
        "Fire crews sprayed curtains of water to keep the cloud from the houses.",
        "A prosecutor has taken over the inquiry.",
        "The company's share price was little changed by the close of trading.",
    ),
)

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

BRIDGE = Scene(
    name="bridge",
    slots={
        "place": ("Ravensea", "Holmstrand", "Culverton", "Eastry Sound"),
        "firm": ("the Culver Bridge", "the Sound Bridge", "the Raven Bridge"),
        "reg": ("the Roads Agency", "the Highways Board"),
    },
    people={
        "engineer": ("chief engineer", "chief engineer of {reg}", "the chief engineer"),
        "councillor": ("councillor", "a councillor for the eastern bank", "the councillor"),
        "haulier": ("haulier", "a haulier from {place}", "the haulier"),
        "minister": ("transport minister", "the minister of transport", "the transport minister"),
    },
    body="{reg}",
    documents=(
        ("an inspection report on the bridge", "the inspection report on the bridge"),
        ("the record of a closed council meeting", "the record of the closed council meeting"),
    ),
    unnamed=(
        (
            "a surveyor who worked on the bridge and asked not to be identified",
            "a surveyor who had worked on the bridge, speaking on condition of anonymity,",
        ),
        (
            "three officials briefed on the inspection",
            "three officials briefed on the inspection, who were not allowed to discuss it,",
        ),
    ),
    leads=(
        "{firm} was closed to lorries at midnight and to everybody else an hour later.",
        "Commuters in {place} found a concrete block where the road to work used to begin.",
        "For the first time since it was opened, {firm} stood empty at rush hour.",
        "The ferry that {firm} put out of business is sailing again.",
        "Nobody in {place} can say when {firm} will carry traffic again.",
        "A crack no longer than a hand has cut {place} in two.",
        "Buses turned round on the western ramp of {firm} all day long.",
        "The closure of {firm} costs the shops of {place} a fortune, their owners complain.",
    ),
    facts=(
        Fact(
            (
                "two of the bridge's cables had snapped last winter",
                "last winter two cables of the bridge had snapped",
                "two cables of the bridge snapped last winter",
                "two of the cables that hold the bridge snapped last winter",
                "last winter two of the bridge's cables broke",
                "two of the bridge's cables had already broken last winter",
            ),
        ),
        Fact(
            (
                "the council turned down an offer to repair the bridge",
                "an offer to repair the bridge was turned down by the council",
                "the council rejected an offer for the repair of the bridge",
                "the council had been offered a repair of the bridge and refused it",
                "the council refused an offer to have the bridge repaired",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "the repair of the bridge will cost {n}",
                "repairing the bridge will cost {n}",
                "the bill for the repair of the bridge is put at {n}",
            ),
            (("$12 million", "$21 million"), ("$7.5 million", "$9.5 million")),
            (("$3.4 million", "$3,400,000", "notation"), ("$8.2 million", "about $8 million", "rounded")),
            (("the bridge cost {n} to build", "$2.6 million"), ("the ferry costs the city {n} a week", "$90,000")),
        ),
        Figure(
            (
                "{n} vehicles used to cross the bridge every day",
                "the bridge carried {n} vehicles a day",
                "{n} vehicles a day crossed the bridge before it was closed",
            ),
            (("14,000", "40,000"), ("9,600", "6,900")),
            (("22,300", "more than 22,000", "rounded"), ("30,000", "thirty thousand", "spelled")),
        ),
        Figure(
            (
                "the bridge is {n} long",
                "the bridge has a length of {n}",
                "the bridge measures {n} from bank to bank",
            ),
            (("1.2 kilometres", "2.1 kilometres"), ("700 yards", "900 yards")),
            (("2 miles", "3.2 kilometres", "unit"), ("5 km", "3.1 miles", "unit")),
        ),
    ),
    days=(
        Dated(
            (
                "the crack was discovered on {day}",
                "a diver discovered the crack on {day}",
                "the crack was first seen on {day}",
            ),
            ("the ferry took up its service on {day}", "the western ramp was resurfaced on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "engineer",
            "The bridge should open to cars in spring if the new cables arrive by Christmas.",
            {
                "operator": "The bridge must open to cars in spring if the new cables arrive by Christmas.",
                "condition": "The bridge should open to cars in spring.",
                "word": "The bridge should open to lorries in spring if the new cables arrive by Christmas.",
            },
            {"bracket": "The bridge should open to cars in spring if the new [steel] cables arrive by Christmas."},
            "if the new cables arrive by Christmas",
            "Cars could return in spring {q}, {S} said.",
        ),
        Saying(
            "haulier",
            "My drivers go 38 miles out of their way. They have not been paid for one of them.",
            {
                "negation": "My drivers go 38 miles out of their way. They have been paid for every one of them.",
                "spliced": "My drivers have not been paid for one of them.",
                "word": "My drivers go 38 miles out of their way. They have not been thanked for one of them.",
            },
            {"unit": "My drivers go 61 km out of their way. They have not been paid for one of them."},
            "out of their way",
            "Drivers were sent far {q}, {S} complained.",
        ),
    ),
    background=(
        "The towers of the bridge are older than the city hall.",
        "A film company had rented the eastern lane for a chase and lost its deposit.",
        "Pilots of the harbour use the lamps on the middle span to find the channel.",
        "Cyclists have been let across since noon, one at a time.",
        "“I have paid toll on that thing for thirty years,” said Gerda Voss, who sells flowers by the ramp.",
        "The city has hired two tugs to push the old ferry.",
        "A school on the far bank is teaching half of its pupils by telephone.",
        "The paint of the bridge is renewed every seven years, from one end to the other.",
        "No accident has been linked to the crack.",
        "Night trains, which use a bridge of their own, run as usual.",
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

GRID = Scene(
    name="grid",
    slots={
        "place": ("Norrach", "Belford Cross", "Ullamoor", "Tessin Vale"),
        "firm": ("Northgrid", "Ullapower", "Valenet"),
        "reg": ("the Energy Regulator", "the Energy Agency"),
    },
    people={
        "chief": ("chief executive", "chief executive of {firm}", "the company's chief executive"),
        "governor": ("governor", "the governor of the province", "the governor"),
        "farmer": ("dairy farmer", "a dairy farmer near {place}", "the farmer"),
        "fire": ("fire chief", "the fire chief of {place}", "the fire chief"),
    },
    body="{firm}",
    documents=(
        ("a service record of the transformer", "the service record of the transformer"),
        ("an e-mail sent to {firm} in August", "the e-mail that was sent to {firm} in August"),
    ),
    unnamed=(
        ("a lineman who feared for his job and would not be named", "a lineman, speaking on condition of anonymity,"),
        ("an official at the ministry who asked not to be named", "a ministry official who asked for anonymity"),
    ),
    leads=(
        "The lights went out in {place} in the middle of the evening news.",
        "For two nights {place} has cooked on camping stoves.",
        "Every freezer in {place} is dripping.",
        "Power is back in most of {place}, and so is anger.",
        "The biggest blackout in the history of {place} began in a shed of corrugated iron.",
        "Trams stood where the current had left them and their passengers walked home.",
        "It took {firm} two days to bring light back to {place}.",
        "Candles were sold out in {place} before the shops closed on Wednesday.",
    ),
    facts=(
        Fact(
            (
                "the transformer had not been serviced for eleven years",
                "the transformer was last serviced eleven years ago",
                "nobody had serviced the transformer for eleven years",
                "for eleven years the transformer had gone without a service",
                "eleven years had passed since the transformer was serviced",
                "the transformer had gone eleven years without being serviced",
            ),
        ),
        Fact(
            (
                "the company was warned in August that the transformer was overheating",
                "in August the company received a warning that the transformer was overheating",
                "the company had been told in August that the transformer was running too hot",
                "a warning that the transformer was overheating reached the company in August",
                "the company knew from a warning in August that the transformer was overheating",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "{n} households were without power",
                "the blackout hit {n} households",
                "{n} households had no power",
            ),
            (("70,000", "17,000"), ("128,000", "182,000")),
            (("1.1 million", "1,100,000", "notation"), ("52,380", "more than 52,000", "rounded")),
            (("{n} shops were closed", "430"), ("{n} cows went unmilked", "2,000")),
            (("by Friday only {n} households were still without power", "6,500"),),
        ),
        Figure(
            (
                "electricity prices in the province rose by {n} last year",
                "the price of electricity in the province went up by {n} last year",
                "last year electricity became {n} dearer in the province",
            ),
            (("6 per cent", "9 per cent"), ("4.5%", "5.4%")),
            (("8 per cent", "8%", "notation"), ("12 percent", "12 per cent", "notation")),
        ),
    ),
    days=(
        Dated(
            (
                "the transformer was installed on {day}",
                "the company installed the transformer on {day}",
                "engineers put the transformer in on {day}",
            ),
            ("the second line was repaired on {day}", "a generator arrived from the capital on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "chief",
            "We will compensate every household that was dark for more than 24 hours, provided that it asks us in "
            "writing.",
            {
                "condition": "We will compensate every household that was dark for more than 24 hours.",
                "operator": "We may compensate every household that was dark for more than 24 hours, provided that it "
                "asks "
                "us in writing.",
                "word": "We will compensate every business that was dark for more than 24 hours, provided that it "
                "asks us "
                "in writing.",
                "ellipsis": "We will compensate every household … that asks us in writing.",
            },
            {
                "bracket": "We will compensate every household [in {place}] that was dark for more than 24 hours, "
                "provided that "
                "it asks us in writing."
            },
            "provided that it asks us in writing",
            "Each household would get money {q}, {S} said.",
        ),
        Saying(
            "governor",
            "About 40 per cent of the villages have no generator. It is not a scandal, it is a budget.",
            {
                "negation": "About 40 per cent of the villages have no generator. It is a scandal, it is a budget.",
                "word": "About 40 per cent of the hospitals have no generator. It is not a scandal, it is a budget.",
                "spliced": "About 40 per cent of the villages have no budget.",
            },
            {"percent": "About 40% of the villages have no generator. It is not a scandal, it is a budget."},
            "It is not a scandal, it is a budget",
            "{S} shrugged: {q}.",
        ),
    ),
    background=(
        "The substation stands in a beet field and is guarded by a dog.",
        "A wedding party danced on by the headlights of a tractor.",
        "Mobile telephones failed once the masts had drained their batteries.",
        "The hospital ran on diesel throughout.",
        "“We milked by hand, all night, and my father laughed at us,” said Arno Teel, whose barn lies beyond the "
        "river.",
        "Pumps stopped as well, and the upper streets had no water.",
        "Copper for a new coil has to come by ship.",
        "Insurance companies expect a wave of claims for spoiled meat.",
        "The cinema gave away its ice cream.",
        "Engineers slept in their vans beside the fence.",
    ),
)

SCENES = (LEAK, HOSPITAL, CLUB, BRIDGE, MUSEUM, GRID)
