using System.Text.Encodings.Web;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AssistPortal.Web.Shared;

/// <summary>A decorative icon of the vendored set: <c>&lt;icon name="check-circle" /&gt;</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(AssetAddresses assets) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(
            new Use(assets.Of(ViewContext.HttpContext, "/lib/bootstrap-icons/icons.svg"), Name));
    }

    private sealed class Use(string sprite, string name) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"");
            writer.Write(sprite);
            writer.Write('#');
            writer.Write(name);
            writer.Write("\"></use></svg>");
        }
    }
}
