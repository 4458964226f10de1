"""Rashomon: who says who did what to whom, where and when."""
