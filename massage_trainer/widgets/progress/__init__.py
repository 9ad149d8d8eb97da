"""The page of progress and its charts."""
