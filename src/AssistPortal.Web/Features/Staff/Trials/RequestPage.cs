using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A request with what is known.</summary>
public sealed record RequestPage
{
    public required HelpDeskRequest Request { get; init; }

    public required OwnTime Time { get; init; }

    public required bool IsMine { get; init; }

    /// <summary>Who has taken it; null for nobody.</summary>
    public required string? Taker { get; init; }

    /// <summary>Null where it is not known.</summary>
    public required Trial? Trial { get; init; }

    /// <summary>Of the trial.</summary>
    public required Partner? Partner { get; init; }

    /// <summary>Under the loan number, or of the device; whoever they belong to.</summary>
    public required IReadOnlyList<ShipmentRow> Shipments { get; init; }

    public required Device? Device { get; init; }

    public required DeviceReturn? Return { get; init; }

    /// <summary>Other requests about the same trial or number, the latest first.</summary>
    public required IReadOnlyList<HelpDeskRequest> Others { get; init; }

    public AnswerInput Input { get; init; } = new();

    public string? Notice { get; init; }

    public string? Refusal { get; init; }

    public string Path => $"{RequestListPage.Path}/requests/{Request.Id}";

    public bool IsOpen => Request.State == HelpDeskRequestState.Open;

    /// <summary>Whether somebody else looks after it.</summary>
    public bool IsTaken => Request.TakenBy is not null && !IsMine;

    public bool IsOverdue => IsOpen && Request.DueAt < Time.Now;

    /// <summary>Whether an answer in words ends it.</summary>
    public bool TakesWords => Request.Kind is not (HelpDeskRequestKind.SiteDeletion or HelpDeskRequestKind.Return);

    /// <summary>The asked number is that of a shipment, but not of the asker's: it is not to be told.</summary>
    public bool IsForeign =>
        Request.Kind == HelpDeskRequestKind.Shipment && Request.TrialId is null && Shipments.Count > 0;
}
