"""The quiz page: what a round asks, the questions, and how it went."""
