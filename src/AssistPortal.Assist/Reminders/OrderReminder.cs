using AssistPortal.Assist.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Reminders;

/// <summary>
/// A reminder that is still to be mailed. It goes when that is done, and when the order is cancelled.
/// </summary>
internal sealed class OrderReminder
{
    public required Guid OrderId { get; init; }

    public required Instant DueAt { get; init; }
}

internal sealed class OrderReminderConfiguration : IEntityTypeConfiguration<OrderReminder>
{
    public void Configure(EntityTypeBuilder<OrderReminder> builder)
    {
        builder.ToTable("OrderReminders");
        builder.HasKey(reminder => reminder.OrderId);
        builder.Property(reminder => reminder.OrderId).ValueGeneratedNever();
        builder.HasIndex(reminder => reminder.DueAt);
        builder.HasOne<Order>().WithOne().HasForeignKey<OrderReminder>(reminder => reminder.OrderId);
    }
}
