import json

import pytest

from claims.articles import read_bytes
from claims.records import Article, DateSource, Refusal

STORY = [
    "The harbour of Brenholm shut at noon, a port official said, and no ship may enter before Friday.",
    "“Nobody wanted this,” said Ann Lee, who runs the pilots’ union, while the last ferry left the quay.",
    "Divers found a crack of nine metres in the sea gate, according to a report that the town has seen.",
]
BODY = "".join(f"<p>{line}</p>" for line in STORY)


def page(head: str = "", body: str = BODY) -> str:
    return f"<!doctype html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>{body}</body></html>"


def one(html: str | bytes, name: str = "a.html") -> Article:
    (found,) = read_bytes(name, html if isinstance(html, bytes) else html.encode())
    assert isinstance(found, Article), found
    return found


def refused(html: str, name: str = "a.html") -> Refusal:
    (found,) = read_bytes(name, html.encode())
    assert isinstance(found, Refusal), found
    return found


def linked_data(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def news(**fields: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", **fields}


# ---------------------------------------------------------------- pages


def test_json_ld_says_who_when_and_where():
    node = news(
        headline="Harbour shut",
        datePublished="2031-05-03T09:30:00+02:00",
        dateModified="2031-05-04",
        author={"@type": "Person", "name": "Bo Dee"},
        publisher={"@type": "Organization", "name": "Quay News"},
    )
    found = one(page(linked_data({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, node]})))
    assert found.text == "\n".join(STORY)
    assert (found.title, found.author, found.outlet) == ("Harbour shut", "Bo Dee", "Quay News")
    assert (found.published, found.modified) == ("2031-05-03T09:30:00+02:00", "2031-05-04")
    assert found.date_source is DateSource.METADATA


def test_meta_tags_say_who_when_and_where():
    head = (
        '<meta property="og:site_name" content="Quay News"><meta property="og:title" content="Harbour shut">'
        '<meta property="article:published_time" content="2031-05-03T09:30:00Z"><meta name="author" content="Bo Dee">'
        '<link rel="canonical" href="https://quay.example/harbour">'
    )
    found = one(page(head))
    assert (found.outlet, found.title, found.author) == ("Quay News", "Harbour shut", "Bo Dee")
    assert (found.url, found.published) == ("https://quay.example/harbour", "2031-05-03T09:30:00+00:00")
    assert found.date_source is DateSource.METADATA


def test_a_page_that_says_nothing_of_itself_is_unknown():
    body = f"<h2>By the quay</h2>{BODY}<footer>Copyright 2031, last built 4 May 2031</footer>"
    found = one(page(body=body), name="Quay News 2031-05-03.html")
    unknown = (found.url, found.outlet, found.title, found.author, found.published, found.modified, found.date_source)
    assert unknown == (None,) * 7


def test_a_day_in_the_canonical_address_is_marked_so():
    found = one(page('<link rel="canonical" href="https://quay.example/2031/05/03/harbour">'))
    assert (found.published, found.date_source) == ("2031-05-03", DateSource.URL)


def test_a_front_page_is_no_articles_address():
    assert one(page('<link rel="canonical" href="https://quay.example/">')).url is None


def test_dates_of_other_articles_on_the_page_are_not_taken():
    two = linked_data(news(datePublished="2031-05-03"), news(datePublished="2029-01-01"))
    assert one(page(two)).published is None
    listed = linked_data({"@type": "ItemList", "itemListElement": [news(datePublished="2029-01-01")]})
    assert one(page(listed)).published is None


def test_scripts_and_comments_are_no_text():
    body = f"<script>var a = '<p>A bot wrote this sentence.</p>'</script>{BODY}<div class=comments><p>First!</p></div>"
    assert one(page(body=body)).text == "\n".join(STORY)
    assert one(page("<script>" + "x=1;" * 9999 + "</script>" + linked_data({"@type": 5}, [None], "x"))).text


def test_broken_json_ld_does_not_cost_the_article():
    assert one(page('<script type="application/ld+json">{"@type": "NewsArticle", </script>')).published is None


@pytest.mark.parametrize("charset", ["windows-1252", "ISO-8859-1", "utf-8", "nonsense"])
def test_a_page_is_read_in_its_own_charset(charset):
    encoding = "utf-8" if charset in ("utf-8", "nonsense") else "cp1252"
    assert one(page(f'<meta charset="{charset}">').encode(encoding)).text == "\n".join(STORY)


def test_valid_utf_8_wins_over_what_the_page_says():
    assert one(page('<meta charset="windows-1252">').encode()).text == "\n".join(STORY)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<nav><ul>"
        + "<li><a href='/a'>World</a><li><a href='/b'>Sport and more from the region</a>" * 20
        + "</ul></nav>",
        "<noscript>You need to enable JavaScript to run this app, and then load it again.</noscript><div></div>",
        "<script>render()</script>",
    ],
)
def test_a_page_without_an_article_is_refused(body):
    assert "without an article" in refused(page(body=body)).why


