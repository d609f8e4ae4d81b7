using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>
/// A time that a producer's outside calendar says is taken: time off of its own kind. What it is for is not kept.
/// </summary>
public sealed class BusyTime
{
    public int Id { get; private set; }

    public int ProducerId { get; init; }

    public required Instant Start { get; init; }

    public required Instant End { get; init; }

    public Interval Time => new(Start, End);
}

internal sealed class BusyTimeConfiguration : IEntityTypeConfiguration<BusyTime>
{
    public void Configure(EntityTypeBuilder<BusyTime> builder)
    {
        builder.ToTable("ProducerBusyTimes").CachedAs(AssistTopics.Producers);
        builder.Ignore(busy => busy.Time);
        builder.HasIndex(busy => new { busy.ProducerId, busy.Start });
    }
}
