using System.Collections.Immutable;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Primitives;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// Writes what somebody typed into the page that they see again, whatever its form is made of. Passwords, files and
/// tokens are not typed again by anybody but themselves.
/// </summary>
internal static class FormRefill
{
    /// <summary>On the form in which something was typed.</summary>
    private const string Mark = "data-typed";

    /// <param name="page">The page, in HTML.</param>
    /// <param name="typed">The form as it was sent, with the field that tells which one it is.</param>
    /// <returns>
    /// The page with its form filled in; null where it shows all of it already, or has no such form any more.
    /// </returns>
    public static string? Fill(string page, IFormCollection typed)
    {
        var document = new HtmlParser().ParseDocument(page);
        if (Find(document, typed) is not { } form || !Differs(form, typed))
        {
            return null;
        }

        form.SetAttribute(Mark, "");
        foreach (var part in form.GetAncestors().OfType<IHtmlDetailsElement>())
        {
            part.IsOpen = true;
        }

        var controls = KeptOf(form).ToList();
        foreach (var choice in controls.OfType<IHtmlInputElement>().Where(IsChoice))
        {
            choice.ToggleAttribute("checked", typed[NameOf(choice)!].Contains(choice.Value));
        }

        var fields = controls.Where(control => !IsChoice(control))
            .GroupBy(control => NameOf(control)!, StringComparer.Ordinal)
            .Where(field => typed.ContainsKey(field.Key))
            .ToList();
        var areRowsTheSame = fields.All(field => field.Count() == 1 || AreSame([.. field], typed[field.Key]));
        foreach (var field in fields.Where(field => areRowsTheSame || field.Count() == 1))
        {
            foreach (var (control, value) in field.Zip(typed[field.Key], (control, value) => (control, value ?? "")))
            {
                Write(control, value.ReplaceLineEndings("\n"));
            }
        }

        return document.ToHtml();
    }

    /// <summary>Whether somebody has typed in the form since the page was shown to them.</summary>
    /// <param name="page">The page as it is shown to them, in HTML.</param>
    /// <param name="sent">The form as it was sent, with the field that tells which one it is.</param>
    public static bool IsTypedIn(string page, IFormCollection sent) =>
        Find(new HtmlParser().ParseDocument(page), sent) is not { } form || Differs(form, sent);

    /// <summary>
    /// Whether what was sent is not what the form shows. Fields that nobody sees, or that were not there, are nothing
    /// that was typed; nor are blanks and rows that stayed empty.
    /// </summary>
    private static bool Differs(IHtmlFormElement form, IFormCollection sent) => KeptOf(form)
        .GroupBy(control => NameOf(control)!, StringComparer.Ordinal)
        .Where(field => field.Any(control => control is not IHtmlInputElement { Type: "hidden" })
            && (sent.ContainsKey(field.Key) || field.All(IsChoice)))
        .Any(field => !Written(field.Select(ValueOf)).SequenceEqual(Written(sent[field.Key]), StringComparer.Ordinal));

    private static IEnumerable<string> Written(IEnumerable<string?> values) =>
        values.Select(value => (value ?? "").ReplaceLineEndings("\n").Trim()).Where(value => value.Length > 0);

    /// <summary>What a browser sends of a control as it is shown; null for nothing.</summary>
    private static string? ValueOf(IElement control) => control switch
    {
        IHtmlInputElement choice when IsChoice(choice) => choice.HasAttribute("checked") ? choice.Value : null,
        IHtmlSelectElement select => (select.Options.LastOrDefault(option => option.HasAttribute("selected"))
            ?? select.Options.FirstOrDefault(option => !option.IsDisabled))?.Value,
        IHtmlTextAreaElement area => area.TextContent,
        _ => control.GetAttribute("value"),
    };

    private static IHtmlFormElement? Find(IHtmlDocument document, IFormCollection typed)
    {
        var name = typed[TypedForms.Form].ToString();
        return document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
            .Where(form => name is ['#', .. var id]
                ? form.Id == id
                : (form.GetAttribute("action") ?? "") == name)
            .MaxBy(form => ControlsOf(form).Count(control => typed.ContainsKey(NameOf(control) ?? "")));
    }

    private static IEnumerable<IElement> KeptOf(IHtmlFormElement form) =>
        ControlsOf(form).Where(control => NameOf(control) is { } name && IsKept(control, name));

    private static IEnumerable<IElement> ControlsOf(IHtmlFormElement form) =>
        form.Owner!.QuerySelectorAll("input, select, textarea").Where(control =>
            control.GetAttribute("form") is { } id ? id == form.Id : control.Closest("form") == form);

    private static string? NameOf(IElement control) => control.GetAttribute("name");

    private static bool IsKept(IElement control, string name) =>
        TypedForms.IsOwn(name)
        && !control.HasAttribute("disabled")
        && control is not IHtmlInputElement
        {
            Type: "password" or "file" or "submit" or "button" or "image" or "reset",
        };

    private static bool IsChoice(IElement control) => control is IHtmlInputElement { Type: "checkbox" or "radio" };

    /// <summary>
    /// Whether fields of the same name still stand for the same: a row more or less, and each would get another's.
    /// </summary>
    private static bool AreSame(ImmutableArray<IElement> rows, StringValues values) =>
        rows.Length == values.Count
        && rows.Zip(values).All(row =>
            row.First is not IHtmlInputElement { Type: "hidden" } key || key.GetAttribute("value") == row.Second);

    private static void Write(IElement control, string value)
    {
        switch (control)
        {
            case IHtmlSelectElement select when select.Options.Any(option => option.Value == value):
                foreach (var option in select.Options)
                {
                    option.ToggleAttribute("selected", option.Value == value);
                }

                break;
            case IHtmlTextAreaElement:
                control.TextContent = value;
                break;
            case IHtmlInputElement when value != control.GetAttribute("value"):
                control.SetAttribute("value", value);

                // What a script shows instead of the value stands for the former one.
                control.RemoveAttribute("data-label");
                break;
        }
    }

    private static void ToggleAttribute(this IElement element, string name, bool isOn)
    {
        if (isOn)
        {
            element.SetAttribute(name, name);
        }
        else
        {
            element.RemoveAttribute(name);
        }
    }
}
