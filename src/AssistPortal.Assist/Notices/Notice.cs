using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Assist.Notices;

/// <summary>Something that happened to an order, told to whoever has to know it.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What: one of <see cref="StaffNotices.Kinds"/>; empty where <see cref="Words"/> say it.</param>
/// <param name="Order">The order.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="IsNew">Whether it is not marked as seen.</param>
public sealed record Notice(Instant At, string Kind, RequestNumber Order, string Topic, bool IsNew)
{
    /// <summary>Names of who did it; null where it was a customer or the portal.</summary>
    public (string First, string Last)? Actor { get; init; }

    /// <summary>The same in the words of the mail that was sent about it.</summary>
    public string? Words { get; init; }

    /// <summary>Culture name of <see cref="Words"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the order is still that of whoever reads the notice.</summary>
    public bool IsLinked { get; init; } = true;
}
