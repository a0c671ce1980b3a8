"""One file a screen: widgets only, no SQL, no thresholds, no domain logic."""
