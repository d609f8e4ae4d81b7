namespace AssistPortal.Web.Features.Staff.Producers;

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
