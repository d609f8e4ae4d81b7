using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Trials.Ending;

/// <summary>What the end of a trial took, in numbers and without names.</summary>
public sealed class Tombstone
{
    public required Guid TrialId { get; init; }

    public required Instant At { get; init; }

    public required int Administrators { get; init; }

    /// <summary>Users who were no administrators.</summary>
    public required int Users { get; init; }

    public required int Licences { get; init; }

    public required int Assignments { get; init; }

    public required int UsageFigures { get; init; }

    public required int Notes { get; init; }

    /// <summary>They are kept for some days still.</summary>
    public required int PhoneNumbers { get; init; }

    public required bool HadSite { get; init; }
}

internal sealed class TombstoneConfiguration : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.ToTable("Tombstones");
        builder.HasKey(stone => stone.TrialId);
        builder.Property(stone => stone.TrialId).ValueGeneratedNever();
        builder.HasOne<Trial>().WithOne().HasForeignKey<Tombstone>(stone => stone.TrialId);
    }
}
