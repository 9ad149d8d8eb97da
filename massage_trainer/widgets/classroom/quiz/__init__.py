"""The instructor's side of the quiz of a class."""
