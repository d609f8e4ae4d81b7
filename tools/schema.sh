#!/usr/bin/env bash
# Writes the one migration of each provider, InitialSchema, anew from the model. Until release 1.0 the schema is
# regenerated, not migrated (docs/decisions/0015): the new migration's id tells a database of an earlier build apart,
# and the portal refuses that at start.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore
dotnet restore -v quiet
dotnet build src/AssistPortal.Trials -v quiet -clp:NoSummary
dotnet build src/AssistPortal.Assist -v quiet -clp:NoSummary
for project in src/AssistPortal.Migrations.*/; do
    rm -rf "$project/Migrations"
    dotnet ef migrations add InitialSchema --project "$project" --startup-project "$project" --output-dir Migrations

    # What no model can say goes last, in the words of the provider's own BeyondTheModel.
    python3 - "$project"/Migrations/*_InitialSchema.cs <<'PY'
import sys
path = sys.argv[1]
with open(path, encoding="utf-8-sig") as file:
    up, down = file.read().split("\n        }\n", 1)
with open(path, "w", encoding="utf-8") as file:
    file.write(f"{up}\n\n            BeyondTheModel.Create(migrationBuilder);\n        }}\n{down}")
PY
done
