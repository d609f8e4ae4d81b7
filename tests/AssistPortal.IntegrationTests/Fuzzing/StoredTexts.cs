using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>What an SQLite database holds, whose columns take any text of any length.</summary>
internal static class StoredTexts
{
    /// <summary>Texts that are longer than their column, or hold characters that no text has.</summary>
    public static Task<IReadOnlyList<string>> WrongInAsync(PortalFactory portal) => portal.InDatabaseAsync(async db =>
    {
        var columns = db.Model.GetRelationalModel().Tables.SelectMany(
            table => table.Columns.Where(column => column.StoreType == "TEXT"),
            (table, column) => (
                Table: table.Name,
                Column: column.Name,
                Longest: column.PropertyMappings.Select(mapping => mapping.Property.GetMaxLength()).Max()));
        List<string> wrong = [];
        foreach (var (table, column, longest) in columns.ToList())
        {
#pragma warning disable EF1002 // Names of our own tables.
            var texts = await db.Database.SqlQueryRaw<string>(
                $"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL").ToListAsync();
#pragma warning restore EF1002
            wrong.AddRange(texts.Where(text => text.Length > (longest ?? int.MaxValue) || text.Any(IsNoText))
                .Select(text => $"{table}.{column} ({longest}): {text.Length} “{text[..Math.Min(text.Length, 40)]}”"));
        }

        return (IReadOnlyList<string>)wrong;
    });

    private static bool IsNoText(char unit) => char.IsControl(unit) && unit is not ('\n' or '\r' or '\t');
}
