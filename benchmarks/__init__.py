"""Quality and speed against gold data and peers, with committed floors."""
