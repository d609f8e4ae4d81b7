#!/usr/bin/env bash
# Brings what the tests need, looks for secrets, builds the solution, asks the feed for weak packages, runs every test
# project. Ends with 'N passed, N failed'.
#
#   tests/run.sh                          all tests
#   CONFIGURATION=Release tests/run.sh    the same on a release build
#   ASSISTPORTAL_TEST_BROWSER=/path       the Chromium or Chrome to use
#   ASSISTPORTAL_TEST_POSTGRESQL=...      the PostgreSQL server to use; else one is started for the run
#   ASSISTPORTAL_TEST_SQLSERVER=...       a SQL Server: its tests are skipped without
#   ASSISTPORTAL_TEST_SCREENSHOTS=/dir    the browser tests leave pictures of the pages there
#
# Works with the bash 3.2 of macOS too.
set -uo pipefail

# Each portal of the tests would watch its files; there are few watches to be had on a small machine.
export DOTNET_USE_POLLING_FILE_WATCHER=1 DOTNET_HOSTBUILDER__RELOADCONFIGONCHANGE=false

# Little here runs for long enough to earn back what the runtime spends on profiles of it. Nor does memory have to be
# saved: garbage is collected by each 96 MiB instead of by what fits into the cache.
export DOTNET_TieredPGO=0 DOTNET_GCgen0size=0x6000000

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
configuration=${CONFIGURATION:-Debug}

# Hundreds of small databases come and go, and disks are slow at that: in memory, where there is plenty.
place=${TMPDIR:-/tmp}
free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "${free:-0}" -ge $((4 * 1024 * 1024)) ]; then
    place=/dev/shm
fi
work=$(mktemp -d "${place%/}/assistportal-tests.XXXXXX") || exit 1
passed=0 failed=0 skipped=0 told=no running=

