"""Scenes of the held-out worlds: works that leak, light that fails, jars with metal in them. All invented."""

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
        (
            "somebody close to the inquiry who asked not to be named",
            "somebody close to the inquiry, speaking on condition of anonymity,",
        ),
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

JARS = Scene(
    name="jars",
    slots={
        "place": ("Mallen", "Orchard Vale", "Pembry", "Sundhavn"),
        "firm": ("Littlespoon", "Plumkin Foods", "Babette"),
        "reg": ("the Food Safety Agency", "the Consumer Protection Office"),
    },
    people={
        "owner": ("company founder", "the founder of {firm}", "the founder"),
        "doctor": ("paediatrician", "a paediatrician in {place}", "the paediatrician"),
        "mechanic": ("mechanic", "a mechanic at the plant of {firm}", "the mechanic"),
        "grocer": ("head of purchasing", "the head of purchasing at a supermarket chain", "the purchaser"),
    },
    body="{reg}",
    documents=(
        ("a laboratory report on the jars", "the laboratory report on the jars"),
        ("a complaints book of {firm}", "the complaints book of {firm}"),
    ),
    unnamed=(
        (
            "a worker on the filling line who asked not to be named",
            "a worker on the filling line, who asked for anonymity,",
        ),
        (
            "two inspectors with knowledge of the case",
            "two inspectors with knowledge of the case, speaking on condition of anonymity,",
        ),
    ),
    leads=(
        "Parents in {place} are turning jars upside down and reading the small print.",
        "Supermarkets have cleared their shelves of everything that {firm} makes.",
        "The smiling carrot of {firm} has disappeared from the shops.",
        "A mother's photograph of what she found in a jar of pear puree has undone {firm}.",
        "{firm} is calling back baby food all over the country.",
        "Lorries full of glass jars queued at the incinerator of {place} from dawn.",
        "The conveyor belts of {firm} have stood still since Tuesday.",
        "A brand that three generations were fed on, {firm}, is in the worst trouble of its life.",
    ),
    facts=(
        Fact(
            (
                "metal shavings from a worn grinder got into the jars",
                "shavings of metal fell into the jars from a worn grinder",
                "the jars contained metal shavings from a worn grinder",
                "a worn grinder shed metal shavings into the jars",
                "metal shavings found in the jars came from a worn grinder",
                "a grinder that was worn out had dropped metal shavings into the jars",
            ),
        ),
        Fact(
            (
                "the company had received complaints about the jars since March",
                "complaints about the jars had been reaching the company since March",
                "since March customers had been complaining to the company about the jars",
                "the company had had complaints about its jars from March on",
                "the first complaints about the jars reached the company as early as March",
            ),
        ),
    ),
    figures=(
        Figure(
            (
                "{n} jars have been recalled",
                "the company recalled {n} jars",
                "the recall covers {n} jars",
            ),
            (("240,000", "420,000"), ("86,000", "68,000")),
            (("1.4 million", "1,400,000", "notation"), ("31,200", "about 31,000", "rounded")),
            (("{n} jars were found to contain metal", "19"), ("the plant can fill {n} jars an hour", "9,000")),
            (("a week later the recall had been widened to {n} jars", "700,000"),),
        ),
        Figure(
            (
                "sales of the brand fell by {n}",
                "the brand's sales dropped by {n}",
                "the brand saw its sales go down by {n}",
            ),
            (("30 per cent", "13 per cent"), ("22%", "27%")),
            (("18 per cent", "18%", "notation"), ("24.8 per cent", "almost 25 per cent", "rounded")),
        ),
    ),
    days=(
        Dated(
            (
                "the grinder was last sharpened on {day}",
                "a fitter last sharpened the grinder on {day}",
                "the last sharpening of the grinder was on {day}",
            ),
            ("the new label was introduced on {day}", "the first lorry reached the incinerator on {day}"),
        ),
    ),
    sayings=(
        Saying(
            "owner",
            "No child has been harmed by our food. I feed it to my own grandson every evening.",
            {
                "negation": "A child has been harmed by our food. I feed it to my own grandson every evening.",
                "word": "No child has been harmed by our water. I feed it to my own grandson every evening.",
                "spliced": "No child has been harmed by our food every evening.",
            },
            {"bracket": "No child has been harmed by our food. I feed it to my own grandson [Emil] every evening."},
            "to my own grandson",
            "The food went {q} as well, {S} said.",
        ),
        Saying(
            "doctor",
            "Parents need not worry unless the child refuses to drink.",
            {
                "negation": "Parents need to worry unless the child refuses to drink.",
                "condition": "Parents need not worry.",
                "ellipsis": "Parents need … worry unless the child refuses to drink.",
                "word": "Parents need not worry unless the child refuses to sleep.",
            },
            {"bracket": "Parents need not worry unless the child [suddenly] refuses to drink."},
            "unless the child refuses to drink",
            "There was no need for alarm {q}, {S} said.",
        ),
    ),
    background=(
        "The pears come from orchards that can be seen from the factory canteen.",
        "A charity has opened a telephone line for worried families.",
        "Glass jars can be taken back to any branch, even without a receipt.",
        "Two rival brands have raised their prices.",
        "“I threw out eleven of them,” said Nadia Wren, who has twins.",
        "The factory gives work to every sixth family in the valley.",
        "A magnet above the belt should have caught anything made of steel.",
        "The firm's first kitchen is now a small museum.",
        "Nurseries have gone back to boiling their own carrots.",
        "Television vans were parked along the orchard wall.",
    ),
)
