using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>A coordinator's word that an order may start sooner than usual.</summary>
/// <param name="LeadTime">How much sooner.</param>
/// <param name="Reason">Why.</param>
/// <param name="AllowedById">The coordinator.</param>
/// <param name="Until">By when the order has to be placed; null for no such limit.</param>
public sealed record EarlyStart(LeadTime LeadTime, string Reason, Guid AllowedById, Instant? Until)
{
    /// <summary>What the coordinator who orders has said; null for nothing.</summary>
    internal static EarlyStart? Of(OrderDraft draft) => draft.OverrideReason is { } reason
        ? new EarlyStart(LeadTime.Waived, reason, draft.OpenedById, Until: null)
        : null;

    /// <summary>What a host was given.</summary>
    internal static EarlyStart Of(ShortNotice notice) =>
        new(LeadTime.Short, notice.Reason, notice.GrantedById, notice.ExpiresAt);
}
