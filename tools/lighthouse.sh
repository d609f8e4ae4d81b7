#!/usr/bin/env bash
# Looks at pages with Lighthouse (as on a phone, its own default): home, sign-in, and signed in as a host /assist and
# step 1 of an order. The portal is a published Release build with demo data on the loopback and a free port, in a
# temporary folder. Prints the medians beside the bar, and fails where one is below it.
#
#   tools/lighthouse.sh [RUNS]             how often each page is measured; 5 without
#   ASSISTPORTAL_TEST_BROWSER=/path        the Chromium or Chrome to use
#   ASSISTPORTAL_PUBLISHED=/folder         what was published before, to measure that
#   ASSISTPORTAL_LIGHTHOUSE=/folder        where npm has installed lighthouse; else it comes from npm for the run
#
# Needs the .NET SDK, node with npm, and curl. Performance suffers from whatever else the machine does.
set -euo pipefail

version=12.8.2
bar=100
runs=${1:-5}
[[ $runs =~ ^[1-9][0-9]?$ ]] || { echo "usage: tools/lighthouse.sh [RUNS], 1 to 99" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
server=
cleanup() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

browser=${ASSISTPORTAL_TEST_BROWSER:-}
for name in chromium chromium-browser google-chrome chromium-headless-shell; do
    browser=${browser:-$(command -v "$name" || true)}
done
[ -x "$browser" ] || { echo "no Chromium: name one in ASSISTPORTAL_TEST_BROWSER" >&2; exit 2; }

lighthouse=${ASSISTPORTAL_LIGHTHOUSE:-$work/npm}
if [ ! -d "$lighthouse/node_modules/lighthouse" ]; then
    echo "Installing lighthouse $version …" >&2
    npm install --prefix "$lighthouse" --no-audit --no-fund --silent "lighthouse@$version"
fi

portal=${ASSISTPORTAL_PUBLISHED:-$work/portal}
if [ ! -f "$portal/AssistPortal.Web.dll" ]; then
    echo "Publishing …" >&2
    dotnet publish "$root/src/AssistPortal.Web" -c Release -o "$portal" -p:RunAnalyzers=false -v quiet -clp:NoSummary
fi
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
address=http://localhost:$port
(
    cd "$portal"
    exec env ASPNETCORE_ENVIRONMENT=Production Demo__Seed=true Portal__DataDirectory="$work/data" \
        Portal__Address="$address/" dotnet AssistPortal.Web.dll --urls "$address"
) >"$work/portal.log" 2>&1 &
server=$!
until curl -sf -o /dev/null "$address/robots.txt"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/portal.log" >&2; exit 1; }
    sleep 0.2
done

# A host signs in and presses 'Order now'; Lighthouse then comes with the host's cookies.
jar=$work/cookies
token() { grep -o 'name="__RequestVerificationToken"[^>]*' "$1" | head -1 | sed 's/.*value="\([^"]*\)".*/\1/'; }
ask() { curl -s -b "$jar" -c "$jar" "$@"; }
ask -o "$work/page" "$address/account/sign-in"
ask -o /dev/null --data-urlencode "__RequestVerificationToken=$(token "$work/page")" \
    -d 'Email=host@demo.example' -d 'Password=Demo-portal-1' "$address/account/sign-in"
ask -o "$work/page" "$address/assist"
step=$(ask -o /dev/null -w '%{redirect_url}' --data-urlencode "__RequestVerificationToken=$(token "$work/page")" \
    -d 'PackageCode=ec-premium' "$address/assist/order")
case $step in
    */availability) ;;
    *) echo "could not begin an order: '$step'" >&2; exit 1 ;;
esac
awk '{ sub(/^#HttpOnly_/, "") } NF == 7 { printf "%s%s=%s", n++ ? "; " : "{\"Cookie\": \"", $6, $7 } END { print "\"}" }' \
    "$jar" >"$work/headers.json"

measure() {
    local name=$1 url=$2 run
    shift 2
    for run in $(seq "$runs"); do
        echo "$name, $run of $runs …" >&2
        CHROME_PATH=$browser node "$lighthouse/node_modules/lighthouse/cli/index.js" "$url" --quiet --output=json \
            --output-path="$work/$name.$run.json" --chrome-flags='--headless --no-sandbox --disable-dev-shm-usage' \
            --only-categories=performance,accessibility,best-practices,seo "$@"
    done
}
measure home "$address/"
measure sign-in "$address/account/sign-in"
# What only a host sees tells search engines to leave it out, on purpose.
measure assist "$address/assist" --extra-headers="$work/headers.json" --skip-audits=is-crawlable
measure step-1 "$step" --extra-headers="$work/headers.json" --skip-audits=is-crawlable

WORK=$work RUNS=$runs BAR=$bar node - <<'JS'
const { readFileSync } = require('fs');
const { WORK, RUNS, BAR } = process.env;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const faults = new Set();
let missed = 0;
console.log(`Median of ${RUNS}; bar ${BAR}`);
console.log(['page'.padEnd(10), ...categories.map((name) => name.padStart(15))].join(''));
for (const page of ['home', 'sign-in', 'assist', 'step-1']) {
  const reports = Array.from({ length: +RUNS }, (_, run) => JSON.parse(readFileSync(`${WORK}/${page}.${run + 1}.json`)));
  const cells = categories.map((name) => {
    const scores = reports.map((report) => Math.round(report.categories[name].score * 100)).sort((a, b) => a - b);
    const median = scores[Math.floor(scores.length / 2)];
    if (median >= +BAR) return `${median}`.padStart(15);
    missed++;
    for (const { id, weight } of reports[0].categories[name].auditRefs) {
      const { score, title, displayValue } = reports[0].audits[id];
      if (weight > 0 && score !== null && score < 0.9) faults.add(`${page}: ${title} ${displayValue ?? ''}`);
    }
    return `${median} MISSED`.padStart(15);
  });
  console.log([page.padEnd(10), ...cells].join(''));
}
for (const fault of faults) console.log(`- ${fault}`);
process.exit(missed ? 1 : 0);
JS
