namespace AssistPortal.Assist.Scheduling;

/// <summary>How long before its event an order has to be placed.</summary>
public enum LeadTime
{
    /// <summary>Whole days, by <see cref="BookingOptions.LeadTimeDays"/>.</summary>
    Usual,

    /// <summary>A coordinator lets the host order sooner: by <see cref="BookingOptions.UpdateNoticeHours"/>.</summary>
    Short,

    /// <summary>A coordinator orders, and has given a reason: any time that is still to come.</summary>
    Waived,
}
