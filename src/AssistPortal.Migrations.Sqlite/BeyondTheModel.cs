using AssistPortal.Assist.Orders;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.Migrations.Sqlite;

/// <summary>
/// What the schema has that the model can't say; <c>tools/schema.sh</c> has the migration end with it.
/// </summary>
internal static class BeyondTheModel
{
    public static void Create(MigrationBuilder migration) => OrderListIndexes.Create(migration);
}
