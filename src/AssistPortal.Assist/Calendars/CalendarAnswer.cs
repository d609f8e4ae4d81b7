using AssistPortal.Assist.Producers;
using NodaTime;

namespace AssistPortal.Assist.Calendars;

/// <summary>What a calendar's host has answered.</summary>
internal abstract record CalendarAnswer
{
    /// <param name="Text">The calendar.</param>
    /// <param name="ETag">The version, as the host names it.</param>
    /// <param name="LastModified">The same by date.</param>
    public sealed record Read(string Text, string? ETag, Instant? LastModified) : CalendarAnswer;

    /// <summary>It is as it was.</summary>
    public sealed record Unchanged : CalendarAnswer;

    public sealed record Failed(CalendarFault Fault) : CalendarAnswer;
}
