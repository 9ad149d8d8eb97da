"""Keeps what was practised in a database of the user's own."""
