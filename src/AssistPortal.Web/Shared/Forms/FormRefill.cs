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
    /// <returns>The page with its form filled in; as it was where it has no such form any more.</returns>
    public static string Fill(string page, IFormCollection typed)
    {
        var document = new HtmlParser().ParseDocument(page);
        if (Find(document, typed) is not { } form)
        {
            return page;
        }

        form.SetAttribute(Mark, "");
        foreach (var part in form.GetAncestors().OfType<IHtmlDetailsElement>())
        {
            part.IsOpen = true;
        }

        var controls = ControlsOf(form).Where(control => NameOf(control) is { } name && IsKept(control, name)).ToList();
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

    private static IHtmlFormElement? Find(IHtmlDocument document, IFormCollection typed)
    {
        var name = typed[TypedForms.Form].ToString();
        return document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
            .Where(form => name is ['#', .. var id]
                ? form.Id == id
                : (form.GetAttribute("action") ?? "") == name)
            .MaxBy(form => ControlsOf(form).Count(control => typed.ContainsKey(NameOf(control) ?? "")));
    }

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
            case IHtmlInputElement:
                control.SetAttribute("value", value);
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
