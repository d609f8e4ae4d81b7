using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>'There is a problem' at the top of a form, each error a link to its field.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(
    IStringLocalizer<SharedTexts> texts, IModelMetadataProvider metadata) : TagHelper
{
    /// <summary>The input model: errors stand in the order of its properties, which is that of the fields.</summary>
    public required ModelExpression Of { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");

        var title = new TagBuilder("h2");
        title.Attributes["id"] = "error-summary-title";
        title.InnerHtml.Append(texts["Form.Problem"]);
        var list = new TagBuilder("ul");
        foreach (var (name, error) in Errors())
        {
            var item = new TagBuilder("li");
            if (name.Length == 0)
            {
                item.InnerHtml.Append(error);
            }
            else
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = $"#{FieldId.Of(name)}";
                link.InnerHtml.Append(error);
                item.InnerHtml.AppendHtml(link);
            }

            list.InnerHtml.AppendHtml(item);
        }

        output.Content.AppendHtml(title).AppendHtml(list);
    }

    private IEnumerable<(string Name, string Error)> Errors() =>
        from entry in ViewContext.ModelState
        where entry.Value.Errors.Count > 0
        orderby PlaceOf(entry.Key)
        select (entry.Key, entry.Value.Errors[0].ErrorMessage);

    private int PlaceOf(string field)
    {
        var fields = metadata.GetMetadataForType(Of.Model?.GetType() ?? Of.Metadata.ModelType).Properties;
        for (var place = 0; place < fields.Count; place++)
        {
            if (fields[place].PropertyName == field.Split('[')[0])
            {
                return place;
            }
        }

        return int.MaxValue;
    }
}
