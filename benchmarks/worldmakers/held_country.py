"""Scenes of the held-out worlds: a river without fish and a burnt forest. All invented."""

from __future__ import annotations

from benchmarks.worldmakers.held_nouns import Dated, Fact, Figure, Saying, Scene

RIVER = Scene(
    name="river",
    slots={
        "place": ("Lower Sarn", "Millbeck", "Ostrey", "Tolquay"),
        "firm": ("Sarn Sugar", "Beckmill Sugar", "Ostrey Refineries"),
        "reg": ("the Water Authority", "the River Board"),
    },
    people={
        "biologist": ("fisheries biologist", "a fisheries biologist at the university", "the biologist"),
        "manager": ("mill manager", "who manages the mill of {firm}", "the mill's manager"),
        "angler": ("angler", "who chairs the anglers' club of {place}", "the angler"),
        "minister": ("environment minister", "the minister for the environment", "the environment minister"),
    },
    body="{reg}",
    documents=(
        ("a water sample taken below the mill", "the water sample that was taken below the mill"),
        ("the register of permits", "the permit register"),
    ),
    unnamed=(
        ("a worker at the mill who did not want to give his name", "a mill worker, who would not give his name,"),
        ("a person close to the Water Office", "a person close to the Water Office, who asked for anonymity,"),
    ),
    leads=(
        "The river at {place} turned white with the bellies of dead fish.",
        "Herons have come to {place} in hundreds, and they know why.",
        "Volunteers with nets and shovels worked along the banks at {place}.",
        "The smell reached {place} before the news did.",
        "A stretch of river that anglers crossed half a continent for is dead.",
        "At {place} the water is clear again, and nothing moves in it.",
        "Boys on the bridge at {place} saw it first: trout, floating.",
        "The harvest is in, the mill of {firm} is running day and night, and the river below it has no fish.",
    ),
    facts=(
        Fact(
            (
                "the sugar mill let hot waste water into the river",
                "hot waste water from the sugar mill ran into the river",
                "the sugar mill discharged hot waste water into the river",
                "hot waste water was let into the river by the sugar mill",
                "the sugar mill had been emptying hot waste water into the river",
                "hot waste water entered the river from the sugar mill",
            ),
            seen=("hot waste water ran from the sugar mill into the river",),
        ),
        Fact(
            (
                "the mill's permit had expired in May",
                "the permit of the mill ran out in May",
                "the mill had been without a valid permit since May",
                "since May the mill has had no valid permit",
                "the mill's permit was not renewed when it expired in May",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "{n} of dead fish were pulled out of the river",
                "helpers pulled {n} of dead fish out of the river",
                "{n} of dead fish were taken from the river",
            ),
            (("12 tonnes", "20 tonnes"), ("three tonnes", "thirty tonnes")),
            (("4.5 tonnes", "4,500 kilograms", "unit"), ("11.8 tonnes", "almost 12 tonnes", "rounded")),
            (("{n} of sugar leave the mill every day", "600 tonnes"),),
        ),
        Figure(
            (
                "fish died along {n} of the river",
                "the fish are dead along {n} of the river",
                "along {n} of the river no fish is alive",
            ),
            (("9 kilometres", "19 kilometres"), ("14 miles", "40 miles")),
            (("38 miles", "61 kilometres", "unit"), ("10 km", "ten kilometres", "spelled")),
        ),
    ),
    days=(
        Dated(
            (
                "the first dead fish were seen on {day}",
                "the first dead fish turned up on {day}",
                "dead fish were first sighted on {day}",
            ),
            ("the beet harvest began on {day}", "the fishing season was opened on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "manager",
            "Our cooling pond did not overflow. It has stood half empty since the summer.",
            {
                "negation": "Our cooling pond did overflow. It has stood half empty since the summer.",
                "word": "Our cooling pond did not overflow. It has stood half empty since the winter.",
                "spliced": "Our cooling pond has stood half empty.",
            },
            {"bracket": "Our cooling pond did not overflow. It has stood half empty since the [dry] summer."},
            "half empty since the summer",
            "The pond had stood {q}, according to {S}.",
        ),
        Saying(
            "biologist",
            "The trout may come back in three years, but only if the mill keeps its water cool.",
            {
                "operator": "The trout will come back in three years, but only if the mill keeps its water cool.",
                "condition": "The trout may come back in three years.",
                "word": "The salmon may come back in three years, but only if the mill keeps its water cool.",
                "ellipsis": "The trout … come back in three years.",
            },
            {"bracket": "The trout may come back in three years, but only if the [sugar] mill keeps its water cool."},
            "only if the mill keeps its water cool",
            "Trout would return {q}, {S} said.",
        ),
    ),
    background=(
        "Otters have been seen carrying fish up the road.",
        "The village had planned a regatta and called it off.",
        "Warm water holds less oxygen than cold water does.",
        "Cattle are being led to a pond instead.",
        "“I learned to swim here,” said Jonas Petty, who keeps the lock.",
        "Beet lorries still roll through the gate every four minutes.",
        "The inn by the weir has taken trout off its menu.",
        "Children put up a cross made of oars.",
        "Downstream, where a brook joins the river, minnows survived.",
        "The university has set out cages with young fish to test the water.",
    ),
)

FIRE = Scene(
    name="fire",
    slots={
        "place": ("Cape Arden", "Pinewood", "San Alvaro", "Juniper Ridge"),
        "firm": ("Coastal Power", "Ardenlight", "Ridge Electric"),
        "reg": ("the Forest Service", "the Civil Protection Office"),
    },
    people={
        "chief": ("fire chief", "the fire chief of {place}", "the fire chief"),
        "ranger": ("forest ranger", "a forest ranger", "the ranger"),
        "mayor": ("mayor", "the mayor of {place}", "the mayor"),
        "winemaker": ("winemaker", "a winemaker on the northern slope", "the winemaker"),
    },
    body="{reg}",
    documents=(
        ("an investigator's report on the fire", "the investigator's report on the fire"),
        ("a workshop list of the fire brigade", "the workshop list of the fire brigade"),
    ),
    unnamed=(
        ("a firefighter who asked not to be named", "a firefighter, who spoke on condition of anonymity,"),
        ("two officials familiar with the inquiry", "two officials familiar with the inquiry, who could not be named,"),
        (
            "an official familiar with the inquiry who could not be named",
            "an official familiar with the inquiry, who spoke on condition of anonymity,",
        ),
    ),
    leads=(
        "Ash fell on the beaches of {place} like snow.",
        "The hills above {place} are black down to the first gardens.",
        "The wind dropped at dawn, and {place} drew its breath.",
        "Horses and holidaymakers were led out of {place} along the same road.",
        "After five days the fire above {place} is under control.",
        "The sun over {place} was the colour of a copper pan.",
        "Sirens woke {place} a little after three.",
        "Where the pines of {place} stood there are posts of charcoal now.",
    ),
    facts=(
        Fact(
            (
                "a fallen power line started the fire",
                "the fire was started by a fallen power line",
                "a power line that had come down started the fire",
                "a power line fell and set off the fire",
                "the fire began when a power line fell",
                "the cause of the fire was a fallen power line",
            ),
        ),
        Fact(
            (
                "two of the town's three fire engines were out of service",
                "two of the three fire engines of the town could not be used",
                "two out of three fire engines in the town were not working",
                "of the town's three fire engines two were out of order",
                "two of the town's three fire engines were in the workshop",
            ),
            seen=("two of the town's three fire engines stood in the workshop",),
        ),
    ),
    figures=(
        Figure(
            (
                "the fire burned {n} of forest",
                "{n} of forest burned down",
                "the fire destroyed {n} of forest",
            ),
            (("4,000 hectares", "14,000 hectares"), ("3,600 acres", "6,300 acres")),
            (("1,000 hectares", "2,471 acres", "unit"), ("5,150 hectares", "more than 5,000 hectares", "rounded")),
            (("{n} of vineyards were lost", "90 hectares"),),
            (("by the weekend {n} of forest had burned", "21,000 hectares"),),
        ),
        Figure(
            (
                "{n} people had to leave their homes",
                "{n} people were driven from their homes",
                "the fire forced {n} people out of their homes",
            ),
            (("2,300", "3,200"), ("900", "1,900")),
            (("1,480", "about 1,500", "rounded"), ("six hundred", "600", "spelled")),
            (("{n} people were treated for smoke", "31"), ("{n} firefighters fought the flames", "450")),
        ),
    ),
    days=(
        Dated(
            (
                "the line was last inspected on {day}",
                "inspectors last walked the line on {day}",
                "the last inspection of the line was made on {day}",
            ),
            ("the state of emergency was lifted on {day}", "a new water tank was opened on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "chief",
            "We did not have enough water on the first night. The hoses were never the problem.",
            {
                "negation": "We did have enough water on the first night. The hoses were never the problem.",
                "word": "We did not have enough people on the first night. The hoses were never the problem.",
                "spliced": "We did not have enough hoses on the first night.",
            },
            {
                "bracket": "We did not have enough water on the first night [of the fire]. The hoses were never the "
                "problem."
            },
            "enough water on the first night",
            "The brigade did not have {q}, {S} said.",
        ),
        Saying(
            "ranger",
            "The flames can come back as long as the roots are glowing under the ash.",
            {
                "operator": "The flames cannot come back as long as the roots are glowing under the ash.",
                "condition": "The flames can come back.",
                "word": "The animals can come back as long as the roots are glowing under the ash.",
            },
            {"bracket": "The flames can come back as long as the roots [of the pines] are glowing under the ash."},
            "as long as the roots are glowing under the ash",
            "The danger was not over {q}, {S} said.",
        ),
    ),
    background=(
        "A chapel on the ridge is untouched, with its candles melted.",
        "Planes scooped water from the bay until dark.",
        "Tourists slept in the ice rink.",
        "Beekeepers lost most of their hives.",
        "“The cork oaks will grow again, we shall not,” said old Baptiste Orr on his bench.",
        "Looters have not been seen.",
        "The coast road has been opened for residents.",
        "Rain is forecast for the end of the week.",
        "Goats had been kept on the slope to eat the undergrowth, until the subsidy ended.",
        "The smoke could be seen from the islands.",
    ),
)
