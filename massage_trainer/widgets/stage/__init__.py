"""Draws the posed figures with OpenGL 3.3, in a window or off screen."""
