using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>A page of the list with its controls.</summary>
public sealed record UserListPage
{
    public const string Path = "/staff/users";

    public required UserListInput Input { get; init; }

    public required IReadOnlyList<UserRow> Rows { get; init; }

    public required bool HasMore { get; init; }

    public string? Notice { get; init; }

    public bool IsFiltered => Tolerant.Code(Input.Q).Length > 0 || Tolerant.Code(Input.Role).Length > 0;

    public bool IsFirst => !Guid.TryParse(Input.After, out _);

    public string First => AddressOf(null);

    public string More => AddressOf(Rows[^1].User.Id.ToString());

    private string AddressOf(string? after) =>
        ListAddress.Of(Path, ("q", Tolerant.Text(Input.Q)), ("role", Tolerant.Code(Input.Role)), ("after", after));
}
