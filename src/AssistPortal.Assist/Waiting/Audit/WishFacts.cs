using NodaTime;

namespace AssistPortal.Assist.Waiting.Audit;

/// <summary>What is waited for, as the audit trail keeps it.</summary>
internal sealed record WishFacts(int PackageId, int SiteId, Instant Start, int DurationMinutes)
{
    public static WishFacts Of(WaitingWish wish) =>
        new(wish.PackageId, wish.SiteId, wish.Start, wish.DurationMinutes);
}
