using AssistPortal.Assist.Ordering;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Addresses of the steps: a public contract.</summary>
public static class StepPaths
{
    public const string Order = "assist/order/{draft:guid}";

    public static string Of(Guid draft, OrderStep step) => $"/assist/order/{draft}/{NameOf(step)}";

    /// <summary>Keeps the step's form as it stands, and leads on to where the query's <c>to</c> says.</summary>
    public static string Leave(Guid draft, OrderStep step) => $"{Of(draft, step)}/leave";

    private static string NameOf(OrderStep step) => step switch
    {
        OrderStep.Availability => "availability",
        OrderStep.MeetingLookup => "meeting-lookup",
        OrderStep.EventInformation => "event-information",
        OrderStep.Confirmation => "confirmation",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };
}
