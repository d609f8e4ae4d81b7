namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>What the address says of the list of users; all of it may be missing.</summary>
public sealed class UserListInput
{
    /// <summary>Part of a name, an address or a company.</summary>
    public string? Q { get; set; }

    /// <summary>One of the portal's roles.</summary>
    public string? Role { get; set; }

    /// <summary>The list goes on behind this account.</summary>
    public string? After { get; set; }
}
