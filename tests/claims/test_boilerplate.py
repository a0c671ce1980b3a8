from __future__ import annotations

import pytest

from claims.boilerplate import is_boilerplate, is_boilerplate_line, is_heading, is_title


@pytest.mark.parametrize(
    "line",
    [
        "Home » World » Harbour reopens after the flood",
        "by Ada Quill – Night Editor",
        "By Ada Quill and Ben Marsh",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "This site uses Akismet to reduce spam.",
        "Also read: Harbour reopens",
        "You may also like",
        "We use cookies to improve your visit.",
        "Share this article on Facebook",
        "Photo: Ada Quill/Getty Images",
        "(Reporting by Ada Quill; editing by Ben Marsh)",
        "Ben Marsh in Lisbon contributed to this report.",
        "Sign up for our daily newsletter",
        "Enrol in our online course today",
        "You can join our evening classes from Monday.",
        "© 2024 The Harbour Post. All rights reserved.",
        "Follow us on Twitter",
        "3 min read",
        "",
        "MORE: Ferry captain finds a seal in his bath",
        "Related: Harbour reopens after the flood",
        "(UPDATE: Here is the post quoted by Port Watch.)",
        "Here's what we know so far:",
        "You can see more of her work here.",
        "For more information on the course, call 555-0147.",
        "Let us know what you think in the comments!",
        "Sound off in the comments section below.",
        "Ads by Harbourblade",
        "Quality journalism costs money.",
        "Harbour Tales is always looking for volunteer writers!",
        "Stay tuned for our next report.",
        "so proud of our port tonight #LisbonStrong",
        "Big crane down at the docks pic.twitter.com/a1b2c3",
        "@harbourwatch the crane is down",
        "The crane is down. — Ada Quill (@adaquill) March 3, 2021",
        "We have updated the headline of this story.",
        "This is a developing story.",
        "EXCLUSIVE: MUST CREDIT HARBOUR POST",
        "Getty The crane lies on the quay",
        "Handout photo released by the port showing the crane",
        "The crane lies on the quay [PORT OF LISBON]",
        "Ada Quill writes about ships for the Post",
    ],
)
def test_page_furniture_is_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour reopened by noon on Tuesday.",
        "Officials posted guards at the gate.",
        "The union will join our delegation next week, the minister said.",
        "Home prices rose by 4 percent.",
        "Photographs of the bridge show two cracks.",
        "The minister followed him on the trip to Lisbon.",
        "Comments by the mayor angered the crew.",
        "By Tuesday Ada Quill had left the port.",
        "The minister wrote about it in the comments section of the paper.",
        "The Port (LNEC) has closed two quays",
        "#LisbonStrong was written on the wall of the port, and it spread within hours.",
        "The tag #LisbonStrong began to spread on Monday.",
        "Here in Lisbon the port was closed for 4 days.",
        "More ships came to Lisbon in May.",
        "Getty is selling its archive in Lisbon.",
        "The port stays closed for now.",
    ],
)
def test_news_is_not_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


def test_a_label_on_its_own_line_is_a_heading() -> None:
    assert is_heading("KEY FACTS")
    assert is_heading("What we know:")
    assert not is_heading("Port Workers End Strike")
    assert not is_heading("The port is open.")


def test_a_line_that_begins_as_furniture_or_holds_a_credit_is_furniture_as_a_whole() -> None:
    assert is_boilerplate_line("Related: The port was closed. It opened again.")
    assert is_boilerplate_line("The crane lies on the quay. Photo by the port /Getty Images")
    assert is_boilerplate_line("The crane is down. pic.twitter.com/a1b2c3")


def test_a_line_that_only_ends_as_furniture_is_not() -> None:
    assert not is_boilerplate_line("The picture is by Ada Quill. You can see more of her work here.")


def test_a_post_signed_on_the_next_line_is_furniture() -> None:
    assert is_boilerplate_line("The crane is down.", "— Ada Quill (@adaquill) March 3, 2021")
    assert not is_boilerplate_line("The crane is down.", "The port is closed.")


def test_a_title_has_capitals_throughout_and_no_full_stop() -> None:
    assert is_title("Port Workers End Strike After Talks in Lisbon")
    assert not is_title("Port Workers End Strike.")
    assert not is_title("Port workers end strike")
    assert not is_title("Lisbon")
