"""Claim to cluster: where else it is said. Knows no text extraction, no provenance, no Streamlit."""
