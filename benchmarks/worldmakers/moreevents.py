"""The other half of what can happen in a planted world; see events.py."""

from __future__ import annotations

from benchmarks.worldmakers.events import Event, Figure, Quote

ELECTION = Event(
    name="election",
    figure=Figure("thousands", 14, 96),
    things={"party": ("Reform Alliance", "Farmers' League", "Green List", "Workers' Front")},
    headlines=(
        "{party} takes {place} by {n} votes",
        "{n} votes decide {place} race",
        "{place} goes to the {party}",
        "{party} wins in {place}",
    ),
    fact=(
        "the {party} won the mayoral election in {place} {when} by {n} votes",
        "{n} votes separated the {party} from its rival in the mayoral election in {place} {when}",
        "the {party}'s candidate was elected mayor of {place} {when} with a margin of {n} votes",
        "the mayoral election in {place} {when} was won by the {party} with {n} votes to spare",
        "the {party} took the office of mayor in {place} {when} with a lead of {n} votes",
        "voters in {place} gave the {party} the mayor's office {when} by a margin of {n} votes",
        "the {party} beat its rival by {n} votes in the mayoral election in {place} {when}",
    ),
    second=(
        "two polling stations had opened an hour late",
        "voting began an hour late at two polling stations",
        "the doors of two polling stations were opened an hour too late",
    ),
    background=(
        "The last mayor of {place} did not stand again after two terms.",
        "Turnout was higher than at any vote since the new constitution.",
        "The campaign was fought over rents and the price of water.",
        "Three candidates had been knocked out in the first round.",
        "The new mayor takes office on the first day of next month.",
        "Posters of both candidates still hung from the lamp posts in the morning.",
        "In {town}, where the same vote was held, the result was never in doubt.",
        "Postal ballots made up a quarter of those that were counted.",
        "The count in the sports hall went on past two in the morning.",
        "The {party} has never before held the town hall.",
    ),
    quotes=(
        Quote(
            "We may ask for a recount if the margin stays as small as this. Nobody has shown us a single forged ballot",
            {
                "operator": "We will ask for a recount if the margin stays as small as this",
                "condition": "We may ask for a recount",
                "word": "We may ask for a recount if the margin stays as large as this",
                "spliced": "We may ask for a recount if nobody has shown us a single forged ballot",
            },
            {
                "bracket": "We may ask for a recount if the margin [of votes] stays as small as this",
                "part": "Nobody has shown us a single forged ballot",
            },
        ),
        Quote(
            "It was not a vote against the labour movement, and more than 60 per cent of the young stayed at home",
            {
                "negation": "It was a vote against the labour movement, and more than 60 per cent of the young stayed"
                " at home",
                "ellipsis": "It was … a vote against the labour movement",
                "word": "It was not a vote against the labour movement, and more than 60 per cent of the old stayed at"
                " home",
            },
            {
                "spelling": "It was not a vote against the labor movement, and more than 60 per cent of the young"
                " stayed at home",
                "percent": "It was not a vote against the labour movement, and more than 60% of the young stayed at"
                " home",
            },
        ),
    ),
    official=("returning officer", "the {place} electoral office"),
    expert=("political scientist", "the University of {town}"),
    critic=("campaign manager", "the Citizens' Union"),
    papers=("the certified results sheet", "tallies signed by the polling stations"),
    unnamed=("two election officials who asked not to be named", "a person familiar with the count"),
    corrected="the {party}'s lead in the mayoral election in {place}",
    scope=("{k} ballots in {place} were declared void",),
    reactions=(
        "I have voted in every election since I was twenty and I never saw such a queue",
        "They all promise the same thing and then the rent goes up",
        "My street voted one way and the next street the other",
    ),
)

