using AssistPortal.Data.Accounts;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>A line of the list.</summary>
public sealed record UserRow(PortalUser User, IReadOnlyList<string> Roles, UserState State);
