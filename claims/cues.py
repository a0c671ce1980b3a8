"""The lexicon of cues: which words, in which grammatical frame, attribute what stands there to somebody.

Two tiers a frame, chosen on PolNeAR's training articles: *sure*, where at least six in ten occurrences are
annotated as attributions with that source, and *likely*, where at least one in three is. Words of
:mod:`claims.frames` apply: ``shape`` names the frame, a key is the cue's lemma, with the preposition that
links the content after ``_``. Reporting verbs that are rare in any one corpus are added by hand.
"""

from __future__ import annotations

import re

from claims.records import Polarity

SURE = 0.8
"""Weight (0 to 1) of a cue that attributes in most of its occurrences."""

LIKELY = 0.5
"""Weight of a cue that attributes in about every second occurrence."""


def lexicon(words: str) -> frozenset[str]:
    """Return the words of ``words``, which white space divides, as a set."""
    return frozenset(words.split())


_LEXICON: dict[str, tuple[str, str]] = {
    "that": (
        """
            acknowledge add admit agree allege announce argue assert boast calculate caution claim clarify
            complain concede conclude confirm contend declare demand deny describe discuss emphasize
            estimate expect explain fear find hint hop hope imply indicate insist joke learn note notice
            pledge point predict promise propose question realize recall recommend reiterate report respond
            reveal say show signal speculate state suggest suspect tell tweet vow warn wonder worry write
        """,
        """
            address anticipate appear assume believe charge counter decide demonstrate determine doubt enjoy
            forecast forget guess imagine know lament maintain mention order posit post recognize remark
            require rule share stress strike testify think understand want wish
        """,
    ),
    "aside": (
        """
            add argue explain note predict say write
        """,
        """
            conclude promise vow
        """,
    ),
    "object that": (
        """
            argue ask assure remind tell
        """,
        """
            express highlight inform know make press promise rebut say seem show suggest think
        """,
    ),
    "whether": (
        """

        """,
        """
            say see
        """,
    ),
    "to": (
        """
            agree aim call decline hop prefer promise refuse vow
        """,
        """
            appear ask chant claim consider decide expect forget hope intend like love offer opt plan plead
            pledge plot propose push say seek seem show sign strive threaten vote want
        """,
    ),
    "object to": (
        """
            ask challenge order urge warn
        """,
        """
            condemn encourage instruct persuade press pressure propose require tell vote
        """,
    ),
    "ing": (
        """
            propose say support
        """,
        """
            appear consider describe endorse mention oppose report rule seem suggest
        """,
    ),
    "object": (
        """
            acknowledge announce applaud bemoan cite credit decline decry deem deride discuss dispute
            explain express herald lament mention note prefer pronounce propose question recommend reiterate
            reject stress tout
        """,
        """
            accept admit allege appear appoint approve argue assail assert attack attribute back bash blame
            blast boo broadcast brush call claim condemn confirm congratulate consider contemplate criticise
            criticize declare defend denounce deny describe disavow disclose dislike dismiss disregard
            document downplay echo email embrace emphasize endorse estimate extoll favor fear feel
            foreshadow hail highlight hop instruct insult introduce invalidate invoke issue label lambast
              love mandate mock mull name nominate offer oppose outline persuade point post
            praise predict proclaim promise publish reaffirm rebut recall recite recognize recount reference
            refuse release relish remember renounce repeat report reprise repudiate resist retweete reveal
            revise satirize savage say scrap seek seem share show slam spell state submit
            suggest sum support talk thank trumpet tweet unveil utter veto voice vow want withdraw
            witness
        """,
    ),
    "prep": (
        """
            apologize_for ask_for balk_at boast_of call_for comment_on joke_about
            open_about remark_upon report_about side_with speak_about speak_of talk_about warn_against
            warn_of
        """,
        """
            acquiesce_to admit_to advocate_for agree_on agree_to agree_with allude_to argue_against
            argue_for begin_by believe_in brag_about campaign_against caution_against cheer_for
              complain_about complain_of disagree_on disagree_with double_on dwell_on
             focus_on hint_at hold_on hop_for lash_at learn_of plead_for
            point_to push_against push_for push_on rail_against
            refer_as refer_to respond_by respond_to respond_with revel_in seem_like spar_over
            speculate_about stand_by think_about touch_on vote_against vote_for vouch_for
            weigh_on worry_about zero_on
        """,
    ),
    "object prep": (
        """
            accuse_of attack_for ban_from blame_for blast_for characterize_as cite_as criticize_for
            defend_against defend_as describe_as dismiss_as liken_to list_as mock_for name_as point_to
            portray_as position_as praise_for quote_as see_as show_with thank_for view_as
        """,
        """
            announce_for announce_with applaud_from appoint_to ask_about assail_for attack_over attribute_to
            back_for blast_over call_for call_to cast_as challenge_to characterize_to charge_with
            chide_for cite_for compare_to congratulate_for credit_with criticise_over
            criticize_as describe_to describe_with discuss_with distance_from
            email_with endorse_for express_for file_against find_with frame_as hail_as
            introduce_as mention_as mock_as name_to nominate_for paint_as pitch_as pledge_to praise_as
            prefer_to present_as prohibit_from push_for savage_as say_about
            say_for see_for seek_from sentence_to share_for show_to slam_for
            support_for target_as tell_about tweet_to voice_for voice_of warn_against
        """,
    ),
    "passive to": (
        """
            expect say show
        """,
        """
            ask intend invite know mean need
        """,
    ),
    "passive that": (
        """
            ask reveal
        """,
        """
            report say tell
        """,
    ),
    "passive as": (
        """
            declare
        """,
        """
            consider deem dub hold
        """,
    ),
    "passive prep": (
        """
            criticize_as criticize_for know_for list_as nominate_as
        """,
        """
            accuse_of appoint_to ask_about attribute_at berate_for blame_for
            charge_for charge_with count_among define_as describe_as expect_in
              identify_as investigate_for know_about know_as lambast_as mention_as
            portray_as project_as recognize_for recognize_like regard_as remember_as
              see_as see_with sentence_for single_as view_as write_as
        """,
    ),
    "passive": (
        """
            criticize deem expect know reject remember report request
        """,
        """
            accuse announce approve boo charge claim confirm consider declare describe echo identify intend
            list mean mention name project recognize say see share show sign support view write
        """,
    ),
    "seem": (
        """

        """,
        """
            appear sound
        """,
    ),
    "adverb": (
        """

        """,
        """
            reportedly seemingly
        """,
    ),
    "noun that": (
        """
            agreement assertion complaint doubt evidence statement
        """,
        """
            accusation admission argument assumption case claim hope idea insistence interview sense
            suggestion
        """,
    ),
    "noun to": (
        """
            claim legislation
        """,
        """
            agreement answer decision desire move pledge promise refusal reluctance vow
        """,
    ),
    "noun prep": (
        """
            embrace_of mention_of
        """,
        """
            advocate_for assessment_of attitude_about call_of call_to case_for comment_about complaint_for
            concern_about consensus_on criticism_of critique_of decision_on detail_about disclosure_of
            enthusiasm_for favor_of joke_about message_about note_about opinion_of opposition_to praise_for
            question_about reference_to remark_about ruling_on speech_about story_about story_of
            talk_of view_about vision_of
        """,
    ),
    "adjective that": (
        """
            glad
        """,
        """
            adamant aware concerned convinced hopeful optimistic sure surprised upset worried
        """,
    ),
    "adjective to": (
        """
            eager
        """,
        """
            careful happy inclined quick willing
        """,
    ),
}

