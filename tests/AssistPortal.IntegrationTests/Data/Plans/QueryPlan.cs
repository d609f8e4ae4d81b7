using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace AssistPortal.IntegrationTests.Data.Plans;

/// <summary>How a database goes about a statement.</summary>
internal static partial class QueryPlan
{
    /// <summary>
    /// Where it reads a whole table of these: from its beginning to its end without an index, or along one without a
    /// bound and without stopping after some rows.
    /// </summary>
    public static async Task<IReadOnlyList<string>> WholeTablesAsync(
        DbConnection connection, string statement, IEnumerable<DbParameter> values, IReadOnlyCollection<string> tables)
    {
        var isSqlite = connection is SqliteConnection;
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The portal's own statements.
        command.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (FORMAT JSON) ") + statement;
#pragma warning restore CA2100
        command.Parameters.AddRange(values.ToArray());
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(isSqlite ? 3 : 0));
            }
        }

        return isSqlite ? [.. OnSqlite(statement, lines, tables)] : [.. OnPostgreSql(lines[0], tables)];
    }

    private static IEnumerable<string> OnSqlite(
        string statement, IEnumerable<string> lines, IReadOnlyCollection<string> tables)
    {
        var named = Alias().Matches(statement).ToLookup(
            match => match.Groups["alias"].Value, match => match.Groups["table"].Value, StringComparer.Ordinal);
        var stops = statement.Contains("LIMIT", StringComparison.Ordinal);
        return lines.Where(line => Scan().Match(line) is { Success: true } scan
            && (named[scan.Groups["what"].Value].Any(tables.Contains) || tables.Contains(scan.Groups["what"].Value))
            && !(stops && line.Contains(" USING ", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> OnPostgreSql(string plan, IReadOnlyCollection<string> tables)
    {
        using var document = JsonDocument.Parse(plan);
        return [.. Nodes(document.RootElement[0].GetProperty("Plan"), stops: false)
            .Where(node => tables.Contains(TextOf(node.Node, "Relation Name")))
            .Where(node => TextOf(node.Node, "Node Type") switch
            {
                "Seq Scan" => true,
                "Index Scan" or "Index Only Scan" => TextOf(node.Node, "Index Cond").Length == 0 && !node.Stops,
                _ => false,
            })
            .Select(node => string.Join(' ', new[] { "Node Type", "Relation Name", "Index Name", "Filter" }
                .Select(name => TextOf(node.Node, name))))];
    }

    private static IEnumerable<(JsonElement Node, bool Stops)> Nodes(JsonElement node, bool stops)
    {
        var inside = stops || TextOf(node, "Node Type") == "Limit";
        yield return (node, stops);
        if (node.TryGetProperty("Plans", out var parts))
        {
            foreach (var found in parts.EnumerateArray().SelectMany(part => Nodes(part, inside)))
            {
                yield return found;
            }
        }
    }

    private static string TextOf(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) ? $"{value}" : "";

    [GeneratedRegex(
        "\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^SCAN (?<what>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scan();
}
