"""The page that shows every point: list, picture and card."""
