"""Gold and predictions in; scores, tested differences, floors and benchmarks out."""

SEED = 20_260_101  # of everything here that draws random numbers
