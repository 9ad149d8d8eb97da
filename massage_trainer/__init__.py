"""A desktop program that leads a massage student through a lesson step by step."""

# A constant, because asking importlib.metadata would cost 40 ms at every start.
__version__ = "0.1.0"
