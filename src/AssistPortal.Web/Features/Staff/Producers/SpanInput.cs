namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A stretch of days, or of exact time, as typed; on the clock of the producer's zone.</summary>
public abstract class SpanInput
{
    /// <summary>First day; in an address also with a time, as in <c>2027-03-14T09:30</c>.</summary>
    public string? From { get; set; }

    /// <summary>Empty for the whole day.</summary>
    public string? FromTime { get; set; }

    /// <summary>Last day; the first one where it is empty.</summary>
    public string? To { get; set; }

    public string? ToTime { get; set; }
}
