"""Python that has nothing to do with options."""

VERSION = '30.0.0'
