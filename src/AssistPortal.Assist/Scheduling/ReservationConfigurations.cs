using AssistPortal.Assist.Producers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Scheduling;

internal sealed class ReservationConfiguration : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        builder.ToTable("Reservations", table => table.HasTrigger(ReservationChange.Trigger));
        builder.Property(reservation => reservation.Id).ValueGeneratedNever();
        builder.HasIndex(reservation => new { reservation.ProducerId, reservation.Start });
        builder.HasIndex(reservation => reservation.Start);

        // All that the search reads, so that it need not visit the rows.
        builder.HasIndex(reservation => new
        {
            reservation.StartQuarter,
            reservation.EndQuarter,
            reservation.ProducerId,
            reservation.HoldUntil,
            reservation.DraftId,
        });
        builder.HasIndex(reservation => reservation.DraftId).IsUnique();
        builder.HasIndex(reservation => reservation.OrderId);
        builder.HasIndex(reservation => reservation.SessionId).IsUnique();
        builder.HasOne<Producer>().WithMany().HasForeignKey(reservation => reservation.ProducerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(reservation => reservation.Slots).WithOne().HasForeignKey(slot => slot.ReservationId);
    }
}

internal sealed class ProducerSlotConfiguration : IEntityTypeConfiguration<ProducerSlot>
{
    public void Configure(EntityTypeBuilder<ProducerSlot> builder)
    {
        builder.ToTable("ProducerSlots");
        builder.HasKey(slot => new { slot.ProducerId, slot.SlotStart });
        builder.HasIndex(slot => slot.ReservationId);
    }
}
