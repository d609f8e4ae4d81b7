using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Assist.Ordering;

/// <summary>Settings under <c>Ordering</c>.</summary>
public sealed class OrderingOptions
{
    /// <summary>Least whole days from the day of ordering to the event's day, in the event's zone.</summary>
    [Range(0, 365)]
    public int LeadTimeDays { get; set; } = 14;

    /// <summary>How many months ahead an event may lie.</summary>
    [Range(1, 60)]
    public int HorizonMonths { get; set; } = 12;

    /// <summary>For how many minutes a passed step keeps the producer reserved.</summary>
    [Range(1, 1440)]
    public int HoldMinutes { get; set; } = 30;

    /// <summary>For how many drafts a host may hold producers at a time; the oldest hold is given up for a further one.</summary>
    [Range(1, 100)]
    public int MostHolds { get; set; } = 10;

    /// <summary>How many unfinished orders of a host are kept; the one left alone longest goes for a further one.</summary>
    [Range(1, 1000)]
    public int MostDrafts { get; set; } = 100;

    /// <summary>Least hours from an update to the new start.</summary>
    [Range(0, 720)]
    public int UpdateNoticeHours { get; set; } = 24;

    /// <summary>Hours before the start at which the customer is reminded; 0 reminds nobody.</summary>
    [Range(0, 336)]
    public int ReminderHours { get; set; } = 24;
}
