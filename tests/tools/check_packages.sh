#!/usr/bin/env bash
# Asks the package feed whether it knows a weakness of a package that is in use, or of one that comes along with it.
# Ends with 1 where it does. A feed that can't be reached, or that tells nothing of weaknesses, is said and no failure:
# nothing here takes longer than two minutes. Packages have to be restored before.
#
#   tests/tools/check_packages.sh [folder]
set -uo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}" || exit 2

patience() { # seconds, command …
    if command -v timeout >/dev/null; then
        timeout "$@"
    else
        perl -e 'alarm shift; exec @ARGV' "$@"
    fi
}

not_checked() {
    echo "Packages were not checked for known weaknesses: $1"
    exit 0
}

tells_weaknesses() { # address of a feed
    curl -fsSL -m 15 -- "$1" 2>/dev/null | grep -q '"VulnerabilityInfo/'
}

told=
for feed in $(patience 30 dotnet nuget list source --format short 2>/dev/null | sed -n 's/^E[A-Z]* \(https\{0,1\}:.*\)/\1/p'); do
    tells_weaknesses "$feed" && told=yes
done
[ -n "$told" ] || not_checked "no feed that can be reached tells of any."

list() { # what to list …
    patience 60 dotnet list AssistPortal.sln package --no-restore "$@" 2>/dev/null
}

found=$(list --vulnerable --include-transitive) || not_checked "the feed did not answer in time."
weak=$(printf '%s\n' "$found" | grep -E '^ *> ' | sort -u)
if [ -n "$weak" ]; then
    printf 'Packages with a known weakness:\n%s\n' "$weak" >&2
    exit 1
fi

echo "Packages: no known weakness."
