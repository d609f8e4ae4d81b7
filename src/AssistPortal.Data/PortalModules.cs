using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data;

/// <summary>
/// The modules whose entities a context knows, as part of its options: contexts can be pooled, and each set of modules
/// has a model of its own.
/// </summary>
internal sealed class PortalModules(IEnumerable<EntityAssembly> modules) : IDbContextOptionsExtension
{
    private readonly EntityAssembly[] modules = [.. modules];

    public IReadOnlyList<EntityAssembly> All => modules;

    public DbContextOptionsExtensionInfo Info => new Identity(this);

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class Identity(PortalModules extension) : DbContextOptionsExtensionInfo(extension)
    {
        private readonly string names =
            string.Join(' ', extension.All.Select(module => module.Assembly.GetName().Name));

        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => StringComparer.Ordinal.GetHashCode(names);

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is Identity identity && identity.names == names;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) =>
            debugInfo["Portal:Modules"] = names;
    }
}
