"""Text to claim: what an article says, and by whom. Knows no database, no FAISS, no Streamlit."""
