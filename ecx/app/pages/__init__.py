"""The pages, one folder each.

Pages do not import each other: code that two of them need is in the kit.
"""
