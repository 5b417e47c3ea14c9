"""What a front end shows: strings, flags, moves and plain numbers made of a seat's view.

No drawing, no terminal, no pygame; window and terminal say the same things from here.
"""
