"""The subject itself: lessons, time, points; plain Python that knows no files, no clock and no windows."""
