"""What stands on a news page and is no part of the story: adverts, bylines, comment forms, share buttons, credits.

Works on one line or sentence at a time; headings are recognised on a line of their own.
"""

from __future__ import annotations

import re

_FURNITURE = {
    "pointers to other stories": (
        r"^(?:also|further|related)\s+read(?:ing)?\b",
        r"^read\s+(?:also|more|next|the\s+full|on)\b",
        r"^(?:click|tap)\s+(?:here|on|to)\b",
        r"^you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy|be\s+interested)\b",
        r"^(?:recommended|related|more)(?:\s+(?:for\s+you|articles?|stories|posts?|findings?|topics?|news|on\s+this))?:?$",
        r"^(?:see|watch|listen|scroll|swipe|skip|jump)\s+(?:also\b|more\b|now\b|below\b|down\b|to\s+(?:content|main))",
        r"^(?:watch|see|listen\s+to)\s+the\s+(?:video|full|clip|interview)\b",
        r"\b(?:story|article)\s+continues\s+(?:below|after)\b",
        r"\bcontinue\s+reading\b",
        r"^(?:previous|next)\s+(?:post|article|story)\b",
        r"^view\s+(?:all|comments|gallery|slideshow|on\s+instagram)\b",
        r"^(?:related|more|watch|read|gallery|galleries|slideshow|in\s+pictures|poll|quiz|must[- ]read)\s*[:|]",
        r"^\W*(?:update:?\s+)?here(?:['’]s|\s+(?:again\s+)?(?:is|are))\s(?!no\b|where\b|why\b).{0,80}$",
        r"\b(?:see|read|find|learn|view|watch|hear)\s+(?:more|it|them|his|her|their|the\s+full)\b.{0,50}\bhere\.?$",
        r"\bfor\s+more\s+(?:information|details)\b.{0,80}\b(?:visit|call|contact|see|e-?mail|go\s+to|click)\b",
        r"^for\s+more\s+(?:on|news|stories|details|information)\b",
        r"(?-i:\bVIEW ALL\b)",
    ),
    "comment forms": (
        r"^(?:leave|post|write|add)\s+(?:a|your)\s+(?:reply|comment|response)\b",
        r"^(?:no\s+|\d+\s+)?comments?(?:\s+\(?\d+\)?|\s+are\s+closed)?\.?$",
        r"\byour\s+email\s+address\s+will\s+not\s+be\s+published\b",
        r"\brequired\s+fields\s+are\s+marked\b",
        r"\bakismet\b",
        r"\bhow\s+your\s+comment\s+data\s+(?:is|are)\s+processed\b",
        r"\bsave\s+my\s+name,?\s+e-?mail\b",
        r"\bnotify\s+me\s+of\s+(?:new|follow)",
        r"\b(?:let\s+us\s+know|tell\s+us|share|leave|thoughts|opinions|experiences|link)\b.{0,60}\bin\s+the\s+comments?\b",
        r"\bcomments?\s+(?:section\s+)?below\W*$",
    ),
    "adverts and subscriptions": (
        r"^(?:please\s+)?(?:sign\s+up|subscribe|log\s+in|register|enrol?l|donate)\b",
        r"^become\s+a\s+(?:member|subscriber)\b",
        r"\b(?:subscribe|sign\s+up)\s+(?:to|for)\s+(?:our|the|my)\b",
        r"\b(?:our|daily|weekly|free)\s+newsletters?\b",
        r"\byou\s+can\s+(?:join\s+our|enrol?l|order\s+(?:here|now)|download\s+(?:it|the\s+app)|subscribe|follow\s+us)\b",
        r"\bwe\s+recommend\s+you\b",
        r"\bjoin\s+(?:our\s+(?:live|online|class|course|channel|group|mailing|community)|us\s+on|the\s+conversation)\b",
        r"\benrol?l\b.{0,40}\bcourse\b",
        r"\bfree\s+trial\b|\bdownload\s+(?:our|the)\s+(?:free\s+)?app\b|\bpromo(?:tion)?\s+code\b",
        r"^(?:trusted\s+by|buy\s+now|order\s+now|limited\s+time|shop\s+now)\b",
        r"^(?:advertisements?|sponsored(?:\s+content)?|promoted)\s*:?$",
        r"\baffiliate\s+(?:links?|commission)\b",
        r"^(?:ads?|powered|promoted|sponsored)\s+by\b.{0,40}$",
        r"^(?:high\s+)?quality\s+(?:global\s+)?journalism\b",
        r"\b(?:support|fund)\s+(?:our|independent|quality)\s+journalism\b",
        r"\blooking\s+for\s+(?:\w+\s+){0,2}(?:writers|contributors|bloggers)\b",
        r"^stay\s+(?:updated|tuned|connected|up\s+to\s+date)\b",
    ),
    "legal lines": (
        r"\b(?:we|this\s+(?:web)?site|our\s+partners)\s+uses?\s+cookies\b",
        r"\bcookie\s+(?:policy|settings|preferences|consent)\b",
        r"^(?:privacy\s+policy|terms\s+(?:of\s+(?:use|service)|and\s+conditions))\b",
        r"\ball\s+rights\s+reserved\b|^(?:copyright\b|©|\(c\)\s)",
        r"\b(?:may|must)\s+not\s+be\s+(?:published,\s+broadcast|reproduced|republished|redistributed)",
        r"\bthis\s+(?:article|story|post)\s+(?:was\s+)?(?:originally|first)\s+(?:appeared|published)\b",
    ),
    "share buttons": (
        r"^(?:share|tweet|pin\s+it|e-?mail|print|whatsapp|facebook|twitter|reddit|linkedin|telegram)$",
        r"^(?:share|tweet|e-?mail|print)\s+(?:this|on|via|it|article|story)\b.{0,40}$",
        r"\bfollow\s+(?:us|me|him|her)\s+(?:on\s|@)",
        r"^follow\s+(?:us\b|@|\S+(?:\s\S+)?\s+on\s+(?:twitter|facebook|instagram|x)\b)",
        r"^(?:like|find)\s+us\s+on\b",
    ),
    "embedded posts": (
        r"\bpic\.twitter\.com/|\bhttps?://t\.co/",
        r"^(?:RT\s+|[.\"“]?)@\w",
        r"^[^\n]{1,60}\(@\w{1,20}\)\W+(?:on\s+)?[a-z]{3,9}\.?\s\d{1,2},?\s\d{4}$",
        r"\s[—–-]{1,2}\s?[^\n(]{1,60}\(@\w{1,20}\)",
        r"^#[^\W\d]\w{3,}\s[^.]*$|\s#[^\W\d]\w{3,}$",
    ),
    "labels and stamps": (
        r"^(?:tags?|categor(?:y|ies)|filed\s+under|topics?|keywords?|published|posted|updated)\s*(?::|on\b|in\b)",
        r"^last\s+(?:updated|modified)\b",
        r"^we(?:['’]ve|\s+have)\s+(?:changed|updated|corrected|amended)\b.{0,40}\b(?:headline|story|article|post)\b",
        r"^this\s+is\s+a\s+(?:developing|breaking)\s+(?:news\s+)?story\b|^check\s+back\b",
        r"(?-i:\bMUST CREDIT\b)",
        r"^\S+@\S+\.\w+$|^(?:https?://|www\.)\S+$",
        r"^loading\b.{0,20}$",
    ),
    "credits": (
        r"^(?:file\s+)?(?:photo|image|picture|video|illustration|photograph)s?\s*(?::|\bby\b|/|\bcredit)",
        r"^(?:credit|source|caption|pictured|above|below)s?\s*:",
        r"\((?:photo|image|picture|ap\s+photo|reuters|getty|file)\b[^)]{0,60}\)$",
        r"/\s?(?:getty(?:\s+images)?|ap(?:\s+photo)?|afp|reuters|shutterstock)\b.{0,20}$",
        r"^getty\b(?!\s+(?:is|was|has|had|said|says|will|would)\b)",
        r"^handout\s+(?:photo|picture|image)\b",
        r"(?-i:\[(?!VIDEO|PHOTOS?|GRAPHIC|UPDATED?)[A-Z0-9][A-Z0-9 /&.]{2,40}\]$)",
        r"^[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}\s+writes\s+(?:for|about)\b.{0,80}$",
        r"^(?:additional\s+)?(?:reporting|writing|editing)\s+by\b|^(?:compiled|edited|reported|translated)\s+by\b",
        r"\((?:additional\s+)?(?:reporting|writing|editing)\s+by\b",
        r"\bcontributed\s+(?:reporting\b|to\s+this\s+(?:report|story|article)\b)",
    ),
    "calls to write in": (
        r"^(?:send|e-?mail)\s+(?:us|tips|your)\b",
        r"^(?:contact|e-?mail)\s+(?:the\s+)?(?:author|reporter|editor|us)\b",
        r"^(?:have|got)\s+a\s+(?:news\s+)?(?:tip|story)\b",
        r"^do\s+you\s+have\s+(?:a\s+story|information|any)\b",
    ),
}
_PHRASES = re.compile("|".join(pattern for patterns in _FURNITURE.values() for pattern in patterns), re.IGNORECASE)
_WHOLE_LINES = re.compile("|".join((*_FURNITURE["credits"], *_FURNITURE["embedded posts"])), re.IGNORECASE)
_BREADCRUMB = re.compile(r"^home\s*(?:[»>›/|]|::)|^\S.{0,40}\s[»›]\s.{0,60}\s[»›]\s", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al|and|&)){0,7}"
_BYLINE = re.compile(
    r"^(?:[Bb]y|BY|(?:[Ww]ritten|[Pp]osted|[Pp]ublished) [Bb]y)\s+"
    rf"{_NAME}(?:\s*(?:[-–—|,/]|\bfor\b|\bin\b|\bat\b|\bfrom\b).{{0,80}})?$"
)
_STAMP = re.compile(
    r"^[\d\s:.,/|–-]*(?:(?:am|pm|a\.m\.|p\.m\.|e[sd]t|g?mt|bst|utc|min(?:ute)?s?|read|ago|hours?)\b[\s:.,/|–-]*)*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[—–-]{1,2}\s?[^\n(]{1,60}\(@\w{1,20}\)")
