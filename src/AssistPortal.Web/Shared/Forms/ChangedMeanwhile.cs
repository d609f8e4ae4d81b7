namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// What somebody else has saved while a form was being filled in: label and value of each field that differs.
/// </summary>
public sealed record ChangedMeanwhile(IReadOnlyList<(string Label, string Value)> Saved)
{
    /// <summary>What differs between what was typed and what somebody else has saved.</summary>
    public static ChangedMeanwhile Between(IEnumerable<(string Label, string? Typed, string? Saved)> fields) => new(
        [.. fields
            .Where(field => Tolerant.Text(field.Typed) != Tolerant.Text(field.Saved))
            .Select(field => (field.Label, field.Saved ?? ""))]);
}
