namespace AssistPortal.Web.Features.Ordering;

/// <summary>The fields of the contact.</summary>
/// <param name="Input">As typed.</param>
/// <param name="IsForStaff">
/// Whether a coordinator fills them in for somebody else: the browser then proposes nothing.
/// </param>
public sealed record ContactFields(AvailabilityInput Input, bool IsForStaff);
