from __future__ import annotations

from claims.articles import article
from claims.language import parse
from claims.records import Attribution, Kind, Polarity, SourceType, Span
from claims.statements import Statement, find_statements
from settings import Claims

MODEL = Claims().spacy_model


def attribution(
    text: str,
    *content: str,
    cue: str = "said",
    source: str | None = None,
    kind: Kind = Kind.INDIRECT,
    parent: str | None = None,
) -> Attribution:
    def place(piece: str) -> Span:
        return Span(text.index(piece), text.index(piece) + len(piece))

    return Attribution(
        id=f"{content[0][:20]}",
        kind=kind,
        content=tuple(place(piece) for piece in content),
        cue=place(cue),
        source=place(source) if source else None,
        speaker=source,
        source_type=SourceType.PERSON,
        via=(),
        parent=parent,
        polarity=Polarity.ASSERTS,
        confidence=1.0,
        flags=(),
    )


def statements(text: str, *attributions: Attribution) -> list[Statement]:
    return list(find_statements(article(text), parse(text, MODEL), attributions))


def marked(text: str, *attributions: Attribution) -> list[str]:
    return [statement.span.of(text) for statement in statements(text, *attributions)]


def test_each_checkable_sentence_is_a_statement_with_exact_offsets() -> None:
    text = "  • The mill closed in March.  It made steel for ships.\n\nWas it old?\n"
    assert marked(text) == ["The mill closed in March.", "It made steel for ships."]


def test_headings_and_page_furniture_are_none() -> None:
    text = "KEY FACTS\nThe mill closed in March.\nLeave a Reply\nBy Ada Quill\n"
    assert marked(text) == ["The mill closed in March."]


def test_a_sentence_of_one_attribution_is_marked_whole_and_tied_to_it() -> None:
    text = "The mill was closed in March, Ada Quill said."
    said = attribution(text, "The mill was closed in March", source="Ada Quill")
    (found,) = statements(text, said)
    assert found.span.of(text) == text
    assert found.attribution is said
    assert [part.of(text) for part in found.said] == ["The mill was closed in March"]


def test_a_sentence_that_is_mostly_the_outlets_own_has_no_attribution() -> None:
    text = 'The mill, which the mayor said is "a ruin", burned down on Tuesday after a fire in the engine room.'
    (found,) = statements(text, attribution(text, 'is "a ruin"', source="the mayor", kind=Kind.MIXED))
    assert found.attribution is None


def test_a_long_frame_does_not_make_a_reported_statement_the_outlets_own() -> None:
    text = "Ada Quill, who has led the harbour office of Lisbon since the flood of 2019, said the mill closed."
    (found,) = statements(text, attribution(text, "the mill closed", source="Ada Quill"))
    assert found.attribution is not None


def test_two_sources_in_a_sentence_are_two_statements() -> None:
    text = "Ada Quill said the mill closed in March, while Ben Marsh insisted it closed in May."
    first = attribution(text, "the mill closed in March", source="Ada Quill")
    second = attribution(text, "it closed in May", cue="insisted", source="Ben Marsh")
    found = statements(text, first, second)
    assert [(s.span.of(text), s.attribution) for s in found] == [
        ("the mill closed in March", first),
        ("it closed in May", second),
    ]


def test_a_nested_attribution_that_holds_most_of_its_parent_is_the_statements() -> None:
    text = "The Post reported that Ada Quill said the mill in the old harbour will close in March."
    outer = attribution(
        text, "Ada Quill said the mill in the old harbour will close in March", cue="reported", source="The Post"
    )
    inner = attribution(text, "the mill in the old harbour will close in March", source="Ada Quill", parent=outer.id)
    (found,) = statements(text, outer, inner)
    assert found.attribution is inner


def test_attributions_that_name_themselves_as_parent_do_not_hang() -> None:
    text = "Ada Quill said the mill closed."
    loop = attribution(text, "the mill closed", source="Ada Quill", parent="the mill closed")
    assert len(statements(text, loop)) == 1


