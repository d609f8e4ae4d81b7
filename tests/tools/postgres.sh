#!/usr/bin/env bash
# A PostgreSQL server for tests, in a folder of its own, reached through a socket in it by nobody else:
#
#   tests/tools/postgres.sh start FOLDER    makes it, starts it, prints its connection string
#   tests/tools/postgres.sh stop FOLDER     stops it
#
# export ASSISTPORTAL_TEST_POSTGRESQL=$(tests/tools/postgres.sh start /tmp/pg) is enough for dotnet test.
set -euo pipefail
command=${1:?start or stop} folder=${2:?folder}

find_tool() {
    command -v "$1" || ls /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | sort -V | tail -n 1
}

# It refuses to run as root: Debian's package brings an account for it.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}

control=$(find_tool pg_ctl)
case $command in
start)
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    [ "$(id -u)" -eq 0 ] && chown postgres "$folder"
    cd "$folder"
    as_server "$(find_tool initdb)" -D "$folder/data" -U portal --auth=trust --encoding=UTF8 --locale=C >"$folder/initdb.log"

    # What the machine loses at a power cut does not matter here.
    as_server "$control" -D "$folder/data" -l "$folder/server.log" -w start >/dev/null -o "-c listen_addresses='' \
        -c unix_socket_directories='$folder' -c max_connections=300 -c shared_buffers=128MB \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off"
    echo "Host=$folder;Username=portal;Database=postgres;Maximum Pool Size=30"
    ;;
stop)
    cd "$folder"
    as_server "$control" -D "$folder/data" -m immediate -w stop >/dev/null
    ;;
esac
