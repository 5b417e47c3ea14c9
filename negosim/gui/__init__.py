"""The window: pygame lives here and nowhere else.

A scene builds a tree of widgets, the app lays it out and paints it, the painter turns
logical units into pixels. What is shown is worked out in `present`, without pygame.
"""
