using AssistPortal.Assist.Ordering;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>What is still to come of a package or at a site that is about to be taken out of the offer.</summary>
/// <param name="Things">That.</param>
/// <param name="Orders">The order list with all of its coming orders.</param>
public sealed record ComingNotice(ComingThings Things, string Orders);
