"""Field types: how a written value is read, and how the JSON Schema describes it."""

from catalogue.schema.field_types.areas import AllianceList, Area
from catalogue.schema.field_types.base import FieldType
from catalogue.schema.field_types.codes import Code, Pattern
from catalogue.schema.field_types.contacts import Email, Link, Phone
from catalogue.schema.field_types.endings import ClosedDay, Closing, Deadline, Ended
from catalogue.schema.field_types.entry_names import Slug
from catalogue.schema.field_types.groups import Group
from catalogue.schema.field_types.moments import Day, PartOfDate
from catalogue.schema.field_types.own_words import Line, Words
from catalogue.schema.field_types.several import Several

__all__ = [
    "AllianceList",
    "Area",
    "ClosedDay",
    "Closing",
    "Code",
    "Day",
    "Deadline",
    "Email",
    "Ended",
    "FieldType",
    "Group",
    "Line",
    "Link",
    "PartOfDate",
    "Pattern",
    "Phone",
    "Several",
    "Slug",
    "Words",
]
