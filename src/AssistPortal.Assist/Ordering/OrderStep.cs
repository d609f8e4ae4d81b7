namespace AssistPortal.Assist.Ordering;

/// <summary>The four steps of ordering, in their order.</summary>
public enum OrderStep
{
    Availability = 1,
    MeetingLookup = 2,
    EventInformation = 3,
    Confirmation = 4,
}
