using System.Globalization;
using System.Text.Encodings.Web;
using AssistPortal.Data;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>What <see cref="FieldTagHelper"/> makes of a field.</summary>
/// <param name="tag">The field as the page asks for it.</param>
/// <param name="name">Its name.</param>
/// <param name="error">What is wrong with it; null for nothing.</param>
/// <param name="texts">Words of forms.</param>
internal sealed class FieldMarkup(
    FieldTagHelper tag, string name, string? error, IStringLocalizer<SharedTexts> texts) : IHtmlContent
{
    private readonly string id = FieldId.Of(name);

    private readonly string value = Convert.ToString(
        tag.For is { } property ? property.Model : tag.Value, CultureInfo.InvariantCulture) ?? "";

    private string? DescribedBy => (tag.Hint, error) switch
    {
        (null, null) => null,
        (_, null) => $"{id}-hint",
        (null, _) => $"{id}-error",
        _ => $"{id}-hint {id}-error",
    };

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var markup = new Markup(writer, encoder);
        markup.Raw(error is null ? "<div class=\"field\">" : "<div class=\"field field--error\">");
        if (tag.Radios)
        {
            WriteGroup(markup);
        }
        else
        {
            markup.Raw("<label class=\"form-label\"").Attribute("for", id).Raw(">");
            WriteLabel(markup);
            markup.Raw("</label>");
            WriteHintAndError(markup);
            WriteControl(markup, writer, encoder);
        }

        markup.Raw("</div>");
    }

    private void WriteGroup(Markup markup)
    {
        markup.Raw("<fieldset");
        if (DescribedBy is { } described)
        {
            markup.Attribute("aria-describedby", described);
        }

        markup.Raw("><legend class=\"form-label\">");
        WriteLabel(markup);
        markup.Raw("</legend>");
        WriteHintAndError(markup);
        WriteRadios(markup);
        markup.Raw("</fieldset>");
    }

    private void WriteRadios(Markup markup)
    {
        foreach (var (position, item) in (tag.Items ?? []).Index())
        {
            // The error summary's link leads to the first button, which therefore has the field's own id.
            var own = position == 0 ? name : $"{name}-{position}";
            markup.Raw("<div class=\"form-check\"><input")
                .Raw(item.Value == value ? " checked=\"checked\"" : "")
                .Raw(" class=\"form-check-input\"").Attribute("id", own).Attribute("name", name)
                .Raw(" type=\"radio\"").Attribute("value", item.Value)
                .Raw(" /><label class=\"form-check-label\"").Attribute("for", own).Raw(">")
                .Text(item.Text)
                .Raw("</label></div>");
        }
    }

    private void WriteLabel(Markup markup)
    {
        markup.Text(tag.Label);
        if (tag.Optional)
        {
            markup.Raw(" <span class=\"optional\">").Text(texts["Form.Optional"]).Raw("</span>");
        }
    }

    private void WriteHintAndError(Markup markup)
    {
        if (tag.Hint is not null)
        {
            markup.Raw("<div class=\"form-text\"").Attribute("id", $"{id}-hint").Raw(">")
                .Text(tag.Hint)
                .Raw("</div>");
        }

        if (error is not null)
        {
            markup.Raw("<p class=\"field__error\"").Attribute("id", $"{id}-error")
                .Raw("><span class=\"visually-hidden\">").Text(texts["Form.ErrorPrefix"]).Raw("</span> ")
                .Text(error)
                .Raw("</p>");
        }
    }

    private void WriteControl(Markup markup, TextWriter writer, HtmlEncoder encoder)
    {
        if (tag.Items is { } items)
        {
            WriteAttributes(markup.Raw("<select"), Attributes("form-select"));
            markup.Raw(">");
            new OptionList(items, value).WriteTo(writer, encoder);
            markup.Raw("</select>");
        }
        else if (tag.Rows is { } rows)
        {
            var attributes = Attributes("form-control");
            attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
            WriteAttributes(markup.Raw("<textarea"), attributes);

            // A browser drops the first line break of a text area: one more keeps what was typed.
            markup.Raw(">\n").Text(value).Raw("</textarea>");
        }
        else
        {
            var attributes = Attributes("form-control");
            attributes["type"] = tag.Type;
            if (tag.Type is not ("password" or "file"))
            {
                attributes["value"] = value;
            }

            WriteAttributes(markup.Raw("<input"), attributes);
            markup.Raw(" />");
        }
    }

    /// <summary>Attributes of the control, in the order of their names.</summary>
    private AttributeDictionary Attributes(string style)
    {
        style = tag.Width is null ? style : $"field__input--{tag.Width} {style}";
        var attributes = new AttributeDictionary
        {
            ["class"] = error is null ? style : $"is-invalid {style}",
            ["id"] = id,
            ["name"] = name,
        };
        if (tag.Autocomplete is not null)
        {
            attributes["autocomplete"] = tag.Autocomplete;
        }

        if (tag.Inputmode is not null)
        {
            attributes["inputmode"] = tag.Inputmode;
        }

        if (tag.Most is { } most)
        {
            attributes["maxlength"] = TypedText.Units(most).ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (own, typed) in tag.Control)
        {
            if (!string.IsNullOrEmpty(typed))
            {
                attributes[own] = typed;
            }
        }

        if (error is not null)
        {
            attributes["aria-invalid"] = "true";
        }

        if (DescribedBy is { } described)
        {
            attributes["aria-describedby"] = described;
        }

        return attributes;
    }

    private static void WriteAttributes(Markup markup, AttributeDictionary attributes)
    {
        foreach (var (own, typed) in attributes)
        {
            markup.Attribute(own, typed);
        }
    }
}
