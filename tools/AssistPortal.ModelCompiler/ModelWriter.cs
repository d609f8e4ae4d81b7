using System.Reflection;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.ModelCompiler;

/// <summary>Writes a model as source code, as <c>dotnet ef dbcontext optimize</c> does.</summary>
internal static class ModelWriter
{
    /// <summary>Writes the model of the context's provider; nothing is connected to.</summary>
    /// <param name="context">As the tools for migrations see it.</param>
    /// <param name="folder">Where to write it.</param>
    /// <param name="name">The assembly that it will belong to.</param>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(PortalDbContext context, string folder, string name)
    {
        var provider = Assembly.Load(context.Database.ProviderName!);
        var itsServices = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
        var services = new ServiceCollection();
        ((IDesignTimeServices)Activator.CreateInstance(provider.GetType(itsServices, throwOnError: true)!)!)
            .ConfigureDesignTimeServices(services);
        services.AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        using var designTime = services.BuildServiceProvider();
        return designTime.GetRequiredService<ICompiledModelScaffolder>().ScaffoldModel(
            context.GetService<IDesignTimeModel>().Model,
            folder,
            new CompiledModelCodeGenerationOptions
            {
                ContextType = typeof(PortalDbContext),
                Language = "C#",
                ModelNamespace = $"{name}.Model",
                UseNullableReferenceTypes = true,
            });
    }
}