_REPORTING = """
    say tell write add state note report claim argue announce declare explain insist assert warn suggest
    acknowledge admit concede confirm deny allege contend maintain stress emphasise emphasize reiterate repeat
    remark observe comment conclude reveal disclose indicate predict forecast estimate calculate complain
    lament boast joke quip testify swear vow promise pledge assure inform caution counter retort reply respond
    answer recount recall tweet post blog email proclaim pronounce opine posit hint imply signal underline
    underscore highlight affirm attest reason speculate protest object clarify advise recommend urge
    demand ask wonder question inquire relate hear learn find show describe portray
"""
"""Verbs of reporting that take a that-clause, whether or not the training articles happened to hold them."""

_SAYINGS = """
    claim statement report warning announcement allegation suggestion assertion accusation belief promise pledge
    denial rumor rumour prediction argument finding confirmation admission revelation contention conclusion
"""
"""Nouns of reporting that take a that-clause."""

CITING = lexicon("citing quoting crediting")
"""Participles by which a report says where it has it from."""

QUOTING = lexicon("""
    say tell write add continue tweet ask call note reply explain respond conclude declare read state report
    recall chant answer put post argue shout yell remark admit release quote warn interject promise describe
    assure joke acknowledge issue wonder insist exclaim echo claim praise urge pledge charge vow announce
    predict cite quip remember agree publish recount elaborate begin label dub bark deliver boom mock comment
    express offer retaliate repeat recommend suggest scoff concede question surmise testify muse observe
    stress emphasise emphasize underline reiterate caution complain lament boast protest counter retort
    whisper mutter murmur scream cry sigh laugh snap grumble demand plead beg confess reveal confirm deny
    allege contend maintain assert affirm proclaim pronounce opine reflect advise instruct inform brief blog
    email text message telegraph cable tease jest gush rail fume rant marvel reason summarise summarize
    characterise characterize portray denounce blast slam criticise criticize dismiss accuse refer term
    brand style deem title caption headline intone inquire query speculate estimate volunteer clarify
    stipulate relate narrate go point sing think believe
    """)