def test_each_sentence_of_a_quotation_is_tied_to_it() -> None:
    text = '"The mill closed in March. The crew waited on the quay," Ada Quill said.'
    quote = attribution(
        text, "The mill closed in March. The crew waited on the quay,", source="Ada Quill", kind=Kind.DIRECT
    )
    assert [statement.attribution for statement in statements(text, quote)] == [quote, quote]


def test_a_quotation_that_states_nothing_is_no_claim() -> None:
    text = 'Ada Quill said in Lisbon: "What a day!"'
    assert statements(text, attribution(text, "What a day!", source="Ada Quill", kind=Kind.DIRECT)) == []


def test_the_bare_frame_of_words_in_other_sentences_is_no_claim() -> None:
    text = '"What a day!" Ada Quill said in Lisbon.'
    assert statements(text, attribution(text, "What a day!", source="Ada Quill", kind=Kind.DIRECT)) == []


def test_a_frame_inside_its_own_quotation_is_not_what_is_said() -> None:
    text = '"The mill closed its gates in March, as stated by Ada Quill, a clerk, on Thursday."'
    quote = attribution(text, text[1:-1], cue="as stated by", source="Ada Quill", kind=Kind.DIRECT)
    (found,) = statements(text, quote)
    assert [part.of(text) for part in found.said] == ["The mill closed its gates in March"]


def test_a_content_broken_by_its_cue_is_one_statement_beside_another_source() -> None:
    text = "The clerk has reportedly left the town, and the mayor said that the bridge would close in May."
    rumour = attribution(text, "The clerk has", "left the town", cue="reportedly")
    mayor = attribution(text, "that the bridge would close in May", source="the mayor")
    found = statements(text, rumour, mayor)
    assert [statement.span.of(text) for statement in found] == [
        "The clerk has reportedly left the town",
        "that the bridge would close in May",
    ]


def test_a_question_about_somebody_named_is_a_statement_and_an_open_one_is_none() -> None:
    text = "Did Ada Quill sell the mill to Norsk Steel?\nWhat did Ada Quill sell?\nAre you sure of Ada Quill?"
    assert marked(text) == ["Did Ada Quill sell the mill to Norsk Steel?"]


def test_a_question_that_somebody_puts_is_no_statement() -> None:
    text = '"Did Ada Quill sell the mill?" the mayor asked.'
    quote = attribution(text, "Did Ada Quill sell the mill?", cue="asked", source="the mayor", kind=Kind.DIRECT)
    assert statements(text, quote) == []


def test_headlines_of_other_stories_in_the_text_are_none() -> None:
    title, other = "Portugal Closes Its Oldest Mill", "Port Workers End Long Strike"
    text = f"{title}\nThe mill closed in March.\n{other}\nIt made steel for ships.\n"
    assert marked(text) == [title, "The mill closed in March.", "It made steel for ships."]


def test_a_sentence_beside_a_pointer_on_its_line_stays() -> None:
    text = "The drawing is by Ada Quill of Lisbon. You can see more of her work here.\n"
    assert marked(text) == ["The drawing is by Ada Quill of Lisbon."]


def test_somebody_elses_post_is_none() -> None:
    text = "The mill closed in March.\n\nThe crane fell on the mill.\n— Ada Quill (@adaquill) March 3, 2021\n"
    assert marked(text) == ["The mill closed in March."]


def test_the_words_that_introduce_what_follows_are_none() -> None:
    text = "The letter that the ministry sent to the owner of the old mill in May reads:\nThe mill closed in March.\n"
    assert marked(text) == ["The mill closed in March."]


def test_a_statement_before_a_colon_stays() -> None:
    text = "The old mill by the harbour of Lisbon lost two of its largest customers in March:\nOne was a bank.\n"
    assert marked(text)[0] == "The old mill by the harbour of Lisbon lost two of its largest customers in March"


def test_a_line_of_any_length_is_judged_once() -> None:
    text = "The mill in Lisbon closed in March. " * 400
    assert len(marked(text)) == 400
    assert marked("." + " \t" * 5000 + "\r\n" * 5000) == []
