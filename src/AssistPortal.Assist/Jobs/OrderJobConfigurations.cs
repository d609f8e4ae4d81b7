using System.Text.Json;
using System.Text.Json.Serialization;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<OrderJobItem> builder)
    {
        builder.ToTable("OrderJobItems");
        builder.HasKey(item => new { item.JobId, item.Position });
        builder.Property(item => item.State).HasConversion<string>().HasMaxLength(10);
        builder.Property(item => item.Refusal).HasConversion<string>().HasMaxLength(20);
        builder.Property(item => item.Matters).HasConversion<JsonList<AttentionReason>, SameList<AttentionReason>>();
        builder.Property(item => item.Staying).HasConversion<JsonList<Guid>, SameList<Guid>>();
        builder.HasIndex(item => new { item.State, item.Position });
        builder.HasIndex(item => item.OrderId);
        builder.HasOne<OrderJob>().WithMany().HasForeignKey(item => item.JobId);
        builder.HasOne<Order>()
            .WithMany()
            .HasForeignKey(item => item.OrderId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    private sealed class JsonList<T>() : ValueConverter<IReadOnlyList<T>, string>(
        list => JsonSerializer.Serialize(list, Json),
        stored => JsonSerializer.Deserialize<IReadOnlyList<T>>(stored, Json)!);

    /// <summary>The list is never changed in place, only replaced.</summary>
    private sealed class SameList<T>() : ValueComparer<IReadOnlyList<T>>(
        (one, other) => ReferenceEquals(one, other),
        list => list.Count,
        list => list);
}
