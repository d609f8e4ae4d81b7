using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Says that a reservation has come, changed or gone. The database writes it itself, by a trigger, in the transaction
/// that changes the reservation: nobody can forget it.
/// </summary>
internal sealed class ReservationChange
{
    /// <summary>The trigger, as the migrations name it.</summary>
    public const string Trigger = "TR_Reservations_Changes";

    /// <summary>
    /// Grows with each change. Transactions that run side by side may commit in another order, and one that is rolled
    /// back leaves a gap.
    /// </summary>
    public long Number { get; private init; }

    public required Guid ReservationId { get; init; }
}

internal sealed class ReservationChangeConfiguration : IEntityTypeConfiguration<ReservationChange>
{
    public void Configure(EntityTypeBuilder<ReservationChange> builder)
    {
        builder.ToTable("ReservationChanges");
        builder.HasKey(change => change.Number);
    }
}
