using AssistPortal.Assist.Texts;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>What an entry tells, in words.</summary>
/// <param name="Changes">What was one thing and is another.</param>
/// <param name="Facts">What else it says.</param>
/// <param name="Raw">The text as it is stored, where no module can read it; else null.</param>
public sealed record AuditTold(IReadOnlyList<AuditLine> Changes, IReadOnlyList<AuditLine> Facts, string? Raw = null)
{
    /// <summary>All of it as a text of lines, for files.</summary>
    public string InLines(Func<string, string, string> named, Func<string, string, string> changed) =>
        Raw ?? string.Join(
            '\n',
            Changes.Select(line => named(line.Label, changed(Text(line.Before), Text(line.After))))
                .Concat(Facts.Select(line => named(line.Label, Text(line.After)))));

    private static string Text(IEnumerable<AuditLink> parts)
    {
        var text = Wording.List(parts.Select(part => part.Text));
        return text.Length > 0 ? text : "–";
    }
}
