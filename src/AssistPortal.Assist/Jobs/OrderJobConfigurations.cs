using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Jobs;

internal sealed class OrderJobConfiguration : IEntityTypeConfiguration<OrderJob>
{
    public void Configure(EntityTypeBuilder<OrderJob> builder)
    {
        builder.ToTable("OrderJobs");
        builder.Property(job => job.Id).ValueGeneratedNever();
        builder.Property(job => job.Version).IsConcurrencyToken();
        builder.Property(job => job.Act).HasConversion<string>().HasMaxLength(20);
        builder.Property(job => job.Reason).HasTypedText(OrderJob.ReasonLength);
        builder.Property(job => job.Mark).HasConversion<string>().HasMaxLength(20);
        builder.Property(job => job.Matter).HasConversion<string>().HasMaxLength(20);
        builder.Property(job => job.Note).HasTypedText(OrderNote.TextLength);
        builder.Property(job => job.Words).HasTypedText(OrderMessage.TextLength);
        builder.Ignore(job => job.Terms);
        builder.HasIndex(job => job.CreatedAt);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(job => job.ActorId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(job => job.OwnerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Producer>()
            .WithMany()
            .HasForeignKey(job => job.ProducerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrderJobItemConfiguration : IEntityTypeConfiguration<OrderJobItem>
{
    public void Configure(EntityTypeBuilder<OrderJobItem> builder)
    {
        builder.ToTable("OrderJobItems");
        builder.HasKey(item => new { item.JobId, item.Position });
        builder.Property(item => item.State).HasConversion<string>().HasMaxLength(10);
        builder.Property(item => item.Refusal).HasConversion<string>().HasMaxLength(20);
        builder.Property(item => item.Matters).HasJson();
        builder.Property(item => item.Staying).HasJson();
        builder.HasIndex(item => new { item.State, item.Position });
        builder.HasIndex(item => item.OrderId);
        builder.HasOne<OrderJob>().WithMany().HasForeignKey(item => item.JobId);
        builder.HasOne<Order>()
            .WithMany()
            .HasForeignKey(item => item.OrderId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
