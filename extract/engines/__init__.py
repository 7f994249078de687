"""Engines turn an article's mentions into proposed records: an engine says what a mention is, never what it reads."""
