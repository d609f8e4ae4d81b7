#!/usr/bin/python3
"""Reads mails (.eml) and calendars (.ics) with readers that share no code with the portal: Python's email package
and Debian's python3-icalendar. Prints a JSON array with one object per file named on the command line."""
import email
import email.policy
import json
import re
import sys
from email.header import decode_header, make_header
from email.utils import getaddresses, parsedate_to_datetime

from icalendar import Calendar

ADDRESSES = ("from", "to", "reply-to", "sender", "cc")


def unfolded(raw):
    return re.sub(r"\r?\n(?=[ \t])", "", raw)


def decoded(text):
    # Beside encoded words, text in UTF-8 comes as octets of that code.
    return str(make_header([
        (part.decode("raw-unicode-escape") if charset is None and isinstance(part, bytes) else part, charset)
        for part, charset in decode_header(unfolded(text))]))


def mailboxes(raw):
    return [{"name": decoded(name), "address": address} for name, address in getaddresses([unfolded(raw)])]


def text_of(value):
    return None if value is None else str(value)


def time_of(value):
    return None if value is None else value.dt.isoformat()


def person(value):
    if value is None:
        return None
    return {"address": re.sub("(?i)^mailto:", "", str(value)), "name": text_of(value.params.get("CN")),
            "partstat": text_of(value.params.get("PARTSTAT"))}


def calendar_of(octets, method):
    calendar = Calendar.from_ical(octets)
    events = calendar.walk("VEVENT")
    event = events[0]
    attendees = event.get("ATTENDEE", [])
    return {
        "partMethod": method,
        "method": text_of(calendar.get("METHOD")),
        "version": text_of(calendar.get("VERSION")),
        "productId": text_of(calendar.get("PRODID")),
        "events": len(events),
        "alarms": len(calendar.walk("VALARM")),
        "uid": text_of(event.get("UID")),
        "sequence": event.get("SEQUENCE"),
        "stamp": time_of(event.get("DTSTAMP")),
        "start": time_of(event.get("DTSTART")),
        "end": time_of(event.get("DTEND")),
        "status": text_of(event.get("STATUS")),
        "summary": text_of(event.get("SUMMARY")),
        "description": text_of(event.get("DESCRIPTION")),
        "location": text_of(event.get("LOCATION")),
        "url": text_of(event.get("URL")),
        "organizer": person(event.get("ORGANIZER")),
        "attendees": [person(item) for item in (attendees if isinstance(attendees, list) else [attendees])],
        "longestLine": max(len(line) for line in octets.split(b"\r\n")),
        "bareLineBreaks": len(re.findall(rb"(?<!\r)\n|\r(?!\n)", octets)),
        "content": octets.decode(),
    }


def tree(part):
    return {
        "type": part.get_content_type(),
        "fileName": part.get_filename(),
        "disposition": part.get_content_disposition(),
        "charset": part.get_content_charset(),
        "encoding": text_of(part.get("Content-Transfer-Encoding")),
        "parts": [tree(child) for child in part.get_payload()] if part.is_multipart() else [],
    }


def first(message, kind):
    for part in message.walk():
        if part.get_content_type() == kind:
            return part.get_payload(decode=True).decode(part.get_content_charset() or "us-ascii")
    return None


def mail_of(octets):
    message = email.message_from_bytes(octets, policy=email.policy.compat32)
    # Headers in UTF-8 (RFC 6532) come with their octets escaped.
    raw = [(name, value.encode("ascii", "surrogateescape").decode()) for name, value in message.raw_items()]
    return {
        "headers": [{"name": name, "value": decoded(value)} for name, value in raw],
        "mailboxes": {name.lower(): mailboxes(value) for name, value in raw if name.lower() in ADDRESSES},
        "date": parsedate_to_datetime(message["Date"]).isoformat() if message["Date"] else None,
        "tree": tree(message),
        "text": first(message, "text/plain"),
        "html": first(message, "text/html"),
        "calendars": [calendar_of(part.get_payload(decode=True), part.get_param("method"))
                      for part in message.walk()
                      if part.get_content_type() in ("text/calendar", "application/ics")],
        "defects": [type(defect).__name__ for part in message.walk() for defect in part.defects],
        "longestLine": max(len(line) for line in octets.split(b"\r\n")),
        "bareLineBreaks": len(re.findall(rb"(?<!\r)\n|\r(?!\n)", octets)),
        "onlyAscii": octets.isascii(),
        "onlyAsciiHeaders": octets.split(b"\r\n\r\n", 1)[0].isascii(),
    }


def read(path):
    with open(path, "rb") as file:
        octets = file.read()
    if path.endswith(".ics"):
        return {"calendars": [calendar_of(octets, None)]}
    return mail_of(octets)


if __name__ == "__main__":
    json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
