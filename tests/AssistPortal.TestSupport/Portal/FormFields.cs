using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace AssistPortal.TestSupport.Portal;

/// <summary>What a browser sends of a form.</summary>
internal static class FormFields
{
    /// <summary>The form to which a button belongs, by its <c>form</c> attribute or by where it stands.</summary>
    public static IHtmlFormElement? FormOf(IElement button) => button.GetAttribute("form") is { } id
        ? button.Owner!.GetElementById(id) as IHtmlFormElement
        : button.Closest("form") as IHtmlFormElement;

    /// <summary>The button that the Enter key presses: the first in the page's order, wherever it stands.</summary>
    public static IElement? FirstButton(IHtmlFormElement form) => Buttons(form).FirstOrDefault();

    /// <summary>The large button, which people press; else the first that sends the form to its own address.</summary>
    public static IElement? MainButton(IHtmlFormElement form) =>
        Buttons(form).LastOrDefault(button => button.ClassList.Contains("btn-lg"))
        ?? Buttons(form).FirstOrDefault(button => !button.HasAttribute("formaction"))
        ?? FirstButton(form);

    /// <summary>Names and values as they stand, without buttons.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IHtmlFormElement form) =>
        from control in form.Owner!.QuerySelectorAll("input, select, textarea")
        where FormOf(control) == form && !control.HasAttribute("disabled")
        let name = control.GetAttribute("name")
        where !string.IsNullOrEmpty(name)
        let value = ValueOf(control)
        where value is not null
        select KeyValuePair.Create(name, value);

    /// <exception cref="InvalidOperationException">A change is for a field that the form does not have.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> ToSend(
        IHtmlFormElement form, Dictionary<string, string?> changes, IElement? button)
    {
        var names = form.Owner!.QuerySelectorAll("input, select, textarea")
            .Where(control => FormOf(control) == form)
            .Select(control => control.GetAttribute("name"))
            .ToHashSet(StringComparer.Ordinal);
        if (changes.Keys.FirstOrDefault(name => !names.Contains(name)) is { } missing)
        {
            throw new InvalidOperationException(
                $"The form has no field {missing}, only {string.Join(", ", names)}.");
        }

        var fields = Of(form).Where(field => !changes.ContainsKey(field.Key))
            .Concat(changes.Where(change => change.Value is not null)
                .Select(change => KeyValuePair.Create(change.Key, change.Value!)));
        if (button?.GetAttribute("name") is { Length: > 0 } name)
        {
            fields = fields.Append(KeyValuePair.Create(name, button.GetAttribute("value") ?? ""));
        }

        // A browser sends line breaks as CR LF.
        return [.. fields.Select(field => KeyValuePair.Create(field.Key, LineBreaks(field.Value)))];
    }

    private static IEnumerable<IElement> Buttons(IHtmlFormElement form) =>
        form.Owner!.QuerySelectorAll("button, input[type=submit]")
            .Where(button => FormOf(button) == form && button.GetAttribute("type") is null or "submit");

    private static string LineBreaks(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace("\n", "\r\n", StringComparison.Ordinal);

    private static string? ValueOf(IElement control) => control switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked ? choice.Value : null,
        IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } => null,
        IHtmlInputElement input => input.GetAttribute("value") ?? "",
        IHtmlSelectElement select => (select.Options.LastOrDefault(option => option.HasAttribute("selected"))
            ?? select.Options.FirstOrDefault())?.Value,
        IHtmlTextAreaElement area => area.TextContent,
        _ => null,
    };
}
