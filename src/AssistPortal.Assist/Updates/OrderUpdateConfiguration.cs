using AssistPortal.Assist.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Updates;

internal sealed class OrderUpdateConfiguration : IEntityTypeConfiguration<OrderUpdate>
{
    public void Configure(EntityTypeBuilder<OrderUpdate> builder)
    {
        builder.ToTable("OrderUpdates");
        builder.Property(update => update.Id).ValueGeneratedNever();
        builder.Ignore(update => update.HasOtherProducer);
        builder.Property(update => update.Meeting).HasConversion<string>().HasMaxLength(20);
        builder.Property(update => update.MeetingFault).HasConversion<string>().HasMaxLength(20);
        builder.Property(update => update.MeetingTrackingId).HasMaxLength(100);
        builder.HasIndex(update => new { update.OrderId, update.VisitorId });
        builder.HasIndex(update => update.Meeting);
        builder.HasOne<Order>().WithMany().HasForeignKey(update => update.OrderId);
    }
}
