from __future__ import annotations

import pytest

from claims.boilerplate import is_boilerplate, is_heading


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
    ],
)
def test_news_is_not_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


def test_a_label_on_its_own_line_is_a_heading() -> None:
    assert is_heading("KEY FACTS")
    assert is_heading("What we know:")
    assert not is_heading("Port Workers End Strike")
    assert not is_heading("The port is open.")
