#!/usr/bin/env bash
# Takes the pictures of README and guides anew, in docs/pictures. PictureTests (browser tests) start a portal with demo
# data on the loopback and a free port, in a folder of its own, and say which pictures there are; it ends with them.
# ASSISTPORTAL_TEST_BROWSER=/path names the Chromium or Chrome to use.
set -euo pipefail
cd "$(dirname "$0")/.."
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
dotnet build tests/AssistPortal.BrowserTests -p:RunAnalyzers=false -v quiet -clp:NoSummary
ASSISTPORTAL_TEST_SCREENSHOTS=$taken dotnet test tests/AssistPortal.BrowserTests --no-build \
    --filter "FullyQualifiedName~Pages.PictureTests"
cp "$taken"/*.png docs/pictures/
ls -l docs/pictures
