#!/usr/bin/env bash
# Adds a migration of that name for every provider: tools/add-migration.sh AddInvoices
set -euo pipefail
name=${1:?name of the migration}
cd "$(dirname "$0")/.."
dotnet tool restore
for project in src/AssistPortal.Migrations.*/; do
    # A provider that has no migration yet begins with the whole schema.
    [ -d "$project/Migrations" ] && step=$name || step=InitialSchema
    dotnet ef migrations add "$step" --project "$project" --startup-project "$project" --output-dir Migrations
done
