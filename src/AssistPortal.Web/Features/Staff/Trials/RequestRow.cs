using AssistPortal.Trials.HelpDesk;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A request in the queue.</summary>
/// <param name="Request">The request.</param>
/// <param name="Company">The customer; null where no trial is known.</param>
/// <param name="Taker">Who has taken it; null for nobody.</param>
public sealed record RequestRow(HelpDeskRequest Request, string? Company, string? Taker);
