using AssistPortal.Trials;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>How much a service was used in all.</summary>
/// <param name="Service">The service.</param>
/// <param name="Count">Messages, meetings, calls or meetings in rooms.</param>
/// <param name="Days">On how many days.</param>
public sealed record TrialUsage(CloudService Service, int Count, int Days);
