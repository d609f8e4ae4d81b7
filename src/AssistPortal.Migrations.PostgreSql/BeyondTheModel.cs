using AssistPortal.Assist.Orders;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.Migrations.PostgreSql;

/// <summary>
/// What the schema has that the model can't say; <c>tools/schema.sh</c> has the migration end with it.
/// </summary>
internal static class BeyondTheModel
{
    public static void Create(MigrationBuilder migration)
    {
        OrderListIndexes.Create(migration);

        // Without this extension searches by words read more rows; the portal works all the same.
        migration.Sql(
            """
            DO $$
            BEGIN
                CREATE EXTENSION IF NOT EXISTS pg_trgm;
                CREATE INDEX "IX_Orders_SearchText" ON "Orders" USING gin ("SearchText" gin_trgm_ops);
                CREATE INDEX "IX_Trials_CompanyKey" ON "Trials" USING gin ("CompanyKey" gin_trgm_ops);
            EXCEPTION WHEN OTHERS THEN
                RAISE NOTICE 'No index for the search by words: %', SQLERRM;
            END $$
            """);

        // How often a word occurs decides between the index of its letters and a walk along the list's order. With the
        // usual hundred samples that is luck for a word in one of fifty orders, and the wrong way takes 150 ms of a
        // million.
        migration.Sql("""ALTER TABLE "Orders" ALTER COLUMN "SearchText" SET STATISTICS 1000""");
        migration.Sql("""ALTER TABLE "Trials" ALTER COLUMN "CompanyKey" SET STATISTICS 1000""");
    }
}
