using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Data.Database;

/// <summary>The context as the tools for migrations see it: nothing is connected to.</summary>
public static class DesignTime
{
    public static PortalDbContext Create(
        DatabaseProvider provider, string connectionString, params IEnumerable<EntityAssembly> modules)
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        builder.UsePortalDatabase(new DatabaseOptions { Provider = provider }, connectionString, modules);
        return new PortalDbContext(builder.Options);
    }
}
