using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>
/// <c>&lt;leave to="/path"&gt;words&lt;/leave&gt;</c>: leads away from a step like a link, but sends the step's form
/// along, so that nothing typed is lost without script either.
/// </summary>
[HtmlTargetElement("leave")]
public sealed class LeaveTagHelper : TagHelper
{
    public string To { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Where the page's form has to be sent to keep it; null on pages without a step's form.</summary>
    internal static string? AddressOn(ViewDataDictionary page) => page["Leave"] as string;

    /// <summary>Address that keeps the form and leads on.</summary>
    internal static string AddressFor(string leave, string to) => $"{leave}?to={Uri.EscapeDataString(to)}";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        var classes = context.AllAttributes["class"]?.Value;
        output.Attributes.SetAttribute("class", $"link-button {classes}".Trim());
        output.Attributes.SetAttribute("form", "step-form");
        output.Attributes.SetAttribute("formaction", AddressFor(AddressOn(ViewContext.ViewData)!, To));
        output.Attributes.SetAttribute("formnovalidate", "formnovalidate");
    }
}
