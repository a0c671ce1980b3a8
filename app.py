"""The page: ``streamlit run app.py``. Settings, one archive with its models for all visitors, and the screens."""

from __future__ import annotations

import streamlit as st

import settings
from runner.desk import Desk
from screens import add, article, check, claim, claims, frame, queue, sources


@st.cache_resource(show_spinner=False)
def desk() -> Desk:
    """Open the archive once for all visitors."""
    return Desk(settings.load())


def main() -> None:
    """Serve the screen that the address names."""
    listed = [
        st.Page(frame.screen(desk, claims.show), title="Claims", url_path="claims", default=True),
        st.Page(frame.screen(desk, sources.show), title="Sources", url_path="sources"),
        st.Page(frame.screen(desk, queue.show), title="Same claim?", url_path="same-claim"),
        st.Page(frame.screen(desk, add.show), title="Add articles", url_path="add"),
        st.Page(frame.screen(desk, check.show), title="Check a draft", url_path="check"),
    ]
    hidden = [
        st.Page(frame.screen(desk, claim.show), title="Claim", url_path="claim"),
        st.Page(frame.screen(desk, article.show), title="Article", url_path="article"),
    ]
    st.set_page_config(page_title="Claimtrail", layout="wide")
    chosen = st.navigation([*listed, *hidden], position="hidden")
    frame.frame(listed)
    chosen.run()


main()
