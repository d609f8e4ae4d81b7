namespace AssistPortal.Assist.Ordering;

/// <summary>Which step of an order may be entered, and what comes next: a pure function of the draft.</summary>
public static class OrderJourney
{
    /// <summary>
    /// The furthest step that the draft may enter. Confirmation is entered by placing the order only.
    /// </summary>
    /// <param name="draft">The draft.</param>
    /// <param name="scheduledFirst">Whether the draft's package wants the meeting scheduled before the order.</param>
    public static OrderStep LastAllowed(OrderDraft draft, bool scheduledFirst)
    {
        if (draft.Time is null)
        {
            return OrderStep.Availability;
        }

        return draft.Lookup is null || (scheduledFirst && draft.Lookup.IsScheduled is null)
            ? OrderStep.MeetingLookup
            : OrderStep.EventInformation;
    }

    public static bool MayEnter(OrderStep step, OrderDraft draft, bool scheduledFirst) =>
        step <= LastAllowed(draft, scheduledFirst);

    /// <summary>The step after a passed one, or the earlier one that a change has opened again.</summary>
    public static OrderStep Next(OrderStep passed, OrderDraft draft, bool scheduledFirst)
    {
        var last = LastAllowed(draft, scheduledFirst);
        return passed + 1 < last ? passed + 1 : last;
    }
}
