using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Partners;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A partner with its administrators.</summary>
public sealed record PartnerPage(Partner Partner, IReadOnlyList<PortalUser> Administrators, PartnerMemberInput Input)
{
    public string Path => $"{PartnerListPage.Path}/{Partner.Id}";
}
