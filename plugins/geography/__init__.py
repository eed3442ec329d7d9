"""Geography: which NHS Cancer Alliance serves a place in England.

Postcodes, places, hospitals and the map, all read from ``data/geography/``. Nothing in this
package knows about Pelican, about today's date or about the network.
"""