BUDGET = Event(
    name="budget",
    figure=Figure("money", 21, 93),
    things={"field": ("schools", "road repairs", "the police", "public housing")},
    headlines=(
        "{place} cuts {n} from {field}",
        "{n} less for {field} in {place}",
        "{place} council trims spending on {field}",
        "{field}: {place} saves {n}",
    ),
    fact=(
        "the council of {place} cut spending on {field} by {n} {when}",
        "{n} was taken out of {place}'s budget for {field} {when}",
        "spending on {field} in {place} was reduced by {n} {when}",
        "{place} lowered its outlay on {field} by {n} {when}",
        "councillors in {place} took {n} away from {field} {when}",
        "the budget for {field} in {place} lost {n} in the vote {when}",
    ),
    second=(
        "the city had spent its reserve on a stadium",
        "a stadium had used up the city's reserve",
        "the city's reserve had gone into a stadium",
    ),
    background=(
        "The vote came after a debate of nine hours.",
        "{place} has lost a tenth of its taxpayers since the mill closed.",
        "The province covers about a third of the city's expenses.",
        "A proposal to raise the tax on land was voted down.",
        "{town} made similar savings in the spring.",
        "Two councillors left the chamber before the vote.",
        "The treasurer had warned of a gap since the autumn.",
        "Libraries and swimming pools will charge more from next year.",
        "The opposition handed out soup in front of the town hall.",
        "Interest on old loans now costs the city more than its theatre.",
    ),
    quotes=(
        Quote(
            "We could reverse this cut if the province pays what it owes us. Not one teacher will lose her job this"
            " year",
            {
                "operator": "We will reverse this cut if the province pays what it owes us",
                "condition": "We could reverse this cut",
                "negation": "One teacher will lose her job this year",
                "word": "We could double this cut if the province pays what it owes us",
                "spliced": "We could reverse this cut if not one teacher will lose her job this year",
            },
            {
                "bracket": "We could reverse this cut if the province pays what it owes [the city]",
                "part": "Not one teacher will lose her job this year",
            },
        ),
    ),
    official=("treasurer", "the city of {place}"),
    expert=("budget analyst", "the Institute for Local Finance"),
    critic=("chairwoman", "the Taxpayers' Circle"),
    papers=("the budget bill", "the minutes of the finance committee"),
    unnamed=("two councillors who asked not to be named", "a city official who was not authorised to speak"),
    corrected="the sum that {place} cut from {field}",
    scope=("{place} gave {k} to its theatres in the same vote",),
    reactions=(
        "There are buckets in the corridor of my son's school",
        "You cannot run a city on promises",
        "I pay more every year and I get less for it",
    ),
)

TRANSFER = Event(
    name="transfer",
    figure=Figure("money", 18, 97),
    things={"player": ("Dario Kestrel", "Milo Harrowgate", "Jonas Ferrant", "Luka Stainer")},
    headlines=(
        "{player} joins {place} for {n}",
        "{place} sign {player}",
        "{n} for {player}: {place} break the bank",
        "{player} swaps {town} for {place}",
    ),
    fact=(
        "{place} United signed the striker {player} from {town} Rovers {when} for {n}",
        "the striker {player} moved from {town} Rovers to {place} United {when} for {n}",
        "{place} United paid {town} Rovers {n} for the striker {player} {when}",
        "{town} Rovers sold the striker {player} to {place} United {when} for {n}",
        "{n} was the price that {place} United paid {when} for {town} Rovers striker {player}",
        "{player} left {town} Rovers {when} and joined {place} United for {n}",
    ),
    second=(
        "the player had failed his first medical examination",
        "a first medical examination had not been passed by the player",
        "the first medical examination did not go well for the player, who failed it",
    ),
    background=(
        "{player} scored nineteen goals last season, more than anybody else in the league.",
        "{place} United finished fifth and missed out on the continental cup.",
        "Supporters queued for shirts with his name on the back.",
        "The striker grew up a few streets from the old ground in {town}.",
        "The new season begins in three weeks.",
        "Two other clubs had shown an interest in him.",
        "The manager has been looking for a forward since the winter.",
        "The stadium in {place} is to get a new roof next year.",
        "He will wear the number nine.",
        "His former team-mates heard of it on the training pitch.",
    ),
    quotes=(
        Quote(
            "He might play on Saturday if the league registers him in time. The defence is not what keeps me awake",
            {
                "operator": "He will play on Saturday if the league registers him in time",
                "condition": "He might play on Saturday",
                "negation": "The defence is what keeps me awake",
                "word": "He might play on Sunday if the league registers him in time",
            },
            {
                "bracket": "[The striker] might play on Saturday if the league registers him in time",
                "spelling": "The defense is not what keeps me awake",
                "part": "The defence is not what keeps me awake",
            },
        ),
    ),
    official=("sporting director", "{place} United"),
    expert=("secretary", "the Football League"),
    critic=("captain", "{town} Rovers"),
    papers=("the league's transfer register", "the contract"),
    unnamed=("two people close to the club", "an agent familiar with the talks"),
    corrected="the price of {player}",
    scope=("{place} United took {k} from the sale of season tickets",),
    deniable=True,
    denier="official",
    reactions=(
        "I cried when I read it and then I bought the shirt",
        "That is a lot of money for somebody with a bad knee",
        "He was one of us, and nobody can take that away",
    ),
)

