using AssistPortal.Data.Accounts;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Users;

internal static class UserStates
{
    public static UserState Of(PortalUser user, Instant now) => user switch
    {
        { IsDeactivated: true } => UserState.Deactivated,
        { LockoutEnd: { } end } when Instant.FromDateTimeOffset(end) > now => UserState.LockedOut,
        { PasswordHash: null } => UserState.Invited,
        _ => UserState.Active,
    };

    /// <summary>Style of a state's badge.</summary>
    public static string StyleOf(UserState state) => state switch
    {
        UserState.Active => "state--placed",
        UserState.Invited => "state--updated",
        UserState.LockedOut => "state--pending",
        _ => "state--failed",
    };
}
