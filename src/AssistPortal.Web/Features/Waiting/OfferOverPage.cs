using AssistPortal.Assist.Waiting;

namespace AssistPortal.Web.Features.Waiting;

/// <summary>Why a link to an offer leads nowhere any more.</summary>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="DraftId">The draft with which the host went on, where it is still there or was placed.</param>
/// <param name="WaitAt">Where the host can wait anew.</param>
public sealed record OfferOverPage(string Reason, Guid? DraftId, string? WaitAt)
{
    private const string Unknown = "Unknown";

    public static readonly IReadOnlyList<string> Reasons =
        [Unknown, nameof(WaitPhase.Taken), nameof(WaitPhase.Lapsed)];

    public static string ReasonOf(WaitingWish? wish) => wish switch
    {
        null => Unknown,
        { TakenAt: not null } => nameof(WaitPhase.Taken),
        _ => nameof(WaitPhase.Lapsed),
    };
}
