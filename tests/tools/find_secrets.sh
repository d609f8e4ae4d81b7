#!/usr/bin/env bash
# Looks for what may be a secret in the files that git knows or would take, and tells where it stands, never what it
# is. Ends with 1 where something is found. A line that holds "no secret:" and why is left out.
#
#   tests/tools/find_secrets.sh [folder]
set -uo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}" || exit 2

files() { # patterns
    git ls-files -co --exclude-standard -z -- "$@"
}

# Anywhere: keys and tokens that are known by their form.
known='-----BEGIN [A-Z ]*PRIVATE KEY-----[^"\\]*$|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20}'
known="$known|xox[abprs]-[A-Za-z0-9-]{10}|AIza[A-Za-z0-9_-]{35}|eyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}"
known="$known|sk_live_[A-Za-z0-9]{16}|AccountKey=[A-Za-z0-9+/]{40}"

# In settings and scripts: a name that promises one, with a value that is none of a variable's.
named='(password|pwd|secret|token|api_?key)"?[[:space:]]*[:=][[:space:]]*"?[A-Za-z0-9+/_.!#-]{8,}'

found=$(
    files . | xargs -0 grep -InE -e "$known" -- /dev/null
    files '*.json' '*.yml' '*.yaml' '*.config' '*.props' '*.targets' '*.sh' '*.env' '*.ini' '*.toml' |
        xargs -0 grep -InEi -e "$named" -- /dev/null
    files '*.pfx' '*.p12' '*.pem' '*.key' '*.snk' | tr '\0' '\n' | sed 's/$/:1:a file of keys/'
)

# The demo's password stands in the README.
found=$(printf '%s\n' "$found" | grep -v -e 'no secret:' -e 'Demo-portal-1' | cut -d: -f1,2 | sort -u | grep .) || exit 0
printf 'This may be a secret:\n%s\n' "$found" >&2
exit 1
