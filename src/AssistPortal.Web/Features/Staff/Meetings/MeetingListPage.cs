using AssistPortal.Assist.Sites;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>The list of meetings with its controls.</summary>
public sealed record MeetingListPage
{
    public const string Path = "/staff/meetings";

    public required MeetingListInput Input { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>Null where the input has errors.</summary>
    public MeetingListModel? List { get; init; }

    /// <summary>What has just been done; null where nothing was.</summary>
    public string? Notice { get; init; }

    public bool IsFiltered => Tolerant.Code(Input.Q).Length > 0 || Tolerant.Code(Input.Site).Length > 0;

    /// <summary>Address of the list, or of its export, with the same filter.</summary>
    public string AddressOf(int page = 1, string below = "") => ListAddress.Of(
        Path + below,
        ("site", Tolerant.Code(Input.Site)),
        ("q", Tolerant.Text(Input.Q)),
        ("from", Tolerant.Code(Input.From)),
        ("page", page > 1 ? $"{page}" : null));
}
