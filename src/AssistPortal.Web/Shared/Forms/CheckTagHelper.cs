using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>A box to tick: its field is <see cref="Ticked"/> then, and not sent at all otherwise.</summary>
[HtmlTargetElement("check", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper : TagHelper
{
    public const string Ticked = "yes";

    /// <summary>The property of the input model, or one of its fields by key.</summary>
    public required ModelExpression For { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>The form to which it belongs, where it stands outside.</summary>
    public string? Form { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new Box(this));
    }

    private sealed class Box(CheckTagHelper check) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var name = FieldTagHelper.NameOf(check.For);
            var id = FieldId.Of(name);
            var markup = new Markup(writer, encoder).Raw("<div class=\"form-check\"><input");
            if (check.Form is not null)
            {
                markup.Attribute("form", check.Form);
            }

            if (check.Hint is not null)
            {
                markup.Attribute("aria-describedby", $"{id}-hint");
            }

            markup.Raw(check.For.Model is Ticked ? " checked=\"checked\"" : "")
                .Raw(" class=\"form-check-input\"").Attribute("id", id).Attribute("name", name)
                .Raw(" type=\"checkbox\"").Attribute("value", Ticked)
                .Raw(" /><label class=\"form-check-label\"").Attribute("for", id).Raw(">")
                .Text(check.Label)
                .Raw("</label>");
            if (check.Hint is not null)
            {
                markup.Raw("<div class=\"form-text\"").Attribute("id", $"{id}-hint").Raw(">")
                    .Text(check.Hint)
                    .Raw("</div>");
            }

            markup.Raw("</div>");
        }
    }
}
