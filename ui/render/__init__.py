"""Typed objects in, escaped semantic HTML out."""
