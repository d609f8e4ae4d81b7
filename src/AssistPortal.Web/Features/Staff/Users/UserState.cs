namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>Whether somebody can sign in.</summary>
public enum UserState
{
    Active,

    /// <summary>No password has been set yet.</summary>
    Invited,

    /// <summary>Locked out by an administrator.</summary>
    Deactivated,
}
