"""Code that the pages share: panes, charts, page state and intents (what visitors can do).

Nothing here imports a page.
"""
