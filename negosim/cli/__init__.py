"""The command line: one short file a verb, and the terminal front end in `terminal`.

This is the composition root: the only layer that knows stores, bots, reports and
front ends together. Nothing below may import it.
"""
