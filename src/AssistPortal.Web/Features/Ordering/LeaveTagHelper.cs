using AssistPortal.Assist.Ordering;
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

    /// <summary>The step whose form stands on the page; null on other pages.</summary>
    internal static OrderStep? StepOn(ViewDataDictionary page) => page["Step"] as OrderStep?;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        var classes = context.AllAttributes["class"]?.Value;
        output.Attributes.SetAttribute("class", $"link-button {classes}".Trim());
        output.Attributes.SetAttribute("form", "step-form");
        output.Attributes.SetAttribute("formaction", StepPaths.Leave(StepOn(ViewContext.ViewData)!.Value, To));
        output.Attributes.SetAttribute("formnovalidate", "formnovalidate");
    }
}
