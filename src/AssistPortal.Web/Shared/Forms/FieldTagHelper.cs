using System.Globalization;
using AssistPortal.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// One form field, made the same way everywhere: label, hint, error and control, tied together for screen readers.
/// <c>&lt;field for="Email" label="…" type="email" autocomplete="email" /&gt;</c>; with <c>items</c> a select or,
/// with <c>radios</c>, a group of radio buttons; with <c>rows</c> a text area.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    private static readonly object TakesText = new();

    /// <summary>The property of the input model.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The field's name, where it is not the property's.</summary>
    public string? Name { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>The input's type.</summary>
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>Marks the field as one that may stay empty.</summary>
    public bool Optional { get; set; }

    /// <summary>Width class of the control: short or medium.</summary>
    public string? Width { get; set; }

    /// <summary>Lines of a text area.</summary>
    public int? Rows { get; set; }

    /// <summary>
    /// How many characters people may type, as they see them. The browser counts UTF-16 units: it is told of as many as
    /// there is room for, and the form's rule counts.
    /// </summary>
    public int? Most { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    public bool Radios { get; set; }

    /// <summary>
    /// Further attributes of the control; those that are empty are left out: Razor can't say null here.
    /// </summary>
    [HtmlAttributeName(DictionaryAttributePrefix = "control-")]
    public Dictionary<string, string?> Control { get; set; } = new(StringComparer.Ordinal);

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Whether the page that was rendered has a field that people type into.</summary>
    internal static bool IsTypedOn(HttpContext page) => page.Items.ContainsKey(TakesText);

    private string FieldName => Name ?? NameOf(For);

    private string Id => FieldId.Of(FieldName);

    private string Value => Convert.ToString(For.Model, CultureInfo.InvariantCulture) ?? "";

    private string? Error => ViewContext.ModelState.TryGetValue(FieldName, out var entry) && entry.Errors.Count > 0
        ? entry.Errors[0].ErrorMessage
        : null;

    /// <summary>Input models are bound without a prefix, wherever they stand in the page's model.</summary>
    internal static string NameOf(ModelExpression field) =>
        field.Metadata.PropertyName ?? field.Name[(field.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field field--error");
        if (Radios)
        {
            output.Content.AppendHtml(RadioGroup());
            return;
        }

        if (Items is null)
        {
            ViewContext.HttpContext.Items[TakesText] = true;
        }

        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = Id;
        AppendLabel(label);
        output.Content.AppendHtml(label);
        AppendHintAndError(output.Content);
        output.Content.AppendHtml(Items is not null ? Select() : Rows is not null ? TextArea() : Input());
    }

    private void AppendLabel(TagBuilder label)
    {
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("optional");
            optional.InnerHtml.Append(texts["Form.Optional"]);
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }
    }

    private void AppendHintAndError(Microsoft.AspNetCore.Html.IHtmlContentBuilder content)
    {
        if (Hint is not null)
        {
            var hint = new TagBuilder("div");
            hint.AddCssClass("form-text");
            hint.Attributes["id"] = $"{Id}-hint";
            hint.InnerHtml.Append(Hint);
            content.AppendHtml(hint);
        }

        if (Error is { } error)
        {
            var prefix = new TagBuilder("span");
            prefix.AddCssClass("visually-hidden");
            prefix.InnerHtml.Append(texts["Form.ErrorPrefix"]);
            var paragraph = new TagBuilder("p");
            paragraph.AddCssClass("field__error");
            paragraph.Attributes["id"] = $"{Id}-error";
            paragraph.InnerHtml.AppendHtml(prefix).Append(" ").Append(error);
            content.AppendHtml(paragraph);
        }
    }

    private TagBuilder Input()
    {
        var input = ControlElement("input", "form-control");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Type;
        if (Type is not ("password" or "file"))
        {
            input.Attributes["value"] = Value;
        }

        return input;
    }

    private TagBuilder TextArea()
    {
        var area = ControlElement("textarea", "form-control");
        area.Attributes["rows"] = Rows!.Value.ToString(CultureInfo.InvariantCulture);

        // A browser drops the first line break of a text area: one more keeps what was typed.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        return area;
    }

    private TagBuilder Select()
    {
        var select = ControlElement("select", "form-select");
        select.InnerHtml.AppendHtml(new OptionList(Items!, Value));
        return select;
    }

    private TagBuilder RadioGroup()
    {
        var fieldset = new TagBuilder("fieldset");
        Describe(fieldset);
        var legend = new TagBuilder("legend");
        legend.AddCssClass("form-label");
        AppendLabel(legend);
        fieldset.InnerHtml.AppendHtml(legend);
        AppendHintAndError(fieldset.InnerHtml);
        Choices.AppendRadios(fieldset, FieldName, Items ?? [], Value);
        return fieldset;
    }

    private TagBuilder ControlElement(string tag, string cssClass)
    {
        var element = new TagBuilder(tag);
        if (Error is not null)
        {
            element.AddCssClass("is-invalid");
        }

        if (Width is not null)
        {
            element.AddCssClass($"field__input--{Width}");
        }

        element.AddCssClass(cssClass);
        element.Attributes["id"] = Id;
        element.Attributes["name"] = FieldName;
        if (Autocomplete is not null)
        {
            element.Attributes["autocomplete"] = Autocomplete;
        }

        if (Inputmode is not null)
        {
            element.Attributes["inputmode"] = Inputmode;
        }

        if (Most is { } most)
        {
            element.Attributes["maxlength"] = TypedText.Units(most).ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in Control.Where(attribute => !string.IsNullOrEmpty(attribute.Value)))
        {
            element.Attributes[name] = value;
        }

        Describe(element);
        return element;
    }

    private void Describe(TagBuilder element)
    {
        if (Error is not null && element.TagName != "fieldset")
        {
            element.Attributes["aria-invalid"] = "true";
        }

        var ids = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }
            .Where(id => id is not null));
        if (ids.Length > 0)
        {
            element.Attributes["aria-describedby"] = ids;
        }
    }
}
