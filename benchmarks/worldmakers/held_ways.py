"""Scenes of the held-out worlds: a bridge that is closed and a train off its rails. All invented."""

from __future__ import annotations

from benchmarks.worldmakers.held_nouns import Dated, Fact, Figure, Saying, Scene

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
        (
            "an official briefed on the inspection, who asked for anonymity,",
            "an official who was briefed on the inspection and asked not to be named",
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

RAILWAY = Scene(
    name="railway",
    slots={
        "place": ("Gorsley", "Dunmere", "Halt of Aske", "Wendling Junction"),
        "firm": ("Crossrail North", "Dunmere Railways", "Midland & Coast"),
        "reg": ("the Railway Inspectorate", "the Rail Accident Bureau"),
    },
    people={
        "investigator": ("lead investigator", "lead investigator of {reg}", "the lead investigator"),
        "union": ("union secretary", "the secretary of the drivers' union", "the union's secretary"),
        "passenger": ("passenger", "a passenger in the second carriage", "the passenger"),
        "head": ("managing director", "the managing director of {firm}", "the managing director"),
    },
    body="{reg}",
    documents=(
        ("the train's data recorder", "the data recorder of the train"),
        ("a duty roster of {firm}", "the duty roster of {firm}"),
    ),
    unnamed=(
        ("a signalman who asked not to be named", "a signalman, who would speak only without his name,"),
        (
            "a senior railwayman with knowledge of the inquiry",
            "a senior railwayman with knowledge of the inquiry, who was not authorised to speak about it,",
        ),
    ),
    leads=(
        "The 7.12 to the coast left the rails in the long bend before {place}.",
        "Carriages lay in the barley at {place} like toys that a child has kicked.",
        "The line through {place} will be closed for weeks after Monday's derailment.",
        "Cranes are lifting the last carriages out of the field near {place}.",
        "It was the ordinary morning train, and it never reached {place}.",
        "Farmers were the first to reach the train that derailed outside {place}.",
        "Flowers hang from the footbridge over the railway at {place}.",
        "What made a train of {firm} jump the track at {place} is the question of the week.",
    ),
    facts=(
        Fact(
            (
                "the train was travelling at twice the permitted speed",
                "the train was going twice as fast as permitted",
                "the speed of the train was twice what is permitted",
                "the train entered the bend at twice the permitted speed",
                "the train had been running at double the speed allowed",
                "at the moment of the derailment the train was doing twice the speed limit",
            ),
        ),
        Fact(
            (
                "the driver had been on duty for fourteen hours",
                "the driver had already worked for fourteen hours",
                "the man at the controls had been on duty for fourteen hours",
                "the train's driver was in the fourteenth hour of his shift",
                "the driver had been working for fourteen hours when the train derailed",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "{n} people were injured in the derailment",
                "the derailment injured {n} people",
                "{n} people were hurt when the train derailed",
            ),
            (("34", "43"), ("61", "16"), ("88", "98")),
            (("72", "about 70", "rounded"), ("twenty", "20", "spelled"), ("57", "more than 50", "rounded")),
            (
                ("{n} people were killed", "4"),
                ("{n} passengers were on the train", "203"),
                ("{n} of the injured are children", "6"),
            ),
            (("by Wednesday {n} people were known to have been injured", "101"),),
        ),
        Figure(
            (
                "the train was travelling at {n}",
                "the train ran at {n}",
                "the speed of the train was {n}",
            ),
            (("95 mph", "59 mph"), ("140 km/h", "110 km/h")),
            (("80 miles per hour", "80 mph", "notation"), ("100 mph", "161 km/h", "unit")),
        ),
    ),
    days=(
        Dated(
            (
                "the rails in the bend were replaced on {day}",
                "workers replaced the rails in the bend on {day}",
                "the bend was given new rails on {day}",
            ),
            ("the signal box was painted on {day}", "the carriages were built on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "investigator",
            "The brakes were in order. We cannot rule out that somebody pulled the wrong lever.",
            {
                "negation": "The brakes were not in order. We cannot rule out that somebody pulled the wrong lever.",
                "operator": "The brakes were in order. We can say that somebody pulled the wrong lever.",
                "word": "The signals were in order. We cannot rule out that somebody pulled the wrong lever.",
                "spliced": "The brakes were the wrong lever.",
            },
            {
                "bracket": "The brakes [of all carriages] were in order. We cannot rule out that somebody pulled the "
                "wrong "
                "lever."
            },
            "pulled the wrong lever",
            "Perhaps somebody {q}, {S} said.",
        ),
        Saying(
            "union",
            "Our drivers will strike from Monday if the company does not shorten the shifts.",
            {
                "condition": "Our drivers will strike from Monday.",
                "operator": "Our drivers might strike from Monday if the company does not shorten the shifts.",
                "negation": "Our drivers will not strike from Monday if the company does not shorten the shifts.",
                "word": "Our drivers will strike from Friday if the company does not shorten the shifts.",
            },
            {"bracket": "Our drivers will strike from Monday if the company [{firm}] does not shorten the shifts."},
            "if the company does not shorten the shifts",
            "There would be a strike {q}, {S} warned.",
        ),
    ),
    background=(
        "The carriages are of a type that is due to be scrapped.",
        "Villagers brought blankets, tea and a stepladder.",
        "A brass band was on its way to a contest, and its tubas are dented.",
        "Buses replace the trains between the two valleys.",
        "“The lamp above me swung out like a bell,” said Rosalind Faye, a student in the last carriage.",
        "The barley is lost, and the railway has promised to pay for it.",
        "Mobile reception in the cutting is so poor that the first call was made from a farmhouse.",
        "A dog that was on the train turned up at the next station.",
        "The bend is the tightest on the whole line.",
        "Freight is being sent round by the north.",
    ),
)
