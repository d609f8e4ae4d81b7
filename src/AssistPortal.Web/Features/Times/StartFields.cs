using AssistPortal.Assist.Scheduling;

namespace AssistPortal.Web.Features.Times;

/// <summary>The fields of a start as a form shows them.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Doubled">The two moments to choose from, where the typed time occurs twice.</param>
public sealed record StartFields(IStartFields Input, LocalTimeReading.Doubled? Doubled)
{
    /// <summary>What the fields' names begin with.</summary>
    public string Prefix { get; init; } = "";
}
