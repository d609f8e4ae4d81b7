namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>What the address says of the list of users; all of it may be missing.</summary>
public sealed class MyUserListInput
{
    /// <summary>Part of a name or an address.</summary>
    public string? Q { get; set; }

    /// <summary>The list goes on behind this user.</summary>
    public string? After { get; set; }
}
