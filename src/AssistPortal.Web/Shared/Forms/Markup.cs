using System.Text.Encodings.Web;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// Elements written straight to the response. Tag builders keep, sort and copy each attribute first, which is most of
/// what a page with many fields costs.
/// </summary>
internal readonly struct Markup(TextWriter writer, HtmlEncoder encoder)
{
    /// <summary>Markup as it is.</summary>
    public Markup Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>What people see: it is encoded.</summary>
    public Markup Text(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            encoder.Encode(writer, text);
        }

        return this;
    }

    /// <summary>An attribute; its value is encoded, its name is not.</summary>
    public Markup Attribute(string name, string? value)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        Text(value);
        writer.Write('"');
        return this;
    }
}
