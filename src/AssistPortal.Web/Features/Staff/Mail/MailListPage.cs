using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>The list of mails with its controls.</summary>
public sealed record MailListPage
{
    public const string Path = "/staff/mail";

    public required MailListInput Input { get; init; }

    public required MailListModel List { get; init; }

    public required MailCounts Counts { get; init; }

    public required OwnTime Time { get; init; }

    public string State => MailFilter.Read(Input.State);

    public bool IsFiltered => State != MailFilter.All || Tolerant.Code(Input.Q).Length > 0;

    public string Newest => AddressOf();

    public string Newer => AddressOf(after: List.Mails.Count > 0 ? List.Mails[0].Key : null);

    public string Older => AddressOf(before: List.Mails[^1].Key);

    /// <summary>Address of the list with the same filter.</summary>
    public string AddressOf(MomentKey? before = null, MomentKey? after = null) => ListAddress.Of(
        Path,
        ("state", State == MailFilter.All ? null : State),
        ("q", Tolerant.Text(Input.Q)),
        ("before", before?.ToString()),
        ("after", after?.ToString()));
}
