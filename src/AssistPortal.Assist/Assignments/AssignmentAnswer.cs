using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Assignments;

/// <summary>
/// What a producer has said to one assignment: an order's live event at one time. It belongs to the reservation:
/// another time, length or producer is another one, for which nobody has answered yet. It stays when that has gone.
/// </summary>
public sealed class AssignmentAnswer : IVersioned
{
    public const int ReasonLength = 500;

    private AssignmentAnswer()
    {
    }

    private AssignmentAnswer(AssignedTime assignment) =>
        (ReservationId, OrderId, ProducerId, Start) = (
            assignment.ReservationId, assignment.Order.Id, assignment.ProducerId, assignment.Order.Time.Start);

    public Guid ReservationId { get; private init; }

    public Guid OrderId { get; private init; }

    public int ProducerId { get; private init; }

    /// <summary>When the event was to start.</summary>
    public Instant Start { get; private init; }

    public bool IsAccepted { get; private set; }

    /// <summary>Why it was declined; empty where it was accepted.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When it was said.</summary>
    public Instant At { get; private set; }

    /// <summary>From 1; 0 stands for no answer.</summary>
    public int Version { get; private set; } = 1;

    public static AssignmentAnswer Accepted(AssignedTime assignment, Instant now)
    {
        var answer = new AssignmentAnswer(assignment);
        answer.Accept(now);
        return answer;
    }

    /// <exception cref="ArgumentException">The reason is blank or too long.</exception>
    public static AssignmentAnswer Declined(AssignedTime assignment, string reason, Instant now)
    {
        var answer = new AssignmentAnswer(assignment);
        answer.Decline(reason, now);
        return answer;
    }

    /// <summary>The producer assists, perhaps after all.</summary>
    public void Accept(Instant now) => (IsAccepted, Reason, At) = (true, "", now);

    /// <summary>The producer can't, or can't any more.</summary>
    /// <exception cref="ArgumentException">The reason is blank or too long.</exception>
    public void Decline(string reason, Instant now) =>
        (IsAccepted, Reason, At) = (false, Guard.TypedFilled(ReasonLength, reason), now);
}

internal sealed class AssignmentAnswerConfiguration : IEntityTypeConfiguration<AssignmentAnswer>
{
    public void Configure(EntityTypeBuilder<AssignmentAnswer> builder)
    {
        builder.ToTable("AssignmentAnswers");
        builder.HasKey(answer => answer.ReservationId);
        builder.Property(answer => answer.ReservationId).ValueGeneratedNever();
        builder.Property(answer => answer.Reason).HasTypedText(AssignmentAnswer.ReasonLength);
        builder.Property(answer => answer.Version).IsConcurrencyToken();
        builder.HasIndex(answer => answer.OrderId);
        builder.HasOne<Order>().WithMany().HasForeignKey(answer => answer.OrderId);
    }
}
