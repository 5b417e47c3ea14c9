"""Sentences, numbers and messages for people, in Chinese and English.

What stands here words what the engine knows; it decides nothing, and but for the
message catalogues it reads nothing.
"""
