using Microsoft.AspNetCore.Mvc.Rendering;
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

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FieldTagHelper.NameOf(For);
        var id = FieldId.Of(name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "form-check");

        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.AddCssClass("form-check-input");
        box.Attributes["type"] = "checkbox";
        box.Attributes["id"] = id;
        box.Attributes["name"] = name;
        box.Attributes["value"] = Ticked;
        if (For.Model is Ticked)
        {
            box.Attributes["checked"] = "checked";
        }

        var label = new TagBuilder("label");
        label.AddCssClass("form-check-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(box).AppendHtml(label);
        if (Hint is not null)
        {
            box.Attributes["aria-describedby"] = $"{id}-hint";
            var hint = new TagBuilder("div");
            hint.AddCssClass("form-text");
            hint.Attributes["id"] = $"{id}-hint";
            hint.InnerHtml.Append(Hint);
            output.Content.AppendHtml(hint);
        }
    }
}
