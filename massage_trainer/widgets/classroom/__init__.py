"""The instructor's side of a class."""
