"""Interchange with NegMAS: its negotiators at a seat here, scenarios of ours as its domains.

An optional extra (`negosim[negmas]`), above all other packages: nothing imports it. NegMAS
is loaded by `sao` and `domain` alone, inside their functions, so that every module can be
imported without it.
"""
