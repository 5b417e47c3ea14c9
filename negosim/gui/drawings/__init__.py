"""Pictures painted by hand inside a widget: bands, stairs, charts. Geometry comes from `present`."""
