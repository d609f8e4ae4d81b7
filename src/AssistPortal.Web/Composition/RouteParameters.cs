using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AssistPortal.Web.Composition;

/// <summary>
/// What an address says of an action's parameters, it alone says: MVC would let a field of the form with the same name
/// speak for another order, or for none.
/// </summary>
internal sealed class RouteParameters : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var named = action.Controller.Selectors.Concat(action.Selectors)
            .Select(selector => selector.AttributeRouteModel?.Template)
            .OfType<string>()
            .SelectMany(template => RoutePatternFactory.Parse(template).Parameters)
            .Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in action.Parameters.Where(parameter => named.Contains(parameter.Name)))
        {
            parameter.BindingInfo ??= new BindingInfo();
            parameter.BindingInfo.BindingSource ??= BindingSource.Path;
        }
    }
}
