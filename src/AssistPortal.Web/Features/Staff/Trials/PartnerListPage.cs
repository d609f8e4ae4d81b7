using AssistPortal.Trials.Partners;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>All partners, and the form for a further one.</summary>
public sealed record PartnerListPage(IReadOnlyList<Partner> Partners, PartnerInput Input)
{
    public const string Path = "/staff/trials/partners";
}
