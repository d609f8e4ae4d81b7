using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.TestSupport.Portal;

/// <summary>
/// What MVC reads from controllers by reflection is the same in all portals of a process, and a tenth of their start:
/// it is read once. Each portal gets copies, for MVC keeps what belongs to one of them on its actions.
/// </summary>
internal sealed class KnownActions(Func<IActionDescriptorProvider> reader) : IActionDescriptorProvider
{
    private static readonly Lock Reading = new();

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

    private static ControllerActionDescriptor CopyOf(ControllerActionDescriptor action) => new()
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
