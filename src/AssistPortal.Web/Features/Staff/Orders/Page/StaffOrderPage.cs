using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Updates;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Features.Orders.Timeline;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>An order as coordinators see it.</summary>
public sealed record StaffOrderPage
{
    public required OrderPage Page { get; init; }

    public required OrderPhase Phase { get; init; }

    /// <summary>Whether the customer's address takes no mail.</summary>
    public required bool AddressFails { get; init; }

    /// <summary>What needs somebody now.</summary>
    public required IReadOnlyList<AttentionReason> Attention { get; init; }

    /// <summary>Coming times at which their producer does not work, live event and sessions alike.</summary>
    public required IReadOnlyList<AssignedTime> Uncovered { get; init; }

    public required SessionTable Sessions { get; init; }

    /// <summary>What producers have said to the order.</summary>
    public required OrderAnswers Answers { get; init; }

    /// <summary>Names of the producers who have declined it.</summary>
    public required IReadOnlyDictionary<int, string> Declining { get; init; }

    /// <summary>What customer and coordinators have written, oldest first.</summary>
    public required IReadOnlyList<ShownMessage> Correspondence { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<ShownNote> Notes { get; init; }

    public required TimelinePage Timeline { get; init; }

    /// <summary>The account whose order it is; null where it belongs to the site alone.</summary>
    public required ShownHost? Host { get; init; }

    /// <summary>The coordinator who placed it; null where the host did.</summary>
    public required string? PlacedBy { get; init; }

    /// <summary>What became of the meeting on the site when the order was last moved; null where it was not.</summary>
    public required MeetingFollowUp? Meeting { get; init; }

    public required OwnTime Time { get; init; }

    /// <summary>Whoever works at the desk, deactivated accounts too.</summary>
    public required IReadOnlyList<DeskPerson> People { get; init; }

    /// <summary>Who looks at the page.</summary>
    public required Guid ReaderId { get; init; }

    /// <summary>The list beside the order; null for none.</summary>
    public required OrderListPage? Beside { get; init; }

    public OwnerInput Owner { get; init; } = new();

    public MessageInput Message { get; init; } = new();

    public NoteInput Note { get; init; } = new();

    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    /// <summary>Why what was asked for was not done.</summary>
    public string? Refusal { get; init; }

    public Order Order => Page.Order;

    public bool IsComing => Phase == OrderPhase.Coming;

    /// <summary>
    /// Whether it can be cancelled: before the start, and afterwards where the event did not take place.
    /// </summary>
    public bool CanCancel => Phase is OrderPhase.Coming or OrderPhase.Running or OrderPhase.Over;

    /// <summary>Whether it is completed, and can be reopened.</summary>
    public required bool CanReopen { get; init; }

    /// <summary>The number of the order's invoice, where there is just one.</summary>
    public required string? OnlyInvoice { get; init; }

    /// <summary>The order's invoice, or the list of them.</summary>
    public string InvoicesPath => OnlyInvoice is { } number
        ? $"~/staff/invoices/{number}"
        : $"~/staff/invoices?q={Order.RequestNumber}";

    /// <summary>Whether a link to the order would open it.</summary>
    public required bool CanSendLink { get; init; }

    /// <summary>Whether the order can be completed, or its report corrected.</summary>
    public bool CanReport => Phase is OrderPhase.Running or OrderPhase.Over or OrderPhase.Completed;
}