cleanup() {
    if [ -n "$running" ]; then
        kill -- "-$running" 2>/dev/null
        wait "$running" 2>/dev/null
    fi
    [ -d "$work/pg/data" ] && "$root/tests/tools/postgres.sh" stop "$work/pg" 2>/dev/null
    rm -rf "$work"
    if [ "$told" = no ]; then
        echo "$passed passed, $((failed + 1)) failed"
    fi
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The closing line, which CI reads, and the exit code that goes with it.
finish() {
    printf '\nDuration: %d min %02d s; %d skipped\n' $((SECONDS / 60)) $((SECONDS % 60)) "$skipped"
    echo "$passed passed, $failed failed"
    told=yes
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}

give_up() {
    printf '%s\n' "$@" >&2
    failed=$((failed + 1))
    finish
}

# In a process group of its own, so that an interrupt is heard at once and takes the whole group along.
run() {
    set -m
    "$@" &
    running=$!
    set +m
    wait "$running"
    local status=$?
    running=
    return "$status"
}

# --- What the tests need -----------------------------------------------------------------------------------------

find_browser() {
    if [ -n "${ASSISTPORTAL_TEST_BROWSER:-}" ]; then
        command -v "$ASSISTPORTAL_TEST_BROWSER"
    else
        command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome
    fi
}

has_chinese_font() {
    [ "$(uname)" = Darwin ] || { command -v fc-list && fc-list :lang=zh-tw family | grep -q .; } >/dev/null 2>&1
}

# The mail reader runs with the system's Python, which is where Debian puts the module.
has_calendar_reader() {
    /usr/bin/python3 -c 'import icalendar' >/dev/null 2>&1
}

has_mail_server() {
    /usr/bin/python3 -c 'import aiosmtpd' >/dev/null 2>&1
}

has_postgresql() {
    command -v pg_ctl >/dev/null || ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1
}

missing_packages() {
    find_browser >/dev/null || echo chromium-headless-shell
    has_chinese_font || echo fonts-noto-cjk
    has_calendar_reader || echo python3-icalendar
    has_mail_server || echo python3-aiosmtpd
    [ -n "${ASSISTPORTAL_TEST_POSTGRESQL:-}" ] || has_postgresql || echo postgresql
}

install_packages() {
    local as_root=
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root=sudo
    fi
    command -v apt-get >/dev/null || return 1
    echo "Installing $*"
    {
        run $as_root apt-get -q update &&
            run $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"
    } </dev/null >"$work/apt.log" 2>&1 && return
    tail -n 15 "$work/apt.log" >&2
    return 1
}

command -v dotnet >/dev/null || give_up "The .NET SDK is missing: see global.json for its version."

missing=$(missing_packages)
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    install_packages $missing
    missing=$(missing_packages)
fi
if [ -n "$missing" ]; then
    give_up "Missing for the tests, and could not be installed by apt here:" \
        "$(printf '%s\n' "$missing" | sed \
            -e 's/^chromium-headless-shell$/  - Chromium or Chrome, on the PATH or named by ASSISTPORTAL_TEST_BROWSER/' \
            -e 's/^fonts-noto-cjk$/  - a font with Chinese characters (Debian: fonts-noto-cjk)/' \
            -e 's:^python3-aiosmtpd$:  - Python module aiosmtpd for /usr/bin/python3 (Debian\: python3-aiosmtpd; else /usr/bin/python3 -m pip install --user aiosmtpd):' \
            -e 's/^postgresql$/  - PostgreSQL, or the connection string of a server in ASSISTPORTAL_TEST_POSTGRESQL/' \
            -e 's:^python3-icalendar$:  - Python module icalendar for /usr/bin/python3 (Debian\: python3-icalendar; else /usr/bin/python3 -m pip install --user icalendar):')"
fi
ASSISTPORTAL_TEST_BROWSER=$(find_browser)
export ASSISTPORTAL_TEST_BROWSER

"$root/tests/tools/find_secrets.sh" "$root" || give_up "What may be a secret has no place in the repository."

# --- Build -------------------------------------------------------------------------------------------------------

# No build server and no worker outlives this script. One compiler serves the whole build, which saves a third of its
# time: a compiler of its own, that no other build uses.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
export UseSharedCompilation=true SharedCompilationId="assistportal-tests-$$"

end_compiler() {
    local roslyn
    roslyn=$(dotnet msbuild "$root/src/AssistPortal.Data/AssistPortal.Data.csproj" -getProperty:RoslynTargetsPath 2>/dev/null) &&
        dotnet "$roslyn/bincore/VBCSCompiler.dll" -shutdown "-pipename:$SharedCompilationId" >/dev/null 2>&1
}

# Nor does a build run for long enough to compile much of the compiler once more: after 8,192 calls (0x2000), not 30.
echo "Building ($configuration)"
DOTNET_TC_CallCountThreshold=2000 run dotnet build "$root/AssistPortal.sln" -c "$configuration" -warnaserror -v quiet -clp:NoSummary </dev/null
built=$?
end_compiler
unset UseSharedCompilation SharedCompilationId
[ "$built" -eq 0 ] || give_up "The build failed."
"$root/tests/tools/check_packages.sh" "$root" </dev/null || give_up "A package has a known weakness."

# --- Tests -------------------------------------------------------------------------------------------------------

# Whatever a test leaves in the temporary folder goes when this script ends.
mkdir "$work/tmp"

if [ -z "${ASSISTPORTAL_TEST_POSTGRESQL:-}" ]; then
    # Its socket lies in there: the account it runs under has to reach it.
    chmod 711 "$work"
    ASSISTPORTAL_TEST_POSTGRESQL=$("$root/tests/tools/postgres.sh" start "$work/pg") || give_up "PostgreSQL did not start."
    export ASSISTPORTAL_TEST_POSTGRESQL
fi

counter() { # name, trx file
    sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1
}

table="$work/table"
for project in "$root"/tests/*/*.csproj; do
    grep -q 'Microsoft.NET.Test.Sdk' "$project" || continue
    name=$(basename "$project" .csproj)
    trx="$work/$name.trx"
    began=$SECONDS
    printf '\n%s\n' "$name"
    TMPDIR="$work/tmp" run dotnet test "$project" -c "$configuration" --no-build --results-directory "$work" \
        --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
        --blame-hang-timeout 15m --blame-hang-dump-type none </dev/null
    status=$?

    total=0 good=0 bad=0
    if [ -f "$trx" ]; then
        total=$(counter total "$trx")
        good=$(counter passed "$trx")
        bad=$(counter failed "$trx")
    fi
    left=$((${total:-0} - ${good:-0} - ${bad:-0}))
    note=
    if [ "${total:-0}" -eq 0 ]; then
        bad=1 note="no result"
    elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1 note="the test run broke off"
    fi
    [ -f "$trx" ] && [ "$bad" -gt 0 ] && /usr/bin/python3 "$root/tests/tools/failed_tests.py" "$trx" >>"$work/failures"
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + left))
    printf '%-36s %7d %7d %8d %7d s  %s\n' "$name" "$good" "$bad" "$left" "$((SECONDS - began))" "$note" >>"$table"
done

[ -f "$table" ] || give_up "There is no test project under tests/."
[ -s "$work/failures" ] && cat "$work/failures"
printf '\n%-36s %7s %7s %8s %9s\n' "Project" "passed" "failed" "skipped" "time"
cat "$table"
finish
