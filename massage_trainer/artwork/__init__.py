"""Build-time artwork: poses, dresses, bakes and draws the figures; not needed at run time."""
