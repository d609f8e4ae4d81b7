using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AssistPortal.Data.Database;

/// <summary>
/// Tells models apart by the modules in them. EF Core keeps one model per context type otherwise, and the first set of
/// modules that a process (a test run, for example) has used would hold for all.
/// </summary>
internal sealed class ModuleModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), ((PortalDbContext)context).ModuleNames, designTime);
}
