#!/usr/bin/env python3
"""Writes src/AssistPortal.Web/Shared/TimeZones/TimeZonePlaces.tsv: for each place of the time zone database its IANA name, and city
and country in English, Traditional and Simplified Chinese. Run it again when places are added.

Names are those of Unicode's CLDR, as npm has them (cldr-dates-full, cldr-localenames-full; Unicode License v3); which
place lies in which country, the system’s tzdata tells.

    tools/zone-names.py
"""

import json
import pathlib
import subprocess
import tarfile
import tempfile

VERSION = "48.2.0"
LANGUAGES = ["en", "zh-Hant", "zh-Hans"]
ZONEINFO = pathlib.Path("/usr/share/zoneinfo")
TARGET = pathlib.Path(__file__).parent.parent / "src/AssistPortal.Web/Shared/TimeZones/TimeZonePlaces.tsv"


def packed(package, folder):
    subprocess.run(["npm", "pack", "--silent", f"{package}@{VERSION}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return tarfile.open(folder / f"{package}-{VERSION}.tgz")


def cities_in(node, path=()):
    """The exemplar cities by their zone's name; a zone without one has an empty entry."""
    for name, below in node.items():
        if isinstance(below, dict):
            if "exemplarCity" in below:
                yield "/".join((*path, name)), below["exemplarCity"]
            else:
                yield from cities_in(below, (*path, name))


def main():
    with tempfile.TemporaryDirectory() as made:
        dates = packed("cldr-dates-full", pathlib.Path(made))
        places = packed("cldr-localenames-full", pathlib.Path(made))
        read = lambda archive, language, file: json.load(archive.extractfile(f"package/main/{language}/{file}"))["main"][language]
        cities = {
            language: dict(cities_in(read(dates, language, "timeZoneNames.json")["dates"]["timeZoneNames"]["zone"]))
            for language in LANGUAGES
        }
        countries = {
            language: read(places, language, "territories.json")["localeDisplayNames"]["territories"]
            for language in LANGUAGES
        }

    renamed = {}
    for line in (ZONEINFO / "tzdata.zi").read_text().splitlines():
        if line.startswith("L "):
            _, target, old = line.split()
            renamed.setdefault(target, []).append(old)

    rows = []
    for line in (ZONEINFO / "zone.tab").read_text().splitlines():
        if line.startswith("#"):
            continue
        country, _, zone = line.split("\t")[:3]
        names = [zone, *renamed.get(zone, [])]
        row = [zone]
        for language in LANGUAGES:
            city = next((cities[language][name] for name in names if name in cities[language]), None)
            row.append(city or zone.rsplit("/", 1)[-1].replace("_", " "))
        for language in LANGUAGES:
            row.append(countries[language].get(f"{country}-alt-short", countries[language][country]))
        rows.append("\t".join(row))
    TARGET.write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")


main()
