using AssistPortal.Assist.Ordering;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Addresses of the steps: a public contract.</summary>
public static class StepPaths
{
    public const string Order = "assist/order/{draft:guid}";

    /// <summary>Where orders are begun: Assist Services, and for customers the staff area.</summary>
    public static string Before(bool isByStaff) => isByStaff ? "/staff/orders/new" : "/assist";

    public static string Of(Guid draft, OrderStep step) => $"/assist/order/{draft}/{NameOf(step)}";

    /// <summary>What keeps the step's form and leads on, as seen from the step.</summary>
    public static string Leave(OrderStep step) => $"{NameOf(step)}/leave";

    private static string NameOf(OrderStep step) => step switch
    {
        OrderStep.Availability => "availability",
        OrderStep.MeetingLookup => "meeting-lookup",
        OrderStep.EventInformation => "event-information",
        OrderStep.Confirmation => "confirmation",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };
}
