using System.Net;

namespace AssistPortal.Benchmarks.Http;

/// <summary>
/// Reads the fields of a form as a browser would send them, in one pass over the text. It knows only what the portal's
/// pages look like: attributes in double quotes, no forms within forms.
/// </summary>
internal static class FormReader
{
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>The antiforgery token of the page's first form that has one.</summary>
    public static string Token(string html)
    {
        var at = html.IndexOf($"name=\"{TokenField}\"", StringComparison.Ordinal);
        var end = at < 0 ? -1 : html.IndexOf('>', at);
        return end < 0
            ? throw new InvalidOperationException("The page has no form with a token.")
            : Attribute(html.AsSpan(at, end - at), "value") ?? "";
    }

    /// <summary>The value of a field, by its tag.</summary>
    public static string Value(string tag) => Attribute(tag, "value") ?? "";

    /// <summary>Names and values of the form's fields, without buttons.</summary>
    /// <param name="html">The page.</param>
    /// <param name="formId">The form's id.</param>
    public static Dictionary<string, string> Read(string html, string formId)
    {
        var start = html.IndexOf($"id=\"{formId}\"", StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf("</form>", start, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new InvalidOperationException($"The page has no form {formId}.");
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = html.AsSpan(start, end - start);
        for (var at = rest.IndexOf('<'); at >= 0; at = rest.IndexOf('<'))
        {
            rest = rest[(at + 1)..];
            if (rest.StartsWith("input "))
            {
                ReadInput(rest[..rest.IndexOf('>')], fields);
            }
            else if (rest.StartsWith("select "))
            {
                rest = ReadSelect(rest, fields);
            }
            else if (rest.StartsWith("textarea "))
            {
                var tag = rest.IndexOf('>');
                var text = rest[(tag + 1)..rest.IndexOf("</textarea>", StringComparison.Ordinal)];
                fields[Attribute(rest[..tag], "name") ?? ""] = WebUtility.HtmlDecode(text.ToString())
                    .TrimStart('\r', '\n');
            }
        }

        return fields;
    }

    private static void ReadInput(ReadOnlySpan<char> tag, Dictionary<string, string> fields)
    {
        var isChoice = Attribute(tag, "type") is "radio" or "checkbox";
        if (Attribute(tag, "name") is { } name && (!isChoice || tag.Contains(" checked", StringComparison.Ordinal)))
        {
            fields[name] = Attribute(tag, "value") ?? "";
        }
    }

    /// <summary>
    /// The option that is marked, else the first; leaves out all others at once, for there are hundreds.
    /// </summary>
    private static ReadOnlySpan<char> ReadSelect(ReadOnlySpan<char> select, Dictionary<string, string> fields)
    {
        var tag = select.IndexOf('>');
        var all = select[tag..select.IndexOf("</select>", StringComparison.Ordinal)];
        var marked = all.IndexOf(" selected", StringComparison.Ordinal);
        var option = marked < 0
            ? all.IndexOf("<option", StringComparison.Ordinal)
            : all[..marked].LastIndexOf("<option", StringComparison.Ordinal);
        if (option >= 0 && Attribute(select[..tag], "name") is { } name)
        {
            var marker = all[option..];
            fields[name] = Attribute(marker[..marker.IndexOf('>')], "value") ?? "";
        }

        return select[(tag + all.Length)..];
    }

    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var value = tag[(at + name.Length + 3)..];
        var end = value.IndexOf('"');
        return WebUtility.HtmlDecode((end < 0 ? value : value[..end]).ToString());
    }
}
