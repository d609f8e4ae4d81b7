using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>A user of an organisation.</summary>
public sealed record MyUserPage
{
    public required Trial Trial { get; init; }

    public required OrganisationMember Member { get; init; }

    public required MyUserInput Input { get; init; }

    public required IReadOnlyList<LicenceChoice> Licences { get; init; }

    /// <summary>Whether it is whoever looks at it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Whether nobody else administers the organisation.</summary>
    public required bool IsOnlyAdministrator { get; init; }

    /// <summary>What somebody else has saved while the form was being filled in.</summary>
    public ChangedMeanwhile? Changed { get; init; }

    public string? Notice { get; init; }

    public string? Refusal { get; init; }

    public string Path => PathOf(Member.Id);

    public static string PathOf(Guid memberId) => $"{MyUserListPage.Path}/{memberId}";
}
