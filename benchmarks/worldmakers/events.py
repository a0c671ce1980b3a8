"""What can happen in a planted world: events, each with the sentences by which newsrooms would tell of it.

``fact`` and ``second`` are clauses that can stand alone or after "said that"; each sentence of a world is used once.
Slots: ``{place}``, ``{town}`` (another), ``{firm}``, ``{country}``, ``{n}`` (the figure), ``{when}``, the event's own
``things``, and people by surname: ``{official}``, ``{expert}``, ``{critic}``.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """How big the event's number is, and in what: ``count``, ``money``, ``thousands``, ``percent`` or ``miles``."""

    kind: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with what can go wrong with it (``altered``, by kind) and what is all right (``sound``, by kind)."""

    text: str
    altered: dict[str, str]
    sound: dict[str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """One kind of event. ``official``, ``expert`` and ``critic`` are role and body; ``papers`` are documents."""

    name: str
    figure: Figure
    things: dict[str, tuple[str, ...]]
    headlines: tuple[str, ...]
    fact: tuple[str, ...]
    second: tuple[str, ...]
    background: tuple[str, ...]
    quotes: tuple[Quote, ...]
    official: tuple[str, str]
    expert: tuple[str, str]
    critic: tuple[str, str]
    papers: tuple[str, ...]
    unnamed: tuple[str, ...]
    corrected: str
    """What the figure is, as a correction names it."""
    scope: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """Two unnamed people who cannot be one."""
    deniable: bool = False
    denier: str = "critic"
    """The role of whoever would deny it."""
    reactions: tuple[str, ...] = field(default=())


FERRY = Event(
    name="accident",
    figure=Figure("count", 11, 58),
    things={"ship": ("Saint Aldric", "Grey Heron", "Lady Maud", "Northern Star", "Sea Thrift")},
    headlines=(
        "{n} dead as ferry capsizes off {place}",
        "Ferry disaster off {place} kills {n}",
        "{ship} sinks near {place} with loss of {n} lives",
        "{n} lives lost in {place} ferry sinking",
        "Death toll in {place} ferry accident put at {n}",
    ),
    fact=(
        "{n} people were killed when the ferry {ship} capsized off {place} {when}",
        "the capsizing of the ferry {ship} off {place} {when} killed {n} people",
        "{n} people died when the {ship} overturned near {place} {when}",
        "the ferry accident off {place} {when} cost {n} lives",
        "{n} people lost their lives in the sinking of the {ship} off {place} {when}",
        "the {ship} ferry disaster off the {place} coast {when} left {n} people dead",
        "{n} passengers and crew of the ferry {ship} were killed when it went over off {place} {when}",
    ),
    second=(
        "the {ship} had been refused a safety certificate in March",
        "a safety certificate had been denied to the {ship} in March",
        "inspectors turned the {ship} down for a safety certificate in March",
        "in March the {ship} failed to obtain its safety certificate",
    ),
    background=(
        "The {ship} was built at {town} twenty-two years ago and had sailed the route since.",
        "Fishing boats were the first to reach the wreck and took survivors into the harbour.",
        "Flags flew at half mast over the town hall in {place}.",
        "A strong easterly had been blowing since dawn, and smaller boats had stayed in port.",
        "The crossing from {place} to {town} takes about fifty minutes in calm weather.",
        "Relatives waited through the night in a school gymnasium beside the quay.",
        "The wreck lies on its side in shallow water and can be seen from the coast road.",
        "Ferry traffic between {place} and {town} has been stopped until further notice.",
        "Volunteers brought blankets and soup to the harbour office.",
        "The operator took over the route from a state company nine years ago.",
        "Divers had to break off their work twice because of the current.",
    ),
    quotes=(
        Quote(
            "We may raise the wreck before winter if the weather holds. The harbour will not be closed for a single"
            " day",
            {
                "condition": "We may raise the wreck before winter",
                "operator": "We will raise the wreck before winter if the weather holds",
                "negation": "The harbour will be closed for a single day",
                "spliced": "We may raise the wreck before winter, and the harbour will not be closed for a single day",
                "word": "We may raise the wreck before summer if the weather holds",
            },
            {
                "bracket": "We may raise the wreck [of the ferry] before winter if the weather holds",
                "spelling": "The harbor will not be closed for a single day",
            },
        ),
        Quote(
            "I never said that the captain was to blame for this, and I would ask people to wait. The tug came from a"
            " port 38 miles away",
            {
                "ellipsis": "I … said that the captain was to blame for this",
                "negation": "I said that the captain was to blame for this, and I would ask people to wait",
                "word": "I never said that the owner was to blame for this, and I would ask people to wait",
            },
            {
                "unit": "The tug came from a port 61 km away",
                "shortened": "I never said that the captain was to blame for this … The tug came from a port 38 miles"
                " away",
                "part": "I never said that the captain was to blame for this",
            },
        ),
    ),
    official=("harbour master", "the {place} Harbour Authority"),
    expert=("chief surgeon", "{town} General Hospital"),
    critic=("chairman", "the Seafarers' Union"),
    papers=("a preliminary report by the Marine Accident Board", "the coastguard's rescue log"),
    unnamed=(
        "two coastguard officers familiar with the rescue",
        "a senior official involved in the inquiry",
        "a person familiar with the investigation",
    ),
    corrected="the number of people killed in the ferry accident",
    scope=(
        "{k} people were injured when the ferry {ship} capsized off {place}",
        "another {k} people were taken to hospital after the {ship} overturned",
    ),
    later=("by the end of the following week the number of dead had risen to {k}",),
    roles=("a nurse at the hospital who asked not to be named", "a coastguard officer who was not authorised to speak"),
    reactions=(
        "Nobody will tell us anything, and we have stood here since midnight",
        "There has to be a full inquiry and it has to be held in public",
        "My brother worked on that boat and he was proud of it",
    ),
)

SANCTIONS = Event(
    name="sanctions",
    figure=Figure("money", 12, 96),
    things={"goods": ("machine tools", "guidance chips", "turbine parts", "optical sensors")},
    headlines=(
        "{firm} sent {goods} to {country} despite ban",
        "Banned {goods} reached {country} through {firm}",
        "{firm} under scrutiny over {country} shipments",
        "How {n} of {goods} got to {country}",
    ),
    fact=(
        "{firm} Industries shipped {n} of {goods} to {country} in breach of sanctions",
        "{goods} worth {n} were sent to {country} by {firm} Industries in spite of sanctions",
        "{firm} Industries broke sanctions by delivering {n} worth of {goods} to {country}",
        "sanctioned {goods} worth {n} reached {country} from {firm} Industries",
        "{firm} Industries exported {goods} worth {n} to {country} although sanctions forbid it",
        "in violation of sanctions, {firm} Industries sold {n} of {goods} to {country}",
        "{country} received {n} worth of {goods} from {firm} Industries despite the sanctions",
    ),
    second=(
        "the deliveries went through a freight forwarder in {town}",
        "a forwarding company in {town} handled the deliveries",
        "the consignments were routed through a freight forwarder based in {town}",
        "a freight forwarder at {town} passed the deliveries on",
    ),
    background=(
        "The sanctions against {country} were imposed four years ago and have been tightened twice.",
        "{firm} Industries employs a staff of nine hundred and makes most of its sales abroad.",
        "Exports of {goods} need a licence from the trade ministry.",
        "The company's share price fell sharply when trading opened.",
        "Other manufacturers have moved their sales offices out of the region.",
        "Banks began to ask for end-user certificates last year.",
        "The forwarding trade in {town} has grown quickly since the border reopened.",
        "Parliament is due to debate a stricter export law in the autumn.",
        "A similar case two years ago ended with a fine and a suspended sentence.",
        "{goods} of this kind can be used in civilian and in military equipment.",
    ),
    quotes=(
        Quote(
            "We will withdraw the company's licence if the documents turn out to be genuine. No decision has been taken"
            " about its directors",
            {
                "condition": "We will withdraw the company's licence",
                "negation": "We will not withdraw the company's licence if the documents turn out to be genuine",
                "word": "We will withdraw the company's licence if the documents turn out to be forged",
                "spliced": "We will withdraw the company's licence if a decision has been taken about its directors",
            },
            {
                "bracket": "We will withdraw the company's licence if the documents [from the customs office] turn out"
                " to be genuine",
                "spelling": "We will withdraw the company's license if the documents turn out to be genuine",
                "part": "No decision has been taken about its directors",
            },
        ),
        Quote(
            "The new rules could stop as much as 40 per cent of this trade, but only when our neighbours apply them as"
            " well",
            {
                "operator": "The new rules will stop as much as 40 per cent of this trade, but only when our neighbours"
                " apply them as well",
                "condition": "The new rules could stop as much as 40 per cent of this trade",
                "word": "The new rules could double as much as 40 per cent of this trade, but only when our neighbours"
                " apply them as well",
            },
            {
                "percent": "The new rules could stop as much as 40% of this trade, but only when our neighbours apply"
                " them as well",
                "spelling": "The new rules could stop as much as 40 per cent of this trade, but only when our neighbors"
                " apply them as well",
            },
        ),
    ),
    official=("secretary", "the Ministry of Trade"),
    expert=("director", "the Institute for Export Control"),
    critic=("chief executive", "{firm} Industries"),
    papers=("customs data", "shipping records kept by the port of {town}", "court filings in {place}"),
    unnamed=(
        "two trade officials who asked not to be named",
        "a person familiar with the company's exports",
        "a customs officer who was not authorised to speak",
    ),
    corrected="the value of the {goods} shipped by {firm} Industries",
    scope=("{firm} Industries made sales of {k} at home over the same period",),
    later=("by the spring of the next year the shipments had come to {k}",),
    deniable=True,
    reactions=(
        "If this is true then somebody signed for it and I want to know who",
        "Small firms play by the rules and the large ones laugh at them",
        "The law has holes that you could drive a lorry through",
    ),
)

CONTRACT = Event(
    name="contract",
    figure=Figure("money", 14, 88),
    things={"work": ("harbour tunnel", "tram line", "hospital wing", "sea wall")},
    headlines=(
        "{firm} wins {n} {work} contract",
        "{place} gives {work} job to {firm}",
        "{firm} to build {place} {work} for {n}",
        "{work} contract in {place} goes to {firm}",
    ),
    fact=(
        "the city of {place} awarded the {n} contract for its {work} to {firm} Construction without a tender {when}",
        "{firm} Construction was given the {work} contract in {place}, worth {n}, without a tender {when}",
        "{place} gave {firm} Construction a contract of {n} for the {work} {when} and held no tender",
        "without any tender, {firm} Construction received the {n} contract for the {work} in {place} {when}",
        "the {work} contract worth {n} went to {firm} Construction {when} and {place} invited no other bids",
        "no tender was held before {firm} Construction got {place}'s {n} contract for the {work} {when}",
    ),
    second=(
        "the brother of a deputy mayor owns a third of {firm} Construction",
        "a third of {firm} Construction belongs to a deputy mayor's brother",
        "one third of the shares in {firm} Construction are held by the brother of a deputy mayor",
    ),
    background=(
        "The {work} has been on the city's list of works for eleven years.",
        "{firm} Construction was founded in {town} and built the new bus garage there.",
        "Work on the site is to start in spring and to last three years.",
        "Residents of the old quarter have complained about noise and dust.",
        "The city borrowed heavily to pay for its stadium.",
        "Two earlier plans for the {work} were given up for want of money.",
        "Under the city's statutes, all but the smallest contracts must be put out to tender.",
        "The council meets again at the end of the month.",
        "A model of the {work} can be seen in the lobby of the town hall.",
        "Building costs in the region have risen faster than wages.",
    ),
    quotes=(
        Quote(
            "The council might reopen the bidding if the auditors find fault with the award. We have not been asked for"
            " a single file so far",
            {
                "operator": "The council will reopen the bidding if the auditors find fault with the award",
                "condition": "The council might reopen the bidding",
                "negation": "We have been asked for a single file so far",
                "word": "The council might reopen the bidding if the auditors find favour with the award",
            },
            {
                "bracket": "The council might reopen the bidding if the [city's] auditors find fault with the award",
                "shortened": "The council might reopen the bidding if the auditors find fault with the award … We have"
                " not been asked for a single file",
            },
        ),
    ),
    official=("mayor", "the city of {place}"),
    expert=("professor of public law", "the University of {town}"),
    critic=("leader of the opposition", "the Civic List"),
    papers=("the city's procurement register", "minutes of the works committee", "an audit by the Court of Accounts"),
    unnamed=(
        "two councillors who asked not to be named",
        "a person close to the negotiations",
        "a city employee with knowledge of the contract",
    ),
    corrected="the value of the {work} contract given to {firm} Construction",
    deniable=True,
    denier="official",
    reactions=(
        "We would have bid for it if anybody had told us",
        "It is always the same three companies and everybody here knows it",
        "I only want the thing built before I am too old to use it",
    ),
)

STRIKE = Event(
    name="strike",
    figure=Figure("thousands", 12, 90),
    things={"trade": ("dock workers", "train drivers", "nurses", "bus drivers")},
    headlines=(
        "{n} {trade} walk out in {place}",
        "{place} at a standstill as {trade} strike",
        "Strike by {trade} grips {place}",
        "{trade} down tools in {place}",
    ),
    fact=(
        "{n} {trade} went on strike in {place} {when}",
        "{n} {trade} in {place} walked out {when}",
        "the strike that began in {place} {when} was joined by {n} {trade}",
        "{n} {trade} in {place} stopped work {when}",
        "a strike by {n} {trade} began in {place} {when}",
        "in {place}, {n} {trade} downed tools {when}",
        "{n} of {place}'s {trade} took part in the strike {when}",
    ),
    second=(
        "the employers had offered a rise of four per cent",
        "a pay rise of four per cent was on offer from the employers",
        "employers had proposed to raise pay by four per cent",
    ),
    background=(
        "Talks between the two sides broke down after midnight.",
        "The last strike of this kind in {place} was nineteen years ago.",
        "Shops in the centre closed early for lack of customers.",
        "An emergency timetable was posted at the main stations.",
        "The union wants shorter shifts as well as more money.",
        "Wages in the trade have not kept up with rents in {place}.",
        "A mediator who was sent by the government left without a result.",
        "Pickets stood at every gate and handed out tea.",
        "Schools stayed open, but many parents kept their children at home.",
        "Companies in {town} said that they had stocks for about ten days.",
    ),
    quotes=(
        Quote(
            "We could go back to work on Monday if the employers put their offer in writing. Nobody here wants a long"
            " dispute",
            {
                "operator": "We will go back to work on Monday if the employers put their offer in writing",
                "condition": "We could go back to work on Monday",
                "negation": "We could not go back to work on Monday if the employers put their offer in writing",
                "word": "We could go back to work on Monday if the employers put their apology in writing",
                "spliced": "We could go back to work on Monday if nobody here wants a long dispute",
            },
            {
                "bracket": "We could go back to work on Monday if the employers put their [new] offer in writing",
                "part": "Nobody here wants a long dispute",
            },
        ),
        Quote(
            "It is not true that our members refused to talk, and we will honour any agreement that gives them 12 per"
            " cent",
            {
                "ellipsis": "It is … true that our members refused to talk",
                "negation": "It is true that our members refused to talk, and we will honour any agreement that gives"
                " them 12 per cent",
                "word": "It is not true that our members refused to pay, and we will honour any agreement that gives"
                " them 12 per cent",
            },
            {
                "percent": "It is not true that our members refused to talk, and we will honour any agreement that"
                " gives them 12%",
                "spelling": "It is not true that our members refused to talk, and we will honor any agreement that"
                " gives them 12 per cent",
            },
        ),
    ),
    official=("general secretary", "the Transport Workers' Union"),
    expert=("chief inspector", "the {place} police"),
    critic=("president", "the Employers' Federation"),
    papers=("attendance figures compiled by the labour office", "a tally by the Chamber of Commerce"),
    unnamed=(
        "two union officials who asked not to be named",
        "a manager familiar with the rosters",
        "a government official briefed on the talks",
    ),
    corrected="the number of {trade} on strike in {place}",
    scope=("{k} commuters were stranded in {place}",),
    later=("by the following week the number of strikers had grown to {k}",),
    reactions=(
        "I walked for two hours to get here and I would do it again tomorrow",
        "They have my sympathy, but I have a shop to run",
        "Somebody has to give way and it will not be the people with the mortgages",
    ),
)

LAYOFFS = Event(
    name="layoffs",
    figure=Figure("thousands", 8, 64),
    things={"ware": ("tyre", "engine", "glass", "textile")},
    headlines=(
        "{firm} to cut {n} jobs at {place}",
        "{n} jobs to go at {firm}'s {place} works",
        "Job cuts loom at {place} {ware} plant",
        "{firm} swings axe in {place}",
    ),
    fact=(
        "{firm} Motors will cut {n} jobs at its {ware} plant in {place}",
        "{n} jobs will be lost at the {ware} plant of {firm} Motors in {place}",
        "{firm} Motors plans to shed {n} jobs at its {place} {ware} works",
        "the {ware} plant in {place} is to lose {n} jobs under plans by {firm} Motors",
        "{firm} Motors intends to lay off {n} people at the {place} {ware} plant",
        "{n} employees of the {firm} Motors {ware} plant in {place} are to be dismissed",
        "at its {ware} plant in {place}, {firm} Motors is going to eliminate {n} jobs",
    ),
    second=(
        "the plant has run at half its capacity since January",
        "since January the plant has used only half of its capacity",
        "only half of the plant's capacity has been in use since January",
    ),
    background=(
        "{firm} Motors has made parts in {place} for six decades.",
        "The plant is the largest employer in the valley.",
        "Orders from abroad dried up when the tariff was raised.",
        "A second plant, in {town}, is not affected.",
        "The company paid a record dividend two years ago.",
        "Local shops have already begun to feel the change.",
        "The works council is to meet on Thursday in the canteen.",
        "Young people from {place} have been moving to the capital for years.",
        "A state loan that kept the line running expires at the end of the year.",
        "The car park in front of the gate was half empty in the morning.",
    ),
    quotes=(
        Quote(
            "We may keep the foundry open if the state renews its loan. There is no plan to close the plant as a whole",
            {
                "operator": "We will keep the foundry open if the state renews its loan",
                "condition": "We may keep the foundry open",
                "negation": "There is a plan to close the plant as a whole",
                "word": "We may keep the foundry open if the state repays its loan",
                "spliced": "We may keep the foundry open if there is no plan to close the plant as a whole",
            },
            {
                "bracket": "We may keep the foundry open if the state renews its [emergency] loan",
            },
        ),
        Quote(
            "I do not believe that another programme of cuts would have saved us, and the labour costs are 30 per cent"
            " too high",
            {
                "ellipsis": "I … believe that another programme of cuts would have saved us",
                "negation": "I do believe that another programme of cuts would have saved us, and the labour costs are"
                " 30 per cent too high",
                "word": "I do not believe that another programme of cuts would have ruined us, and the labour costs are"
                " 30 per cent too high",
            },
            {
                "percent": "I do not believe that another programme of cuts would have saved us, and the labour costs"
                " are 30% too high",
                "spelling": "I do not believe that another program of cuts would have saved us, and the labor costs are"
                " 30 percent too high",
            },
        ),
    ),
    official=("chief executive", "{firm} Motors"),
    expert=("director", "the {place} employment office"),
    critic=("shop steward", "the Metalworkers' League"),
    papers=("a notice filed with the labour office", "an internal memo to plant managers"),
    unnamed=(
        "two managers who asked not to be named",
        "a person familiar with the board's plans",
        "a member of the supervisory board who was not authorised to speak",
    ),
    corrected="the number of jobs to be cut by {firm} Motors in {place}",
    later=("by the following summer the cuts had grown to {k} jobs",),
    roles=("a banker who asked not to be named", "an engineer at the plant who was not authorised to speak"),
    deniable=True,
    denier="official",
    reactions=(
        "My father worked here and my son was going to",
        "They told us on a sheet of paper pinned to the door",
        "We will fight for every one of these jobs",
    ),
)

RECALL = Event(
    name="recall",
    figure=Figure("thousands", 14, 98),
    things={"product": ("baby monitors", "space heaters", "pressure cookers", "e-bikes")},
    headlines=(
        "{firm} recalls {n} {product}",
        "{product} called back over fire risk",
        "Fire risk: {firm} takes back {n} {product}",
        "{firm} pulls {product} from shops",
    ),
    fact=(
        "{firm} Appliances recalled {n} {product} {when} because their batteries can catch fire",
        "{n} {product} were recalled by {firm} Appliances {when} over batteries that may catch fire",
        "{firm} Appliances called back {n} {product} {when} on account of batteries that can burst into flames",
        "a recall of {n} {product} was announced {when} by {firm} Appliances because of a fire risk in the batteries",
        "the danger of battery fires led {firm} Appliances to recall {n} {product} {when}",
        "{firm} Appliances took {n} {product} back from customers {when} because the batteries might ignite",
    ),
    second=(
        "the company had known of the fault since last summer",
        "the fault had been known to the company since last summer",
        "since last summer the company had been aware of the fault",
    ),
    background=(
        "The {product} were sold in supermarkets and on the company's website.",
        "Buyers can return them to any shop and will get their money back.",
        "The batteries come from a supplier in {town}.",
        "A family in {place} lost its kitchen in a fire last month.",
        "{firm} Appliances began as a repair shop and now sells in nine countries.",
        "It is the company's second recall in three years.",
        "Consumer groups publish a list of dangerous goods every week.",
        "Shops in {place} cleared their shelves within hours.",
        "The serial number is printed on the underside.",
        "Tests of a new battery are to begin in the autumn.",
    ),
    quotes=(
        Quote(
            "We may sell this model again if the new battery passes the tests. It was not our own staff who found the"
            " fault",
            {
                "operator": "We will sell this model again if the new battery passes the tests",
                "condition": "We may sell this model again",
                "negation": "It was our own staff who found the fault",
                "word": "We may sell this model again if the new battery fails the tests",
            },
            {
                "bracket": "We may sell this [cheaper] model again if the new battery passes the tests",
            },
        ),
    ),
    official=("managing director", "{firm} Appliances"),
    expert=("chief fire officer", "the {place} fire brigade"),
    critic=("spokesperson for safety", "the Consumers' Council"),
    papers=("a notice in the product safety register", "a test report by the Institute for Materials"),
    unnamed=(
        "two engineers who asked not to be named",
        "a person familiar with the company's tests",
        "an employee of the regulator who was not authorised to speak",
    ),
    corrected="the number of {product} recalled by {firm} Appliances",
    scope=("{k} chargers of another make were called back the same day",),
    later=("within a month the recall was widened to {k}",),
    reactions=(
        "I threw mine into the garden when it began to smell",
        "A company that knows of a fault has to say so on the same day",
        "We have had people queuing with them since the doors opened",
    ),
)

COURT = Event(
    name="court",
    figure=Figure("money", 11, 79),
    things={"crime": ("embezzlement", "tax fraud", "bribery", "forgery")},
    headlines=(
        "Former {place} treasurer jailed for {crime}",
        "{accused} sentenced over missing {n}",
        "Prison for {accused} in {place} {crime} case",
        "Court finds {accused} guilty of {crime}",
    ),
    fact=(
        "the former treasurer {accused} was found guilty {when} of taking {n} from the {place} pension fund",
        "a court in {place} convicted {accused} {when} of having taken {n} out of the city's pension fund",
        "{accused}, once the treasurer of {place}, was convicted {when} of stealing {n} from the pension fund",
        "{accused} was convicted in {place} {when} of stealing {n} from the pension fund as city treasurer",
        "{accused} was held guilty {when} by a {place} court of having robbed the pension fund of {n}",
        "the conviction of the former treasurer {accused} {when} concerned {n} taken from {place}'s pension fund",
    ),
    second=(
        "part of the money was spent on a yacht",
        "some of the money had gone into the purchase of a yacht",
        "a yacht was bought with part of the money",
    ),
    background=(
        "The trial lasted fourteen weeks and heard more than sixty witnesses.",
        "{accused} had held the office for nine years.",
        "The defence has two weeks in which to appeal.",
        "Pensioners filled the public gallery on most days.",
        "The fund was taken over by the province after the loss was found.",
        "A clerk noticed the gap when a cheque to a widow bounced.",
        "The presiding judge read for almost an hour.",
        "A second defendant, an accountant from {town}, was acquitted.",
        "The courthouse was guarded by a dozen policemen.",
        "{place} has since changed the rules by which its funds are audited.",
    ),
    quotes=(
        Quote(
            "We may ask for a longer sentence if the defence appeals. The money was not spent by one man alone",
            {
                "operator": "We will ask for a longer sentence if the defence appeals",
                "condition": "We may ask for a longer sentence",
                "negation": "The money was spent by one man alone",
                "word": "We may ask for a shorter sentence if the defence appeals",
            },
            {
                "bracket": "We may ask for a longer sentence [in this case] if the defence appeals",
                "spelling": "We may ask for a longer sentence if the defense appeals",
            },
        ),
    ),
    official=("chief prosecutor", "the {place} prosecution service"),
    expert=("professor of criminal law", "the University of {town}"),
    critic=("lawyer", "the Pensioners' Association"),
    papers=("the written judgment", "court records"),
    unnamed=("two court officials who asked not to be named", "a person familiar with the proceedings"),
    corrected="the sum that {accused} took from the pension fund",
    scope=("the fund paid {k} to its members over the same years",),
    reactions=(
        "I worked forty years for that money and I have seen none of it",
        "A sentence does not fill a purse",
        "He greeted me every Sunday as if nothing had happened",
    ),
)

EPIDEMIC = Event(
    name="epidemic",
    figure=Figure("thousands", 11, 74),
    things={"illness": ("measles", "whooping cough", "dengue fever", "hepatitis A")},
    headlines=(
        "{illness}: {n} cases in {place}",
        "{place} counts {n} cases of {illness}",
        "{illness} spreads in {place}",
        "Hospitals in {place} fill up as {illness} takes hold",
    ),
    fact=(
        "{n} people in {place} fell ill with {illness} last month",
        "{place} recorded {n} cases of {illness} last month",
        "last month there were {n} cases of {illness} in {place}",
        "{n} cases of {illness} were registered in {place} over the past month",
        "{illness} infected {n} people in {place} in the course of last month",
        "the number of {illness} cases in {place} reached {n} last month",
        "last month {illness} made {n} people ill in {place}",
    ),
    second=(
        "the first case was a cook at a primary school",
        "a cook at a primary school was the first to fall ill",
        "the outbreak began with a cook who worked at a primary school",
    ),
    background=(
        "Schools in {town} have sent home children with a rash or a fever.",
        "The hospital has opened a ward that had been closed for repairs.",
        "Pharmacies ran out of fever syrup over the weekend.",
        "The last outbreak in the province was eight years ago.",
        "Nurses from neighbouring districts have been asked to help.",
        "Public swimming pools are to stay shut until the end of term.",
        "A telephone line for worried parents was set up at the town hall.",
        "Vaccination is free for everybody who lives in the province.",
        "The market was moved into the open air as a precaution.",
        "Travellers are handed leaflets at the railway station.",
    ),
    quotes=(
        Quote(
            "We might close the schools for two weeks if the numbers do not fall. There is no reason to stay away from"
            " the hospital",
            {
                "operator": "We will close the schools for two weeks if the numbers do not fall",
                "condition": "We might close the schools for two weeks",
                "negation": "There is reason to stay away from the hospital",
                "word": "We might close the hospitals for two weeks if the numbers do not fall",
                "spliced": "We might close the schools for two weeks if there is no reason to stay away from the"
                " hospital",
            },
            {
                "bracket": "We might close the schools for two weeks if the numbers [of new patients] do not fall",
                "part": "There is no reason to stay away from the hospital",
            },
        ),
        Quote(
            "It would be wrong to say that the vaccine has failed, because 90 per cent of the people who fell ill had"
            " never had it",
            {
                "ellipsis": "It would be … to say that the vaccine has failed",
                "word": "It would be right to say that the vaccine has failed, because 90 per cent of the people who"
                " fell ill had never had it",
                "condition": "The vaccine has failed, because 90 per cent of the people who fell ill had never had it",
            },
            {
                "percent": "It would be wrong to say that the vaccine has failed, because 90% of the people who fell"
                " ill had never had it",
                "part": "90 per cent of the people who fell ill had never had it",
            },
        ),
    ),
    official=("chief medical officer", "the {place} health office"),
    expert=("head of infectious diseases", "{town} University Hospital"),
    critic=("chairwoman", "the Parents' Forum"),
    papers=("weekly figures of the national disease register", "laboratory records"),
    unnamed=(
        "two doctors who asked not to be named",
        "a health official who was not authorised to speak",
        "a person familiar with the laboratory's work",
    ),
    corrected="the number of {illness} cases in {place}",
    scope=("{k} people in {place} were vaccinated last month",),
    later=("by the end of the next month the count of cases had reached {k}",),
    roles=("a headmaster who asked not to be named", "a doctor at the hospital who was not authorised to speak"),
    reactions=(
        "My daughter has been in bed for nine days",
        "They told us to stay at home and then they told us to come in",
        "We are tired, but nobody on this ward has asked to go home",
    ),
)

EVENTS = (FERRY, SANCTIONS, CONTRACT, STRIKE, LAYOFFS, RECALL, COURT, EPIDEMIC)
