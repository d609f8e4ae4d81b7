using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Where views are: beside their controller, in the folder that its namespace names; beside the controllers that it
/// derives from; else in a room that features share. No view is named by its path.
/// </summary>
internal sealed class FeatureViews : IViewLocationExpander, IControllerModelConvention
{
    /// <summary>Folders whose views any feature may show; each name stands in one of them only.</summary>
    public static readonly IReadOnlyList<string> SharedRooms =
    [
        "Features/Times", "Features/Orders", "Features/Orders/Facts", "Features/Orders/Sessions",
        "Features/Orders/Timeline", "Features/Orders/Correspondence", "Features/Orders/Next",
        "Features/Orders/Further",
        "Features/Ordering", "Features/Packages", "Features/Staff/Packages", "Features/Staff/Producers",
        "Features/Staff/Orders/List",
        "Features/Trials/Devices",
        "Features/Layout", "Shared/Charts", "Shared/Forms", "Shared/Times",
    ];

    private const string Folders = "folders";
    private const string Web = "AssistPortal.Web.";

    public void Apply(ControllerModel controller)
    {
        var folders = new List<string>();
        for (var type = controller.ControllerType.AsType(); IsOwn(type); type = type!.BaseType)
        {
            folders.Add(type!.Namespace![Web.Length..].Replace('.', '/'));
        }

        controller.Properties[Folders] = string.Join(':', folders.Distinct(StringComparer.Ordinal));
    }

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor { Properties: var properties }
            && properties.TryGetValue(Folders, out var folders))
        {
            context.Values[Folders] = (string?)folders;
        }
    }

    public IEnumerable<string> ExpandViewLocations(
        ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        (context.Values.TryGetValue(Folders, out var folders) ? folders!.Split(':') : [])
            .Concat(SharedRooms)
            .Select(folder => $"/{folder}/{{0}}.cshtml");

    private static bool IsOwn(Type? type) => type?.Namespace?.StartsWith(Web, StringComparison.Ordinal) == true;
}
