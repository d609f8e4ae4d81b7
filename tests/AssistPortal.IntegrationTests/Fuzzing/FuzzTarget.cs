using System.Reflection;
using AssistPortal.IntegrationTests.Accounts;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>An endpoint with the names that it reads.</summary>
/// <param name="Endpoint">Its line in <see cref="AccessTable"/>.</param>
/// <param name="Who">For whom it is.</param>
/// <param name="Queries">Names that it reads from the query.</param>
/// <param name="Fields">Names that it reads from forms.</param>
internal sealed record FuzzTarget(
    string Endpoint, MayEnter Who, IReadOnlyList<string> Queries, IReadOnlyList<string> Fields)
{
    private const int Deepest = 2;

    private static readonly Dictionary<MayEnter, string?> People = new()
    {
        [MayEnter.Anybody] = null,
        [MayEnter.SignedIn] = Journeys.Host,
        [MayEnter.Host] = Journeys.Host,
        [MayEnter.HostOrStaff] = Journeys.Host,
        [MayEnter.Staff] = "coordinator@demo.example",
        [MayEnter.Producer] = "producer@demo.example",
        [MayEnter.Administrator] = "admin@demo.example",
        [MayEnter.Customer] = "customer@demo.example",
        [MayEnter.Partner] = "partner@demo.example",
        [MayEnter.HelpDesk] = "helpdesk@demo.example",
    };

    /// <summary>Whoever there is an endpoint for; null for nobody.</summary>
    public static IEnumerable<string?> Everybody => People.Values.Distinct(StringComparer.Ordinal);

    /// <summary>Somebody for whom it is; null for nobody.</summary>
    public string? Person => People[Who];

    public bool IsPost => Endpoint.StartsWith("POST ", StringComparison.Ordinal);

    public string Template => Endpoint.Split(' ')[1];

    /// <summary>All of a portal, in the order of the table.</summary>
    public static IReadOnlyList<FuzzTarget> All(PortalFactory portal)
    {
        var actions = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .SelectMany(
                endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"],
                (endpoint, method) => (Line: $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}", endpoint))
            .ToDictionary(
                item => item.Line,
                item => item.endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()!,
                StringComparer.Ordinal);
        return [.. AccessTable.All
            .Where(line => actions.ContainsKey(line.Key))
            .Select(line => new FuzzTarget(
                line.Key,
                line.Value,
                [.. Names(actions[line.Key], isForm: false)],
                [.. Names(actions[line.Key], isForm: true)]))];
    }

    private static IEnumerable<string> Names(ControllerActionDescriptor action, bool isForm) =>
        from parameter in action.Parameters.OfType<ControllerParameterDescriptor>()
        let source = parameter.BindingInfo?.BindingSource
        where source != BindingSource.Services && source != BindingSource.Path
            && (isForm ? source != BindingSource.Query : source != BindingSource.Form)
        from name in NamesOf(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType, 0)
        select name;

    private static IEnumerable<string> NamesOf(string name, Type type, int depth)
    {
        if (type == typeof(CancellationToken) || depth > Deepest)
        {
            return [];
        }

        if (type != typeof(string) && type.IsGenericType && type.GenericTypeArguments is [.., var item]
            && Nullable.GetUnderlyingType(type) is null)
        {
            return NamesOf($"{name}[0]", item, depth + 1).Append(name);
        }

        return type.Assembly == typeof(Program).Assembly && !type.IsEnum
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanWrite)
                .SelectMany(property => NamesOf(
                    depth == 0 ? property.Name : $"{name}.{property.Name}", property.PropertyType, depth + 1))
            : [name];
    }
}
