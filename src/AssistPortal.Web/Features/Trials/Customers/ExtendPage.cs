namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Several trials that are extended together.</summary>
/// <param name="Lines">A line each, those that end first at the top.</param>
public sealed record ExtendPage(IReadOnlyList<ExtendLine> Lines)
{
    public bool HasAny => Lines.Any(line => line.Refusal is null);
}
