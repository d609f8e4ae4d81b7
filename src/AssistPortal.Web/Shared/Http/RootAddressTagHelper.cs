using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AssistPortal.Web.Shared.Http;

/// <summary>
/// Addresses that begin at the portal's root, <c>~/path</c>; files with a fingerprint by <c>asp-append-version</c>. It
/// stands in for the framework's helpers of links, scripts and pictures, of which two or three worked on each.
/// </summary>
[HtmlTargetElement("a", Attributes = "[href^='~/']")]
[HtmlTargetElement("link", Attributes = "[href^='~/']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = "[src^='~/']")]
[HtmlTargetElement("img", Attributes = "[src^='~/']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("form", Attributes = "[action^='~/']")]
[HtmlTargetElement("button", Attributes = "[formaction^='~/']")]
public sealed class RootAddressTagHelper(AssetAddresses assets) : TagHelper
{
    /// <summary>Where such addresses stand: element and attribute.</summary>
    internal static IEnumerable<(string Element, string Attribute)> Places =>
        from element in new[] { "a", "link", "script", "img", "form", "button" }
        select (element, AttributeOf(element));

    /// <summary>Before the framework's helper of forms, which gives a token to those of the portal.</summary>
    public override int Order => -2000;

    [HtmlAttributeName("asp-append-version")]
    public bool AppendVersion { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = AttributeOf(output.TagName);
        var place = output.Attributes.IndexOfName(name);
        var written = output.Attributes[place];
        var path = written.Value.ToString()![1..];
        var page = ViewContext.HttpContext;
        var address = AppendVersion ? assets.Of(page, path) : $"{page.Request.PathBase}{path}";
        output.Attributes[place] = new TagHelperAttribute(name, new Resolved(address), written.ValueStyle);
    }

    private static string AttributeOf(string element) => element switch
    {
        "form" => "action",
        "button" => "formaction",
        "a" or "link" => "href",
        _ => "src",
    };

    /// <summary>
    /// What the view has encoded already. A form's action that is a plain text counts as another site's with the
    /// framework, which sends no token there.
    /// </summary>
    private sealed class Resolved(string address) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(address);
    }
}
