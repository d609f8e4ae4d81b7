using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AssistPortal.Data.Database;

/// <summary>Writes rows that nobody tracks by one statement, where EF Core would send one for each on SQLite.</summary>
public static class RowInserts
{
    /// <summary>
    /// Inserts all of them in one <c>INSERT … VALUES (…), (…)</c>, which every database knows; the columns and their
    /// types are the model's. It saves at once: in the caller's transaction, where there is one.
    /// </summary>
    /// <param name="db">The context; what it tracks stays as it is.</param>
    /// <param name="rows">At least one; entities without complex or generated parts.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    /// <exception cref="DbUpdateException">The database has refused it, for a taken key for example.</exception>
    public static async Task InsertAsync<T>(
        this PortalDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))
            ?? throw new InvalidOperationException($"The model has no {typeof(T).Name}.");
        var columns = entity.GetProperties().ToList();
        var names = db.GetService<ISqlGenerationHelper>();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var parameters = new List<object>(rows.Count * columns.Count);
        var sql = new StringBuilder("INSERT INTO ")
            .Append(names.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema()))
            .Append(" (")
            .AppendJoin(", ", columns.Select(column => names.DelimitIdentifier(column.GetColumnName())))
            .Append(") VALUES ")
            .AppendJoin(", ", rows.Select(row => Values(row, columns, command, parameters)));
        try
        {
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancellationToken);
        }
        catch (DbException refusal)
        {
            throw new DbUpdateException($"{typeof(T).Name} could not be inserted.", refusal);
        }
    }

    private static string Values(
        object row, IReadOnlyList<IProperty> columns, DbCommand command, List<object> parameters) =>
        $"({string.Join(", ", columns.Select(column =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
            parameters.Add(column.GetRelationalTypeMapping().CreateParameter(
                command, name, column.PropertyInfo!.GetValue(row), column.IsNullable));
            return name;
        }))})";
}