"""Lemmas of verbs that introduce, follow or break a quotation."""

_DENYING = lexicon("deny reject dispute refute rebut disavow contradict repudiate debunk disown decry withdraw retract")
_CALLING = lexicon("call describe brand label")
_UNTRUE = re.compile(
    r"\b(?:nonsense|untrue|false|an? (?:lie|fabrication|invention|hoax)|lies|baseless|unfounded|rubbish|fiction"
    r"|fabricated|not true)\W*$",
    re.IGNORECASE,
)
"""What somebody calls a report that they deny."""
_CONDITIONAL = re.compile(r"if [^,.;]{3,80}, (?!or\b|and\b)\w", re.IGNORECASE)
"""A condition and what holds under it: "If the trend holds, the ward will close"."""
_LEAVING_OPEN = lexicon("question doubt wonder ask inquire query speculate challenge")
_REFUSING = lexicon("decline refuse fail")
_HOLDING = lexicon("think believe expect accept agree see support endorse back want")


def _tier(words: str, weight: float) -> dict[str, float]:
    return {word.replace("_", " "): weight for word in words.split()}


_WEIGHTS: dict[str, dict[str, float]] = {
    shape: _tier(likely, LIKELY) | _tier(sure, SURE) for shape, (sure, likely) in _LEXICON.items()
}
_WEIGHTS["that"] = _tier(_REPORTING, SURE) | _WEIGHTS["that"]
_WEIGHTS["passive to"] = _tier("believe think report allege say rumor rumour estimate", LIKELY) | _WEIGHTS["passive to"]
_WEIGHTS["object"] = (
    _tier("deny dispute refute reject rebut contradict debunk confirm allege", LIKELY) | _WEIGHTS["object"]
)
_WEIGHTS["noun that"] = _tier(_SAYINGS, LIKELY) | _WEIGHTS["noun that"]
_WEIGHTS["postposed"] = _tier("say tell write add note report argue explain state announce claim", SURE)
_WEIGHTS["label"] = {":": LIKELY}
_WEIGHTS["according to"] = {"according to": SURE}
_WEIGHTS["object that"] = _tier("tell warn assure inform remind caution advise notify", SURE) | _WEIGHTS["object that"]
_WEIGHTS["prep"] = _WEIGHTS["prep"] | {"push on": LIKELY, "push against": LIKELY}


def weight(shape: str, key: str) -> float:
    """Return how surely a cue attributes in a frame, 0 (not a cue there) to 1."""
    return _WEIGHTS.get(shape, {}).get(key, 0.0)


def polarity(words: str, lemma: str, content: str = "") -> Polarity:
    """Return what the cue does with its content.

    Args:
        words: the cue as it stands, with auxiliaries and negation (``"would not say"``).
        lemma: the lemma of its main word.
        content: the content's text; ``whether`` or ``if`` at its start leaves it open, but for a condition of what is
            said then.
    """
    spoken = words.lower().replace("’", "'")
    negated = bool({"not", "never", "cannot"} & set(spoken.split())) or "n't" in spoken
    first = lemma.split()[0] if lemma else ""
    if first in _REFUSING or {"declined", "refused", "declines", "refuses"} & set(spoken.split()):
        return Polarity.QUESTIONS
    if first in _DENYING or first in {"denial", "rejection", "rebuttal"} or "pushed back" in spoken:
        return Polarity.QUESTIONS if negated else Polarity.DENIES
    if first in _CALLING and _UNTRUE.search(content):
        return Polarity.QUESTIONS if negated else Polarity.DENIES
    if first in _LEAVING_OPEN:
        return Polarity.QUESTIONS
    if negated:
        return Polarity.DENIES if first in _HOLDING else Polarity.QUESTIONS
    if content.lower().startswith(("whether ", "if ")) and not _CONDITIONAL.match(content):
        return Polarity.QUESTIONS
    return Polarity.ASSERTS
