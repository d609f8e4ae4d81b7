using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Attention;

/// <summary>
/// An order needs a coordinator, from some moment on. The row is written when that is known, which may be long before
/// <see cref="DueAt"/>, and goes when the matter is settled: nobody has to look for what has become due.
/// </summary>
public sealed class OrderAttention
{
    private OrderAttention()
    {
    }

    public OrderAttention(Guid orderId, AttentionReason reason, Instant dueAt) =>
        (OrderId, Reason, DueAt) = (orderId, Guard.Named(reason), dueAt);

    public Guid OrderId { get; private init; }

    public AttentionReason Reason { get; private init; }

    public Instant DueAt { get; private set; }

    /// <summary>It is due at another moment, because that by which it goes has moved.</summary>
    public void MoveTo(Instant dueAt) => DueAt = dueAt;

    /// <summary>It is due now, unless it was before.</summary>
    public void Raise(Instant now) => DueAt = Instant.Min(DueAt, now);
}

/// <summary>Why an order needs a coordinator.</summary>
public enum AttentionReason
{
    /// <summary>Assistance in another language than English is to be confirmed.</summary>
    Language,

    /// <summary>The producer no longer works at a time that is reserved.</summary>
    NoCover,

    /// <summary>The producer has declined it, and nobody else is free.</summary>
    Declined,

    /// <summary>The customer has written, and nobody has answered.</summary>
    Unanswered,

    /// <summary>A mail could not be delivered.</summary>
    MailFailed,

    /// <summary>The portal could not move the meeting on the site.</summary>
    MeetingChange,

    /// <summary>It starts soon, and nobody is named who gets the report.</summary>
    ReportContact,

    /// <summary>A consultation or rehearsal is ordered and not scheduled, or no longer lies before the event.</summary>
    Session,

    /// <summary>The event is over, and the order was not completed.</summary>
    NotCompleted,

    /// <summary>A coordinator has marked it, for what a note says.</summary>
    Marked,
}

internal sealed class OrderAttentionConfiguration : IEntityTypeConfiguration<OrderAttention>
{
    public void Configure(EntityTypeBuilder<OrderAttention> builder)
    {
        builder.ToTable("OrderAttentions");
        builder.HasKey(item => new { item.OrderId, item.Reason });
        builder.Property(item => item.Reason).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(item => new { item.DueAt, item.OrderId });
        builder.HasOne<Order>().WithMany().HasForeignKey(item => item.OrderId);
    }
}
