using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AssistPortal.Data.Database;

/// <summary>
/// The model as code, which a published portal has beside its migrations: building it from the configurations takes
/// most of a second.
/// </summary>
internal static class CompiledModel
{
    // Publishing sets it: whatever was published uses its model, or says that it has none.
    private const string Published = "AssistPortal.CompiledModel";

    /// <summary>The assembly that holds a provider's migrations, and once published its model.</summary>
    internal static string MigrationsOf(DatabaseProvider provider) => $"AssistPortal.Migrations.{provider}";

    /// <summary>Null in a portal that was built, not published: EF Core builds the model then.</summary>
    /// <exception cref="InvalidOperationException">It was published without its model.</exception>
    internal static IModel? Find(DatabaseProvider provider) =>
        Find(provider, AppContext.TryGetSwitch(Published, out var isPublished) && isPublished);

    internal static IModel? Find(DatabaseProvider provider, bool isPublished) => isPublished
        ? In(Assembly.Load(MigrationsOf(provider)))
            ?? throw new InvalidOperationException($"The portal was published without the model for {provider}.")
        : null;

    internal static IModel? In(Assembly assembly) => (IModel?)assembly
        .GetCustomAttribute<DbContextModelAttribute>()
        ?.ModelType
        .GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)
        ?.GetValue(obj: null);
}
