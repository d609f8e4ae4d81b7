using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace AssistPortal.Web.Composition;

/// <summary>A feature is a folder: views lie beside their controller, in the folder that its namespace names.</summary>
internal sealed class FeatureViews : IViewLocationExpander, IControllerModelConvention
{
    private const string Feature = "feature";
    private const string Features = ".Features.";

    public void Apply(ControllerModel controller)
    {
        var space = controller.ControllerType.Namespace!;
        var feature = space[(space.IndexOf(Features, StringComparison.Ordinal) + Features.Length)..];
        controller.Properties[Feature] = feature.Replace('.', '/');
    }

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor { Properties: var properties }
            && properties.TryGetValue(Feature, out var feature))
        {
            context.Values[Feature] = (string?)feature;
        }
    }

    public IEnumerable<string> ExpandViewLocations(
        ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue(Feature, out var feature))
        {
            yield return $"/Features/{feature}/{{0}}.cshtml";
        }

        foreach (var location in viewLocations)
        {
            yield return location;
        }
    }
}
