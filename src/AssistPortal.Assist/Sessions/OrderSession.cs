using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Sessions;

/// <summary>
/// A planning call, consultation or rehearsal of an order: a time of its producer like the live event.
/// </summary>
public sealed class OrderSession : IVersioned
{
    private OrderSession()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrderId { get; private set; }

    public SessionKind Kind { get; private set; }

    public int ProducerId { get; private set; }

    public Instant Start { get; private set; }

    /// <summary>A multiple of 15; no lead and trail come to it.</summary>
    public int DurationMinutes { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>SEQUENCE of the last calendar mail (RFC 5546).</summary>
    public int CalendarSequence { get; private set; }

    public int Version { get; private set; }

    public Instant End => Start + Duration.FromMinutes(DurationMinutes);

    public Interval Time => new(Start, End);

    /// <summary>UID of the customer's calendar entry; never changes.</summary>
    public string CalendarUid => $"session-{Id:n}@assistportal";

    /// <summary>UID of the entry in its producers' calendars; never changes.</summary>
    public string ProducerCalendarUid => $"session-production-{Id:n}@assistportal";

    /// <summary>A session whose producer's time is being reserved.</summary>
    public static OrderSession Schedule(
        Guid orderId, SessionKind kind, int producerId, Instant start, int durationMinutes) => new()
    {
        Id = Guid.CreateVersion7(),
        OrderId = orderId,
        Kind = kind,
        ProducerId = producerId,
        Start = start,
        DurationMinutes = durationMinutes,
    };

    /// <summary>Whether it can still be moved or cancelled: it has not begun.</summary>
    public bool CanChangeAt(Instant now) => !IsCancelled && Start > now;

    /// <summary>Gives it another time or producer.</summary>
    /// <exception cref="InvalidOperationException">It is cancelled or has begun.</exception>
    public void Move(int producerId, Instant start, int durationMinutes, Instant now)
    {
        Guard(now);
        (ProducerId, Start, DurationMinutes) = (producerId, start, durationMinutes);
        CalendarSequence++;
    }

    /// <summary>It does not take place.</summary>
    /// <exception cref="InvalidOperationException">It is cancelled already or has begun.</exception>
    public void Cancel(Instant now)
    {
        Guard(now);
        IsCancelled = true;
        CalendarSequence++;
    }

    private void Guard(Instant now)
    {
        if (!CanChangeAt(now))
        {
            throw new InvalidOperationException($"Session {Id} is cancelled or has begun.");
        }
    }
}

public enum SessionKind
{
    PlanningCall,
    Consultation,
    Rehearsal,
}

internal sealed class OrderSessionConfiguration : IEntityTypeConfiguration<OrderSession>
{
    public void Configure(EntityTypeBuilder<OrderSession> builder)
    {
        builder.ToTable("OrderSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder.Ignore(session => session.End).Ignore(session => session.Time)
            .Ignore(session => session.CalendarUid).Ignore(session => session.ProducerCalendarUid);
        builder.HasIndex(session => session.OrderId);
        builder.HasIndex(session => new { session.ProducerId, session.Start });
        builder.HasOne<Order>().WithMany().HasForeignKey(session => session.OrderId);
        builder.HasOne<Producer>()
            .WithMany()
            .HasForeignKey(session => session.ProducerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
