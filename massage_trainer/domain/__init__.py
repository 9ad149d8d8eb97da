"""The subject itself: lessons, time, points; plain Python without files, clock and windows."""
