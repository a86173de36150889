"""The pages, one folder each.

Pages are strangers to each other: what two of them need lies in the kit.
"""
