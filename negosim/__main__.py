"""`python -m negosim`: the same as the command."""

from negosim.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
