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
    public static IServiceCollection AddComposed<TService>(this IServiceCollection services)
        where TService : class
    {
        var constructor = typeof(TService).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            is [{ IsAssembly: true } only]
                ? only
                : throw new InvalidOperationException($"{typeof(TService)} needs one constructor, an internal one.");
        Type[] parts = [.. constructor.GetParameters().Select(parameter => parameter.ParameterType)];
        var invoker = ConstructorInvoker.Create(constructor);
        return services.AddScoped(provider =>
            (TService)invoker.Invoke(Array.ConvertAll<Type, object?>(parts, provider.GetRequiredService).AsSpan()));
    }
}
