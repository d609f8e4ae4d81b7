using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// The indexes by which orders are listed that the model can't name: it knows no index on parts of a complex property.
/// Every provider's migrations create them; a test looks whether they are there.
/// </summary>
public static class OrderListIndexes
{
    private const string Table = "Orders";

    /// <summary>Columns of those that came with the desk, in order.</summary>
    public static readonly IReadOnlyList<string[]> OfDesk =
    [
        ["Start", "Id"],
        ["State", "Start", "Id"],
        ["SiteId", "Start", "Id"],
        ["ProducerId", "Start", "Id"],
        ["HostUserId", "Start", "Id"],
        ["LastName", "Id"],
    ];

    /// <summary>Columns of those that list a part of the orders by customer.</summary>
    public static readonly IReadOnlyList<string[]> ByCustomer =
    [
        ["State", "LastName", "Id"],
        ["SiteId", "LastName", "Id"],
        ["ProducerId", "LastName", "Id"],
    ];

    public static IEnumerable<string[]> All => OfDesk.Concat(ByCustomer);

    public static string NameOf(string[] columns) => $"IX_{Table}_{string.Join('_', columns)}";

    public static void Create(MigrationBuilder migration, IEnumerable<string[]> indexes)
    {
        foreach (var columns in indexes)
        {
            migration.CreateIndex(NameOf(columns), Table, columns);
        }
    }

    public static void Drop(MigrationBuilder migration, IEnumerable<string[]> indexes)
    {
        foreach (var columns in indexes)
        {
            migration.DropIndex(NameOf(columns), Table);
        }
    }
}
