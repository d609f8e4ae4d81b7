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
    public static Task InsertAsync<T>(
        this PortalDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class => db.InsertAsync(
            db.Model.FindEntityType(typeof(T))
                ?? throw new InvalidOperationException($"The model has no {typeof(T).Name}."),
            rows,
            cancellationToken);

    /// <summary>
    /// Saves in the caller's transaction. Where the provider sends a statement for each row, new ones of a kind go
    /// together, and are tracked no more; the others send all in one batch anyway.
    /// </summary>
    /// <inheritdoc cref="InsertAsync{T}" path="/exception" />
    public static async Task SaveTogetherAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        var together = db.Database.IsSqlite()
            ? db.ChangeTracker.Entries()
                .Where(entry => entry.State == EntityState.Added && IsPlain(entry.Metadata))
                .GroupBy(entry => entry.Metadata)
                .Where(rows => rows.Skip(1).Any())
                .ToDictionary(rows => rows.Key, rows => rows.ToList())
            : [];
        foreach (var entry in together.Values.SelectMany(rows => rows))
        {
            entry.State = EntityState.Detached;
        }

        // Rows that point to others come after them.
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (entity, rows) in together)
        {
            await db.InsertAsync(entity, rows.ConvertAll(entry => entry.Entity), cancellationToken);
        }
    }

    private static async Task InsertAsync(
        this PortalDbContext db,
        IEntityType entity,
        IReadOnlyCollection<object> rows,
        CancellationToken cancellationToken)
    {
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
            throw new DbUpdateException($"{entity.DisplayName()} could not be inserted.", refusal);
        }
    }

    private static bool IsPlain(IEntityType entity) =>
        !entity.GetComplexProperties().Any()
        && !entity.GetNavigations().Any()
        && entity.GetProperties().All(
            column => column.PropertyInfo is not null && column.ValueGenerated == ValueGenerated.Never);

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
