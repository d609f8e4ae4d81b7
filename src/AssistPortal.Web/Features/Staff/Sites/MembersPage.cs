using AssistPortal.Assist.Sites;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>A site's members.</summary>
public sealed record MembersPage(Site Site, IReadOnlyList<SitePerson> Members, MemberInput Input);
