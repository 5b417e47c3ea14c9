"""A match with one side at this machine and a bot on the other: made, kept, taken up, replayed.

No front end is known here.
"""
