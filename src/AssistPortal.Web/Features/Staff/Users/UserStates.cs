using AssistPortal.Data.Accounts;

namespace AssistPortal.Web.Features.Staff.Users;

internal static class UserStates
{
    public static UserState Of(PortalUser user) => user switch
    {
        { IsDeactivated: true } => UserState.Deactivated,
        { PasswordHash: null } => UserState.Invited,
        _ => UserState.Active,
    };

    /// <summary>Style of a state's badge.</summary>
    public static string StyleOf(UserState state) => state switch
    {
        UserState.Active => "state--placed",
        UserState.Invited => "state--updated",
        _ => "state--failed",
    };
}
