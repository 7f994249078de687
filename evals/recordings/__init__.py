"""Recorded answers of real models: prompt versions are compared offline, by anybody, with the same result.

`record` asks a model and keeps what it answers; `replaying` answers in its place; `manifest` says what was recorded.
"""
