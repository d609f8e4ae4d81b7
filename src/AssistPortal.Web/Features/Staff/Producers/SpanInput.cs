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

/// <summary>Time off as typed.</summary>
public sealed class TimeOffInput : SpanInput
{
    /// <summary>Key of the time off that is to go. Not called Id: the address has one.</summary>
    public string? Off { get; set; }

    /// <summary>The producer's version as the form was made.</summary>
    public string? Version { get; set; }

    /// <summary>Says that reservations may be left without cover.</summary>
    public string? Confirm { get; set; }
}

/// <summary>Who takes over what, as chosen.</summary>
public sealed class CoverInput : SpanInput
{
    /// <summary>For each live event or session: see <see cref="CoverChoice"/>.</summary>
    public List<string?> Choice { get; } = [];

    /// <summary>Says that the time off is to be noted.</summary>
    public string? TimeOff { get; set; }
}
