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

        // At the end of the transaction: numbers are drawn when it is about to commit, so they hardly ever come out of
        // order, and whoever loses a race to a producer's time draws none.
        migration.Sql(
            """
            CREATE FUNCTION "NoteReservationChange"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    INSERT INTO "ReservationChanges" ("ReservationId") VALUES (OLD."Id");
                ELSE
                    INSERT INTO "ReservationChanges" ("ReservationId") VALUES (NEW."Id");
                END IF;
                RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER "TR_Reservations_Changes" AFTER INSERT OR UPDATE OR DELETE ON "Reservations"
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "NoteReservationChange"();
            """);

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
