using AssistPortal.Assist.Sites;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>A site's contracts, package by package.</summary>
public sealed record ContractListPage(Site Site, IReadOnlyList<ContractLine> Lines);
