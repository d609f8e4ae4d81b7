using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.TestSupport.Portal;

/// <summary>
/// What MVC reads from controllers by reflection is the same in all portals of a process, and a tenth of their start:
/// it is read once. Each portal gets copies, for MVC keeps what belongs to one of them on its actions. How an action is
/// called comes along with a copy as soon as one portal has called it: MVC compiles that, half a dozen expressions for
/// each, which was a third of what portals of tests cost.
/// </summary>
internal sealed class KnownActions(Func<IActionDescriptorProvider> reader) : IActionDescriptorProvider
{
    private static readonly Lock Reading = new();

    // Where MVC keeps how an action is called, and its filters; without these, each portal compiles for itself.
    private static readonly PropertyInfo? Call = typeof(ControllerActionDescriptor).GetProperty(
        "CacheEntry", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
    private static readonly FieldInfo? Filters = Call?.PropertyType.GetField(
        "<CachedFilters>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
    private static readonly MethodInfo Clone = typeof(object).GetMethod(
        "MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly ConcurrentDictionary<MethodInfo, ControllerActionDescriptor> Given = [];
    private static readonly ConcurrentDictionary<MethodInfo, object> Calls = [];

    private static IReadOnlyList<ControllerActionDescriptor>? known;

    public int Order => -1000;

    public static void Use(IServiceCollection services)
    {
        var own = services.Single(service => service.ServiceType == typeof(IActionDescriptorProvider));
        var type = own.ImplementationType!;
        services.Remove(own);
        services.AddTransient(type);
        services.AddTransient<IActionDescriptorProvider>(
            provider => new KnownActions(() => (IActionDescriptorProvider)provider.GetRequiredService(type)));
    }

    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        lock (Reading)
        {
            known ??= Read();
        }

        foreach (var action in known)
        {
            context.Results.Add(CopyOf(action));
        }
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context)
    {
    }

    private static ControllerActionDescriptor CopyOf(ControllerActionDescriptor action)
    {
        var copy = BareCopyOf(action);
        if (CallOf(action) is { } call)
        {
            Call!.SetValue(copy, call);
        }
        else
        {
            Given[action.MethodInfo] = copy;
        }

        return copy;
    }

    /// <summary>What another portal has compiled, with filters that are made of the asking portal's services.</summary>
    private static object? CallOf(ControllerActionDescriptor action)
    {
        if (Filters is null)
        {
            return null;
        }

        if (!Calls.TryGetValue(action.MethodInfo, out var known))
        {
            if (!Given.TryGetValue(action.MethodInfo, out var given) || Call!.GetValue(given) is not { } compiled)
            {
                return null;
            }

            known = Calls.GetOrAdd(action.MethodInfo, compiled);
            Given.TryRemove(action.MethodInfo, out _);
        }

        var call = Clone.Invoke(known, null)!;
        var filters = (FilterItem[])Filters.GetValue(known)!;
        Filters.SetValue(call, filters.Select(filter => new FilterItem(filter.Descriptor)).ToArray());
        return call;
    }

    private static ControllerActionDescriptor BareCopyOf(ControllerActionDescriptor action) => new()
    {
        ActionConstraints = action.ActionConstraints,
        ActionName = action.ActionName,
        AttributeRouteInfo = action.AttributeRouteInfo,
        BoundProperties = action.BoundProperties,
        ControllerName = action.ControllerName,
        ControllerTypeInfo = action.ControllerTypeInfo,
        DisplayName = action.DisplayName,
        EndpointMetadata = [.. action.EndpointMetadata],
        FilterDescriptors = [.. action.FilterDescriptors],
        MethodInfo = action.MethodInfo,
        Parameters = action.Parameters,
        Properties = new Dictionary<object, object?>(action.Properties),
        RouteValues = action.RouteValues,
    };

    private List<ControllerActionDescriptor> Read()
    {
        var context = new ActionDescriptorProviderContext();
        var inner = reader();
        inner.OnProvidersExecuting(context);
        inner.OnProvidersExecuted(context);
        return [.. context.Results.Cast<ControllerActionDescriptor>()];
    }
}
