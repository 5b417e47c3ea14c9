"""negosim, a negotiation training simulator. Import the packages below; nothing runs here."""

__version__ = "0.1.0"
