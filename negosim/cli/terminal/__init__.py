"""The terminal front end: one seat played by reading and typing.

It uses the seat's port and nothing else of the table; rules are asked of the engine's
preview, words of `language`.
"""
