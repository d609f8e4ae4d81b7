using AssistPortal.Trials.HelpDesk;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>The queue with its filters.</summary>
public sealed record RequestListPage
{
    public const string Path = "/staff/trials";
    public const string All = "all";
    public const string Mine = "mine";
    public const string Untaken = "untaken";
    public const string Answered = "answered";

    /// <summary>What can be shown; the first by itself.</summary>
    public static readonly IReadOnlyList<string> Choices = [All, Mine, Untaken, Answered];

    public required RequestListInput Input { get; init; }

    public required IReadOnlyList<RequestRow> Rows { get; init; }

    public required bool HasMore { get; init; }

    public required OwnTime Time { get; init; }

    public bool IsFirst => Tolerant.Code(Input.After).Length == 0;

    public string More =>
        Address(Input.Kind, Input.Show, $"{new MomentKey(Rows[^1].Request.AskedAt, Rows[^1].Request.Id)}");

    /// <summary>The list of one kind, or of all for null.</summary>
    public string OfKind(HelpDeskRequestKind? kind) =>
        Address(kind is { } one ? StateKey.Of(one) : null, Input.Show, after: null);

    /// <summary>The same kind, shown otherwise.</summary>
    public string Showing(string choice) => Address(Input.Kind, choice == All ? null : choice, after: null);

    private static string Address(string? kind, string? show, string? after) =>
        ListAddress.Of(Path, ("kind", kind), ("show", show), ("after", after));
}