POLLUTION = Event(
    name="pollution",
    figure=Figure("miles", 12, 84),
    things={"river": ("Esk Water", "Lune", "Aller", "Brathay")},
    headlines=(
        "Chemical spill poisons {n} of the {river}",
        "{n} of the {river} poisoned by spill",
        "{river} poisoned below {place}",
        "Spill at {place} plant kills river",
    ),
    fact=(
        "a chemical spill from the {firm} works in {place} poisoned {n} of the river {river} {when}",
        "{n} of the river {river} were poisoned {when} by chemicals from the {firm} works in {place}",
        "chemicals that leaked from the {firm} works in {place} poisoned {n} of the {river} {when}",
        "the {firm} works in {place} spilled chemicals {when} that poisoned the {river} over {n}",
        "the {river} was poisoned along {n} {when} when chemicals escaped from the {firm} works in {place}",
        "a leak of chemicals at the {firm} works in {place} {when} poisoned the river {river} for {n}",
    ),
    second=(
        "an alarm at the works had been switched off in April",
        "in April somebody had switched off an alarm at the works",
        "one of the alarms at the works had been out of use since it was switched off in April",
    ),
    background=(
        "The {river} rises in the hills above {town} and feeds two reservoirs.",
        "Anglers carried dead trout to the gate of the works in plastic bags.",
        "People along the river were told not to let their dogs drink from it.",
        "The works makes a solvent that is used in paint.",
        "A bright green foam gathered below the weir.",
        "The province has fined the company twice since it came to {place}.",
        "Drinking water in {town} comes from wells and was not affected.",
        "Volunteers counted dead birds on the banks.",
        "It will be years before the stock of fish recovers.",
        "The company moved to {place} when land there was cheap.",
    ),
    quotes=(
        Quote(
            "We may have to close the wells within 38 miles of the works if it rains this week. There is no danger to"
            " anybody who drinks from the tap",
            {
                "operator": "We will have to close the wells within 38 miles of the works if it rains this week",
                "condition": "We may have to close the wells within 38 miles of the works",
                "negation": "There is danger to anybody who drinks from the tap",
                "word": "We may have to close the wells within 88 miles of the works if it rains this week",
            },
            {
                "unit": "We may have to close the wells within 61 km of the works if it rains this week",
                "bracket": "We may have to close the wells within 38 miles of the [chemical] works if it rains this"
                " week",
                "part": "There is no danger to anybody who drinks from the tap",
            },
        ),
    ),
    official=("chief inspector", "the Environment Agency"),
    expert=("freshwater biologist", "the University of {town}"),
    critic=("plant manager", "the {firm} works"),
    papers=("water samples taken by the province's laboratory", "an incident log kept at the works"),
    unnamed=("two workers who asked not to be named", "a person familiar with the inquiry"),
    corrected="the length of river that was poisoned",
    scope=("{k} of the river bank were closed to walkers",),
    deniable=True,
    reactions=(
        "I have fished here since I was six and there is nothing left",
        "You could smell it from the church",
        "They knew, and they went home for the weekend",
    ),
)

