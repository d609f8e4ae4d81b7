using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AssistPortal.Data.Database;

/// <summary>
/// A query that is translated once instead of looked up by its expression each time. EF Core ties a compiled query to
/// one model; a process may have several, one per kind of database in the tests.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    public TQuery On(PortalDbContext db) => queries.GetValue(db.Model, _ => compile());
}
