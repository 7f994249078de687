"""How results are shown: numbers, tables for a person, JSON and CSV for a program."""
