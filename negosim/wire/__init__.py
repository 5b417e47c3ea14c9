"""JSON in and out: the one door for bytes from outside (architecture.md law 5).

`codec` has what other packages need; `lines` is the talk with a program at a seat,
`jsontext` and `lift` serve the logs. Nothing is loaded by importing the package.
"""
