using Microsoft.AspNetCore.Mvc.Rendering;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>Markup of what can be chosen from by radio buttons.</summary>
internal static class Choices
{
    public static void AppendRadios(TagBuilder group, string name, IEnumerable<SelectListItem> items, string chosen)
    {
        var position = 0;
        foreach (var item in items)
        {
            // The error summary's link leads to the first button, which therefore has the field's own id.
            var id = position == 0 ? name : $"{name}-{position}";
            position++;
            var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            radio.AddCssClass("form-check-input");
            radio.Attributes["type"] = "radio";
            radio.Attributes["id"] = id;
            radio.Attributes["name"] = name;
            radio.Attributes["value"] = item.Value;
            if (item.Value == chosen)
            {
                radio.Attributes["checked"] = "checked";
            }

            var label = new TagBuilder("label");
            label.AddCssClass("form-check-label");
            label.Attributes["for"] = id;
            label.InnerHtml.Append(item.Text);
            var check = new TagBuilder("div");
            check.AddCssClass("form-check");
            check.InnerHtml.AppendHtml(radio).AppendHtml(label);
            group.InnerHtml.AppendHtml(check);
        }
    }
}
