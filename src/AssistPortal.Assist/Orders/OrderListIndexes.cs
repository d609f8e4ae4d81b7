using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// The indexes by which orders are listed and counted that the model can't name: it knows none on parts of a complex
/// property. Every provider's migration creates them; a test looks whether they are there.
/// </summary>
public static class OrderListIndexes
{
    private const string Table = "Orders";

    /// <summary>Columns of each, in order.</summary>
    private static readonly string[][] All =
    [
        ["Start", "Id"],
        ["State", "Start", "Id"],
        ["SiteId", "Start", "Id"],
        ["ProducerId", "Start", "Id"],
        ["HostUserId", "Start", "Id"],
        ["OwnerId", "Start", "Id"],
        ["OwnerId", "State", "Start", "Id"],

        // A month of events by name: what is not of the month is passed over in the index.
        ["LastName", "Id", "Start"],
        ["State", "LastName", "Id"],
        ["SiteId", "LastName", "Id"],
        ["ProducerId", "LastName", "Id"],
        ["OwnerId", "LastName", "Id"],

        // Reports are added up from it alone.
        ["Start", "PackageId", "SiteId", "State", "DurationMinutes"],
    ];

    public static IEnumerable<string> Names => All.Select(NameOf);

    public static void Create(MigrationBuilder migration)
    {
        foreach (var columns in All)
        {
            migration.CreateIndex(NameOf(columns), Table, columns);
        }
    }

    private static string NameOf(string[] columns) => $"IX_{Table}_{string.Join('_', columns)}";
}
