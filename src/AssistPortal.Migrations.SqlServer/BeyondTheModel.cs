using AssistPortal.Assist.Orders;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.Migrations.SqlServer;

/// <summary>
/// What the schema has that the model can't say; <c>tools/schema.sh</c> has the migration end with it.
/// </summary>
internal static class BeyondTheModel
{
    public static void Create(MigrationBuilder migration)
    {
        OrderListIndexes.Create(migration);
        migration.Sql(
            """
            CREATE TRIGGER "TR_Reservations_Changes" ON "Reservations" AFTER INSERT, UPDATE, DELETE AS
            BEGIN
                SET NOCOUNT ON;
                INSERT INTO "ReservationChanges" ("ReservationId")
                    SELECT "Id" FROM inserted UNION SELECT "Id" FROM deleted;
            END
            """);
    }
}
