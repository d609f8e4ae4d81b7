using AssistPortal.Assist.Orders;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.Migrations.Sqlite;

/// <summary>
/// What the schema has that the model can't say; <c>tools/schema.sh</c> has the migration end with it.
/// </summary>
internal static class BeyondTheModel
{
    public static void Create(MigrationBuilder migration)
    {
        OrderListIndexes.Create(migration);
        foreach (var (act, row) in new[] { ("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD") })
        {
            migration.Sql(
                $"""
                CREATE TRIGGER "TR_Reservations_Changes_{act}" AFTER {act} ON "Reservations"
                BEGIN
                    INSERT INTO "ReservationChanges" ("ReservationId") VALUES ({row}."Id");
                END
                """);
        }
    }
}