_FULL_STOP = re.compile(r"[.!?…][\"'”’»)\]*]*$")
_LONGEST_HEADING = 12  # words
_LONGEST_LABEL = 6  # words all in capitals; a longer line may be a shouted headline that says something
_LONGEST_LINK = 16  # words
_LONG_WORD = 4  # letters from which every word of a title begins with a capital


def is_boilerplate(text: str) -> bool:
    """Tell whether a sentence, or a line that is one, belongs to the page's furniture and not to the story."""
    text = _plain(text)
    return not text or any(pattern.search(text) for pattern in (_PHRASES, _BREADCRUMB, _BYLINE, _STAMP))


def is_boilerplate_line(line: str, after: str = "") -> bool:
    """Tell whether every sentence of ``line`` is furniture; ``after`` is the next line that is not empty.

    That is so where the line begins as furniture, holds the credit of a picture, or is a post of somebody else's.
    """
    line = _plain(line)
    begins = _PHRASES.match(line) or _WHOLE_LINES.search(line) or _SIGNED.match(_plain(after, "•*·"))
    return begins is not None or any(pattern.match(line) for pattern in (_BREADCRUMB, _BYLINE, _STAMP))


def is_title(line: str) -> bool:
    """Tell whether a line is written as a headline: no full stop, and every longer word begins with a capital."""
    words = [word for word in re.findall(r"[^\W_][\w'’]*", line) if len(word) >= _LONG_WORD]
    shown = not _FULL_STOP.search(line.strip()) and len(words) > 1 and len(line.split()) <= _LONGEST_LINK
    return shown and all(not word[0].islower() for word in words)


def _plain(text: str, marks: str = "•*·-–—") -> str:
    return " ".join(text.split()).strip(marks + " \t")


def is_heading(line: str) -> bool:
    """Tell whether a whole line is a heading: short, no full stop, and in capitals or ending in a colon.

    A headline that makes a statement ("Ministry Tightens Rules") is none of these; the caller looks for its verb.
    """
    line = line.strip("•*·-–—# \t\r\n")
    words = line.split()
    if _FULL_STOP.search(line) or len(words) > _LONGEST_HEADING:
        return False
    return line.endswith(":") or (line.isupper() and len(words) <= _LONGEST_LABEL)
