"""What all tests share: Hypothesis draws examples here and measures no time, since machines are busy.

`tests/support/cost.py` has what it takes to test a cost.
"""

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
