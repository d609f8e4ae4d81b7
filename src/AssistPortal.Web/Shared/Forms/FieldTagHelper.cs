using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// One form field, made the same way everywhere: label, hint, error and control, tied together for screen readers.
/// <c>&lt;field for="Email" label="…" type="email" autocomplete="email" /&gt;</c>; with <c>items</c> a select or,
/// with <c>radios</c>, a group of radio buttons; with <c>rows</c> a text area. On pages that are looked at most,
/// <c>name</c> and <c>value</c> stand in for <c>for</c>, for which an expression is built each time.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    private static readonly object TakesText = new();

    private static readonly object Takes = new();

    /// <summary>The property of the input model; null where name and value say all.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The field's name, where it is not the property's.</summary>
    public string? Name { get; set; }

    /// <summary>What stands in it, where no property says so.</summary>
    public object? Value { get; set; }

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

    /// <summary>Whether it has a field of any kind.</summary>
    internal static bool IsFilledOn(HttpContext page) => page.Items.ContainsKey(Takes);

    internal static void NoteField(HttpContext page) => page.Items[Takes] = true;

    /// <summary>Input models are bound without a prefix, wherever they stand in the page's model.</summary>
    internal static string NameOf(ModelExpression field) =>
        field.Metadata.PropertyName ?? field.Name[(field.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        NoteField(ViewContext.HttpContext);
        if (!Radios && Items is null)
        {
            ViewContext.HttpContext.Items[TakesText] = true;
        }

        var name = Name
            ?? NameOf(For ?? throw new InvalidOperationException("A field has neither a property nor a name."));
        output.TagName = null;
        output.Content.SetHtmlContent(new FieldMarkup(this, name, ErrorOf(name), texts));
    }

    private string? ErrorOf(string name) =>
        ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors is [var first, ..]
            ? first.ErrorMessage
            : null;
}
