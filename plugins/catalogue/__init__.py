"""The catalogue: Cancer Alliances and the ways to take part in their work.

Read, check, model, index. Nothing here imports Pelican except ``pelican_adapter``.
"""
