"""What pages share: panes, charts, the state of a page and what visitors can intend.

Nothing here knows a page.
"""
