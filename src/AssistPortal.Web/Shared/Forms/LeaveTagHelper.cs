using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// <c>&lt;leave to="/path"&gt;words&lt;/leave&gt;</c>: leads away from a page like a link, but sends its form along, so
/// that nothing typed is lost without script either.
/// </summary>
[HtmlTargetElement("leave")]
public sealed class LeaveTagHelper : TagHelper
{
    public string To { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>
    /// Where the page's form goes to be kept, as seen from the page; null on pages that keep none.
    /// </summary>
    internal static string? AddressOn(ViewDataDictionary page) => page["Leave"] as string;

    /// <summary>Keeps the form, and leads on.</summary>
    internal static string AddressFor(string leave, string to) => $"{leave}?to={Uri.EscapeDataString(to)}";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var classes = context.AllAttributes["class"]?.Value;
        output.TagName = "button";
        output.Attributes.SetAttribute("class", $"link-button {classes}".Trim());
        output.Attributes.SetAttribute("form", "step-form");
        output.Attributes.SetAttribute("formaction", AddressFor(AddressOn(ViewContext.ViewData)!, To));
        output.Attributes.SetAttribute("formnovalidate", "formnovalidate");
    }
}
