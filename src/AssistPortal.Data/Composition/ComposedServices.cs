using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Composition;

public static class ComposedServices
{
    /// <summary>
    /// Adds a public service that is made of internal parts. Its one constructor is internal then, and the container
    /// looks for public ones only.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is not just one constructor, or it is public.</exception>
    public static IServiceCollection AddComposed<TService>(
        this IServiceCollection services, ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where TService : class
    {
        var constructor = typeof(TService).GetConstructors(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            is [{ IsAssembly: true } only]
                ? only
                : throw new InvalidOperationException($"{typeof(TService)} needs one constructor, an internal one.");
        var parts = Array.ConvertAll(constructor.GetParameters(), PartOf);
        var invoker = ConstructorInvoker.Create(constructor);
        services.Add(new ServiceDescriptor(
            typeof(TService),
            provider => invoker.Invoke(Array
                .ConvertAll<Func<IServiceProvider, object>, object?>(parts, part => part(provider))
                .AsSpan())!,
            lifetime));
        return services;
    }

    /// <summary>Attributes are read once: it is costly, and such services are asked for by every request.</summary>
    private static Func<IServiceProvider, object> PartOf(ParameterInfo part)
    {
        var type = part.ParameterType;
        return part.GetCustomAttribute<FromKeyedServicesAttribute>() is { Key: var key }
            ? provider => provider.GetRequiredKeyedService(type, key)
            : provider => provider.GetRequiredService(type);
    }
}
