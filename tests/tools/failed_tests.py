"""Prints the failed tests of result files (trx): name, message, and where it happened.

    failed_tests.py FILE...
"""

import sys
from xml.etree import ElementTree

SPACE = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}
MESSAGE_LINES, STACK_LINES = 12, 6


def beginning(text, count):
    lines = (text or "").strip().splitlines()
    return lines[:count] + (["…"] if len(lines) > count else [])


for path in sys.argv[1:]:
    for result in ElementTree.parse(path).iterfind(".//t:UnitTestResult[@outcome='Failed']", SPACE):
        print(f"\nFailed: {result.get('testName')}")
        for line in beginning(result.findtext(".//t:ErrorInfo/t:Message", "", SPACE), MESSAGE_LINES):
            print(f"  {line}")
        for line in beginning(result.findtext(".//t:ErrorInfo/t:StackTrace", "", SPACE), STACK_LINES):
            print(f"    {line.strip()}")
