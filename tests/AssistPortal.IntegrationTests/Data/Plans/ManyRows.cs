using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AssistPortal.IntegrationTests.Data.Plans;

/// <summary>
/// A hundred thousand orders with what belongs to them, beside the demo data: copies of its orders, three years back
/// and half a year ahead. The database writes them itself, and its indexes anew behind them, which takes seconds.
/// </summary>
internal sealed class ManyRows(DatabaseProvider provider)
{
    public const int Orders = 100_000;

    /// <summary>The tables that are large then.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "Orders", "Reservations", "AuditEntries", "OutboxMails", "Invoices", "OrderAttentions", "OrderReminders",
    ];

    // The clock of the portals under test stands on 2026-12-01, 09:00 UTC.
    private const string First = "2023-12-01 09:00:00";
    private const string Now = "2026-12-01 09:00:00";

    private static readonly string[] Hard = ["Number", "Id", "DraftId", "Start", "PlacedAt", "State", "OwnerId"];

    private bool IsSqlite => provider == DatabaseProvider.Sqlite;

    public async Task AddAsync(PortalDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var indexes = await IndexesAsync(connection);
        foreach (var (name, _) in indexes)
        {
            await ExecuteAsync(connection, $"DROP INDEX \"{name}\"");
        }

        await AddOrdersAsync(connection, db);
        await ExecuteAsync(connection, Reservations);
        await ExecuteAsync(connection, Audit);
        await ExecuteAsync(connection, Mails);
        await ExecuteAsync(connection, Invoices);
        await ExecuteAsync(connection, $"""
            INSERT INTO "OrderAttentions" ("OrderId", "Reason", "DueAt")
            SELECT "Id", 'NotCompleted', {Moment("\"Start\"", "'+25 hours'")}
            FROM "Orders" WHERE {IsBulk} AND "State" = 'Placed'
            """);
        await ExecuteAsync(connection, $"""
            INSERT INTO "OrderReminders" ("OrderId", "DueAt")
            SELECT "Id", {Moment("\"Start\"", "'-24 hours'")} FROM "Orders" WHERE {IsBulk} AND "State" = 'Placed'
            """);
        foreach (var (_, statement) in indexes)
        {
            await ExecuteAsync(connection, statement);
        }

        // SQLite has no figures of its tables where the portal runs, so it gets none here.
        if (!IsSqlite)
        {
            await ExecuteAsync(connection, "ANALYZE");
        }
    }

    private string IsBulk => IsSqlite ? "\"Id\" LIKE '00000001-%'" : "\"Id\"::text LIKE '00000001-%'";

    private string Reservations => $"""
        INSERT INTO "Reservations" ("Id", "ProducerId", "Start", "End", "StartQuarter", "EndQuarter", "OrderId")
        SELECT {Copied(3)}, "ProducerId", "Start", {Moment("\"Start\"", "'+1 hours'")},
            {Quarter("\"Start\"")}, {Quarter("\"Start\"")} + 4, "Id"
        FROM "Orders" AS o WHERE {IsBulk} AND "State" <> 'Cancelled'
        """;

    private string Audit => $"""
        INSERT INTO "AuditEntries" ("At", "ActorId", "Action", "Subject", "SubjectId", "Details")
        SELECT "PlacedAt", "HostUserId", 'order.placed', 'Order', {Text("\"Id\"")},
            (SELECT e."Details" FROM "AuditEntries" AS e WHERE e."Action" = 'order.placed' ORDER BY e."Id" LIMIT 1)
        FROM "Orders" WHERE {IsBulk}
        """;

    private string Mails => $"""
        INSERT INTO "OutboxMails" ("Id", "Cause", "SubjectId", "Revision", "Recipient", "MessageId", "Language",
            "Subject", "SearchText", "Summary", "TextBody", "HtmlBody", "CreatedAt", "State", "Attempts",
            "NextAttemptAt", "SentAt", "Interruptions")
        SELECT {Copied(4)}, 'order.placed', {Text("\"Id\"")}, 0, "Email", "Number" || '@portal.example', 'en',
            'Your order', 'your order', 'Your order', 'Text', 'Text', "PlacedAt", 'Sent', 1, "PlacedAt", "PlacedAt", 0
        FROM "Orders" WHERE {IsBulk}
        """;

    private string Invoices => $"""
        INSERT INTO "Invoices" ("Id", "IssuedAt", "Year", "Sequence", "Revision", "OrderId", "HostUserId", "SiteId",
            "PackageId", "TotalMinor", "Kind", "Reason", "Note", "RecipientName", "RecipientCompany", "RecipientEmail",
            "Currency")
        SELECT {Copied(5)}, o."Start", 2020, ROW_NUMBER() OVER (ORDER BY o."Id"), 0, o."Id",
            o."HostUserId", o."SiteId", o."PackageId", 125000, t."Kind", t."Reason", '', 'Hannah Brooks', 'Northwind',
            o."Email", o."Currency"
        FROM "Orders" AS o CROSS JOIN (SELECT "Kind", "Reason" FROM "Invoices" ORDER BY "IssuedAt" LIMIT 1) AS t
        WHERE {IsBulk.Replace("\"Id\"", "o.\"Id\"", StringComparison.Ordinal)} AND o."State" = 'Completed'
        """;

    /// <summary>Numbers have a check symbol, so they come from here; all else of the orders that there are.</summary>
    private async Task AddOrdersAsync(DbConnection connection, PortalDbContext db)
    {
        var columns = db.Model.FindEntityType(typeof(Order))!.GetFlattenedProperties()
            .Select(property => property.GetColumnName()).Except(Hard).ToList();
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var copied = string.Join(", ", columns.Select(column => column switch
        {
            "SessionKey" or "SessionHostEmail" or "PlacedById" => "NULL",
            "HostUserId" => "CASE WHEN n % 50 = 0 THEN t.\"HostUserId\" END",
            "LastName" => $"t.\"LastName\" || ' ' || {Hex("n % 5000", 4)}",
            _ => $"t.\"{column}\"",
        }));
        var start = IsSqlite
            ? $"datetime('{First}', '+' || (n * 18 / 15 * 15) || ' minutes')"
            : $"timestamptz '{First}+00' + make_interval(mins => (n * 18 / 15 * 15)::int)";
        var placed = IsSqlite
            ? $"min(datetime({start}, '-30 days'), datetime('{Now}', '-' || (n % 2000) || ' minutes'))"
            : $"LEAST({start} - interval '30 days', timestamptz '{Now}+00' - make_interval(mins => (n % 2000)::int))";
        var now = IsSqlite ? $"'{Now}'" : $"timestamptz '{Now}+00'";
        var series = IsSqlite
            ? "SELECT key + 1 AS n, value AS number FROM json_each(@numbers)"
            : "SELECT n, number FROM unnest(@numbers) WITH ORDINALITY AS s(number, n)";
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 120;
#pragma warning disable CA2100 // Names of columns come from the model.
        command.CommandText = $"""
            WITH s AS ({series}),
                t AS (
                    SELECT o.*, ROW_NUMBER() OVER (ORDER BY "Number") - 1 AS rn, COUNT(*) OVER () AS many
                    FROM "Orders" AS o)
            INSERT INTO "Orders" ("Number", "Id", "DraftId", "Start", "PlacedAt", "State", "OwnerId", {names})
            SELECT s.number, {Key(1, "n")}, {Key(2, "n")}, {start}, {placed},
                CASE WHEN n % 10 = 0 THEN 'Cancelled'
                    WHEN {start} < {now} AND n % 100 <> 1 THEN 'Completed' ELSE 'Placed' END,
                CASE WHEN n % 20 = 0
                    THEN (SELECT "Id" FROM "AspNetUsers" WHERE "UserName" = 'coordinator@demo.example') END,
                {copied}
            FROM s JOIN t ON t.rn = s.n % t.many
            """;
#pragma warning restore CA2100
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        while (numbers.Count < Orders)
        {
            numbers.Add(RequestNumber.Random().Compact);
        }

        command.Parameters.Add(IsSqlite
            ? new SqliteParameter("@numbers", JsonSerializer.Serialize(numbers))
            : new NpgsqlParameter("numbers", numbers.ToArray()));
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 120;
#pragma warning disable CA2100 // Constants of this class, and what the database says of its own indexes.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Indexes of the tables, with what makes them; those of keys stay.</summary>
    private async Task<List<(string Name, string Statement)>> IndexesAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        var tables = string.Join(", ", Tables.Select(table => $"'{table}'"));
#pragma warning disable CA2100 // Constants.
        command.CommandText = IsSqlite
            ? $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({tables})"
            : $"""
                SELECT indexname, indexdef FROM pg_indexes
                WHERE schemaname = 'public' AND tablename IN ({tables}) AND indexname NOT LIKE 'PK_%'
                """;
#pragma warning restore CA2100
        var found = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }

    /// <summary>A key of a number.</summary>
    private string Key(int kind, string number) => IsSqlite
        ? $"'{Prefix(kind)}-0000-7000-8000-' || printf('%012X', {number})"
        : $"('{Prefix(kind)}-0000-7000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid";

    /// <summary>A key like that of the order.</summary>
    private string Copied(int kind) => IsSqlite
        ? $"'{Prefix(kind)}-' || substr(\"Id\", 10)"
        : $"('{Prefix(kind)}-' || substr(\"Id\"::text, 10))::uuid";

    private static string Prefix(int kind) => kind.ToString("00000000", CultureInfo.InvariantCulture);

    private string Hex(string number, int digits) => IsSqlite
        ? $"printf('%0{digits}x', {number})"
        : $"lpad(to_hex({number}), {digits}, '0')";

    private string Text(string key) => IsSqlite ? $"lower({key})" : $"{key}::text";

    private string Quarter(string moment) => IsSqlite
        ? $"CAST(strftime('%s', {moment}) AS INTEGER) / 900"
        : $"(extract(epoch FROM {moment})::bigint / 900)::int";

    private string Moment(string moment, string later) => IsSqlite
        ? $"datetime({moment}, {later})"
        : $"{moment} + interval {later}";
}
