using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Partners;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>All partners, and the form for a further one.</summary>
public sealed record PartnerListPage(IReadOnlyList<Partner> Partners, PartnerInput Input)
{
    public const string Path = "/staff/trials/partners";
}

/// <summary>A partner with its administrators.</summary>
public sealed record PartnerPage(Partner Partner, IReadOnlyList<PortalUser> Administrators, PartnerMemberInput Input)
{
    public string Path => $"{PartnerListPage.Path}/{Partner.Id}";
}
