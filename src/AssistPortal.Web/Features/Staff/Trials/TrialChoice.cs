namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A trial to which something can be shipped.</summary>
public sealed record TrialChoice(Guid Id, string Company, string PartnerName);
