using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// A page's main form, in which somebody types: the header's buttons send it along, so that nothing of it is lost
/// without script either. It is the one called step-form, or the one with <c>keep-typed</c>. Without a name it is given
/// that one. The first of a page counts. A browser sends one form alone: what is typed in other parts of the page
/// belongs to it too (<c>form</c>), and they have buttons that lead elsewhere (<c>formaction</c>).
/// </summary>
[HtmlTargetElement("form", Attributes = "[id=step-form]")]
[HtmlTargetElement("form", Attributes = "keep-typed")]
public sealed class MainFormTagHelper : TagHelper
{
    private const string Usual = "step-form";

    private static readonly object Main = new();

    /// <summary>Whether it is the page's main form: of several, the one that was refused may be it.</summary>
    public bool KeepTyped { get; set; }

    /// <summary>Whether parts of the page belong to it, each with a button of its own.</summary>
    public bool HasParts { get; set; }

    /// <summary>
    /// Where Enter leads in the one part of several whose fields take it, as boxes to tick do; null where none does.
    /// </summary>
    public string? Enter { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The rendered page's main form; null where nothing is to be typed there.</summary>
    internal static MainForm? On(HttpContext page) =>
        FieldTagHelper.IsFilledOn(page) ? page.Items[Main] as MainForm : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isNamed = context.AllAttributes.ContainsName("keep-typed");
        if (isNamed && !KeepTyped)
        {
            return;
        }

        if (context.AllAttributes["id"]?.Value.ToString() is not { Length: > 0 } id)
        {
            id = Usual;
            output.Attributes.SetAttribute("id", id);
        }

        ViewContext.HttpContext.Items.TryAdd(Main, new MainForm(id, HasParts, Enter));
        if (isNamed)
        {
            FieldTagHelper.NoteField(ViewContext.HttpContext);
        }
    }
}

/// <summary>A page's main form.</summary>
/// <param name="Id">Its id.</param>
/// <param name="HasParts">Whether each part of it has a button of its own.</param>
/// <param name="Enter">Where Enter leads then; null for nowhere.</param>
internal sealed record MainForm(string Id, bool HasParts, string? Enter);
