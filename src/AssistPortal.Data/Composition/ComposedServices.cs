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
        var parts = constructor.GetParameters();
        var invoker = ConstructorInvoker.Create(constructor);
        services.Add(new ServiceDescriptor(
            typeof(TService),
            provider => invoker.Invoke(Array
                .ConvertAll<ParameterInfo, object?>(parts, part => PartOf(provider, part))
                .AsSpan())!,
            lifetime));
        return services;
    }

    private static object PartOf(IServiceProvider provider, ParameterInfo part) =>
        part.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed
            ? provider.GetRequiredKeyedService(part.ParameterType, keyed.Key)
            : provider.GetRequiredService(part.ParameterType);
}
