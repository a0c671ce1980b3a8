"""Cluster to trail: who really stands behind it. Knows no models."""
