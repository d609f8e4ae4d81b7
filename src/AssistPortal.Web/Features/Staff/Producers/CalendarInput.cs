namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>The calendar outside the portal that is to be read for a producer.</summary>
public sealed class CalendarInput
{
    /// <summary>Its private address, as typed.</summary>
    public string? Address { get; set; }
}
