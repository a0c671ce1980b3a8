"""Scenes of the held-out worlds: jars, railway, school, river, count, fire. All invented."""

from __future__ import annotations

from benchmarks.worldmakers.held_nouns import Dated, Fact, Figure, Saying, Scene

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

SCENES = (JARS, RAILWAY, SCHOOL, RIVER, COUNT, FIRE)
