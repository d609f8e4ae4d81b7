using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AssistPortal.Web.Shared.Kept;

/// <summary>
/// A partial view that is rendered once for each model and language: <c>&lt;kept name="_Files" model="…" /&gt;</c>.
/// </summary>
[HtmlTargetElement("kept", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeptTagHelper(KeptParts parts) : TagHelper
{
    public required string Name { get; set; }

    /// <summary>All that the part depends on but the language: a record of values.</summary>
    public required object Model { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(await parts.OfAsync(ViewContext, Name, Model));
    }
}
