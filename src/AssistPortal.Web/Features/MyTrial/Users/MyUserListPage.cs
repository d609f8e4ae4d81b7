using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>A page of an organisation's users, with the form of a new one.</summary>
public sealed record MyUserListPage
{
    public const string Path = "/my-trial/users";

    public required Trial Trial { get; init; }

    public required IReadOnlyList<LicenceChoice> Licences { get; init; }

    public required MyUserListInput Filter { get; init; }

    public required NewMyUserInput Input { get; init; }

    public required IReadOnlyList<OrganisationMember> Rows { get; init; }

    public required bool HasMore { get; init; }

    /// <summary>How many users there are, without the filter.</summary>
    public required int Total { get; init; }

    public string? Notice { get; init; }

    public bool IsFirst => !Guid.TryParse(Filter.After, out _);

    public bool IsFiltered => Tolerant.Text(Filter.Q).Length > 0;

    public string First => AddressOf(null);

    public string More => AddressOf($"{Rows[^1].Id}");

    private string AddressOf(string? after) => ListAddress.Of(Path, ("q", Tolerant.Text(Filter.Q)), ("after", after));
}
