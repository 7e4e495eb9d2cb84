"""The six tasks of the evaluation: predict, score, compare with floors."""
