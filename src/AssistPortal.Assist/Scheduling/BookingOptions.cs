using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Assist.Scheduling;

/// <summary>When events may be booked, and for how long a producer is held: settings under <c>Ordering</c>.</summary>
public sealed class BookingOptions
{
    /// <summary>Least whole days from the day of ordering to the event's day, in the event's zone.</summary>
    [Range(0, 365)]
    public int LeadTimeDays { get; set; } = 14;

    /// <summary>How many months ahead an event may lie.</summary>
    [Range(1, 60)]
    public int HorizonMonths { get; set; } = 12;

    /// <summary>Least hours from an update to the new start.</summary>
    [Range(0, 720)]
    public int UpdateNoticeHours { get; set; } = 24;

    /// <summary>For how many minutes a passed step keeps the producer reserved.</summary>
    [Range(1, 1440)]
    public int HoldMinutes { get; set; } = 30;
}