BREACH = Event(
    name="breach",
    figure=Figure("thousands", 13, 95),
    things={"data": ("patients", "customers", "pupils", "taxpayers")},
    headlines=(
        "Records of {n} {data} stolen from {firm}",
        "{firm} hack: {n} {data} affected",
        "Hackers steal files from {firm}",
        "{firm} admits loss of data",
    ),
    fact=(
        "hackers stole the records of {n} {data} from {firm} Systems {when}",
        "the records of {n} {data} were stolen from {firm} Systems {when} by hackers",
        "hackers who broke into {firm} Systems {when} took the records of {n} {data}",
        "an attack by hackers on {firm} Systems {when} cost {n} {data} their records",
        "in an attack on {firm} Systems {when}, hackers made off with the records of {n} {data}",
        "records of {n} {data} fell into the hands of hackers who attacked {firm} Systems {when}",
    ),
    second=(
        "the password to the server had not been changed for six years",
        "nobody had changed the server's password in six years",
        "for six years the server had kept the same password",
    ),
    background=(
        "{firm} Systems looks after the computers of forty public offices.",
        "Those affected are to be told by letter.",
        "A telephone line that was set up for questions was busy all day.",
        "The company is based in a former brewery in {town}.",
        "Data protection rules allow for heavy fines.",
        "Offices in {place} went back to pen and paper for the day.",
        "No ransom note has been made public.",
        "A similar attack hit a bank in {town} last year.",
        "The server stood in a cellar that was flooded in the spring.",
        "Experts advise those concerned to change their passwords.",
    ),
    quotes=(
        Quote(
            "We might restore the service by Friday if the backups are sound. The thieves did not get into the payment"
            " system",
            {
                "operator": "We will restore the service by Friday if the backups are sound",
                "condition": "We might restore the service by Friday",
                "negation": "The thieves did get into the payment system",
                "word": "We might restore the service by Friday if the backups are lost",
            },
            {
                "bracket": "We might restore the service by Friday if the backups [in the vault] are sound",
                "part": "The thieves did not get into the payment system",
            },
        ),
    ),
    official=("head of security", "{firm} Systems"),
    expert=("commissioner", "the Data Protection Office"),
    critic=("chairman", "the Privacy Forum"),
    papers=("a notice filed with the stock exchange", "a technical report by the Cyber Centre"),
    unnamed=("two engineers who asked not to be named", "a person familiar with the attack"),
    corrected="the number of {data} whose records were stolen from {firm} Systems",
    later=("a month later the count of records known to be stolen had risen to {k}",),
    deniable=True,
    denier="official",
    reactions=(
        "They have my address, my illness and my daughter's name",
        "I only heard of it from a neighbour",
        "A lock that nobody changes is no lock",
    ),
)

FLOOD = Event(
    name="flood",
    figure=Figure("thousands", 12, 88),
    things={"cause": ("burst dam", "river flood", "storm surge")},
    headlines=(
        "{n} flee as {cause} hits {place}",
        "{place} under water: {n} driven from homes",
        "{cause} forces {n} to leave {place}",
        "{place} cut off by water",
    ),
    fact=(
        "a {cause} drove {n} people from their homes in {place} {when}",
        "{n} people in {place} had to leave their homes {when} because of a {cause}",
        "the {cause} in {place} forced {n} people out of their homes {when}",
        "{n} residents of {place} were forced out of their houses by a {cause} {when}",
        "{n} people were driven out of their houses in {place} {when} by a {cause}",
        "in {place}, a {cause} made {n} people leave their homes {when}",
    ),
    second=(
        "the sirens had stayed silent",
        "no siren was heard",
        "the warning sirens did not sound",
    ),
    background=(
        "Boats were brought from {town} on the backs of lorries.",
        "The water stood as high as the window sills in the lower town.",
        "A school and two churches have been opened for those who cannot go home.",
        "Cows were driven up to the cemetery, the highest ground for miles.",
        "The railway line to {town} is cut in three places.",
        "Power was out in most streets until the evening.",
        "The army sent two companies of engineers with pumps.",
        "The river had last been as high forty years ago.",
        "Insurers have set up a desk in the post office.",
        "Pharmacists handed out medicine without prescriptions.",
    ),
    quotes=(
        Quote(
            "People may return on Sunday if the embankment holds. It was not the rain that did this but neglect",
            {
                "operator": "People will return on Sunday if the embankment holds",
                "condition": "People may return on Sunday",
                "word": "People may return on Sunday if the embankment breaks",
            },
            {
                "bracket": "People may return [to the lower town] on Sunday if the embankment holds",
                "part": "It was not the rain that did this but neglect",
            },
        ),
    ),
    official=("head of civil protection", "the province of {place}"),
    expert=("hydrologist", "the {town} Water Institute"),
    critic=("chairman", "the Householders' Association"),
    papers=("a situation report by the army", "lists kept by the Red Lantern relief service"),
    unnamed=("two engineers who asked not to be named", "a provincial official who was not authorised to speak"),
    corrected="the number of people driven from their homes in {place}",
    later=("by the end of the following week the number of those who had to leave had grown to {k}",),
    roles=("a nurse at the hospital who asked not to be named", "a dam engineer who was not authorised to speak"),
    reactions=(
        "We took the dog and the photographs and that was all",
        "The water came up the stairs one step at a time",
        "I have been asking about that wall for ten years",
    ),
)

MORE_EVENTS = (ELECTION, BUDGET, TRANSFER, POLLUTION, BREACH, FLOOD)
