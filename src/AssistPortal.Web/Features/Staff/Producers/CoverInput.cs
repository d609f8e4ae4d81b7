namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Who takes over what, as chosen.</summary>
public sealed class CoverInput : SpanInput
{
    /// <summary>For each live event or session: see <see cref="CoverChoice"/>.</summary>
    public List<string?> Choice { get; } = [];

    /// <summary>Says that the time off is to be noted.</summary>
    public string? TimeOff { get; set; }
}
