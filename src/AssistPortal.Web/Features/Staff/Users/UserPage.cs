using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>An account, or the form of a new one.</summary>
public sealed record UserPage
{
    /// <summary>Null where it is a new one.</summary>
    public PortalUser? User { get; init; }

    public UserState State { get; init; }

    /// <summary>Whether it has an authenticator or a passkey.</summary>
    public bool HasFactors { get; init; }

    /// <summary>Whether it is the account of whoever looks at it.</summary>
    public bool IsOwn { get; init; }

    public required UserInput Input { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }

    public ChangedMeanwhile? Changed { get; init; }

    /// <summary>What has just been done.</summary>
    public string? Notice { get; init; }

    /// <summary>Why nothing was done.</summary>
    public string? Refusal { get; init; }

    public string Path => User is null ? $"{UserListPage.Path}/add" : $"{UserListPage.Path}/{User.Id}";
}
