using AssistPortal.Data.Accounts;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>Whether somebody can sign in.</summary>
public enum UserState
{
    Active,

    /// <summary>No password has been set yet.</summary>
    Invited,

    /// <summary>Locked out for a while by wrong passwords.</summary>
    LockedOut,

    /// <summary>Locked out by an administrator.</summary>
    Deactivated,
}

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
