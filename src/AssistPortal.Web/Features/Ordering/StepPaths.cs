using AssistPortal.Assist.Ordering;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Addresses of the steps: a public contract.</summary>
public static class StepPaths
{
    public const string Order = "assist/order/{draft:guid}";

    public static string Of(Guid draft, OrderStep step) => $"/assist/order/{draft}/{NameOf(step)}";

    /// <summary>Keeps the step's form as it stands, and leads on. It is an address beside the step's own.</summary>
    public static string Leave(OrderStep step, string to) => $"{NameOf(step)}/leave?to={Uri.EscapeDataString(to)}";

    private static string NameOf(OrderStep step) => step switch
    {
        OrderStep.Availability => "availability",
        OrderStep.MeetingLookup => "meeting-lookup",
        OrderStep.EventInformation => "event-information",
        OrderStep.Confirmation => "confirmation",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };
}
