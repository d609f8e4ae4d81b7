using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Assist.Reminders;

/// <summary>When customers are reminded: settings under <c>Ordering</c>.</summary>
internal sealed class ReminderOptions
{
    /// <summary>Hours before the start at which the customer is reminded; 0 reminds nobody.</summary>
    [Range(0, 336)]
    public int ReminderHours { get; set; } = 24;
}