@pytest.mark.parametrize("lost", [8, 40, 90, 200])
def test_a_page_that_stops_in_the_middle_is_refused(lost):
    whole = page(body=f"<main><article>{BODY}</article></main>")
    assert "stops in the middle" in refused(whole[:-lost]).why


def test_a_page_cut_between_words_is_refused():
    assert "stops in the middle" in refused(f"<html><p>{STORY[0]}<p>{STORY[1][:40]}").why


@pytest.mark.parametrize("opening", ["", "<html lang=en>", "<!doctype html><title>Harbour</title>"])
def test_end_tags_that_html_lets_out_may_be_left_out(opening):
    assert one(f"{opening}<p>{STORY[0]}<p>{STORY[1]}").text == "\n".join(STORY[:2])


# ---------------------------------------------------------------- feeds

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quay News</title><link>https://quay.example/</link>
<item><title>Harbour shut</title><link>https://quay.example/a</link><dc:creator>Bo Dee</dc:creator>
<pubDate>Sat, 03 May 2031 09:30:00 +0200</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>One &amp; <b>two</b>,
done.</p><script>no()</script><p>“Three.”</p>]]></content:encoded></item>
<item><title>Only a line</title><link>/b</link><description>The quay is &lt;i&gt;shut&lt;/i&gt;.</description></item>
<item><title>Nothing</title><link>https://quay.example/c</link></item>
</channel></rss>"""


def test_rss_entries_become_articles():
    first, second, third = read_bytes("day.rss", RSS.encode())
    assert first.text == "One & two, done.\n“Three.”"
    assert (first.outlet, first.author, first.title) == ("Quay News", "Bo Dee", "Harbour shut")
    assert (first.url, first.published) == ("https://quay.example/a", "2031-05-03T09:30:00+02:00")
    assert first.date_source is DateSource.METADATA
    assert (second.text, second.url, second.published) == ("The quay is shut.", "https://quay.example/b", None)
    assert third.what == "day.rss: entry 3"
    assert "https://quay.example/c" in third.why


def test_atom_entries_name_the_feed_they_were_taken_from():
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Collected</title><entry>
    <title>T</title><link href="https://quay.example/a"/><updated>2031-05-03T09:30:00Z</updated>
    <source><title>Quay News</title></source><content type="text">It is &lt;shut&gt;.</content></entry></feed>"""
    (found,) = read_bytes("a.xml", atom.encode())
    assert (found.text, found.outlet) == ("It is <shut>.", "Quay News")
    assert (found.published, found.modified) == (None, "2031-05-03T09:30:00+00:00")


def test_the_last_entry_of_a_feed_that_was_cut_off_is_left_out():
    cut = RSS[: RSS.index("shut&lt;/i&gt;")]
    refusal, first = read_bytes("a.xml", cut.encode())
    assert "left out" in refusal.why
    assert first.title == "Harbour shut"


def test_other_xml_is_refused():
    assert "no RSS or Atom feed" in refused("<note><to>x</to></note>", "a.xml").why


def test_entities_that_explode_do_not():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE r [<!ENTITY e0 "x">{levels}]><rss version="2.0"><channel><title>&e11;</title></channel></rss>'
    assert isinstance(next(iter(read_bytes("a.xml", bomb.encode()))), Refusal)
