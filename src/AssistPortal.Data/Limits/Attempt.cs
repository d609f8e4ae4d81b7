using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Data.Limits;

/// <summary>
/// One try of something that may be tried a limited number of times: see <see cref="AttemptLimits"/>.
/// </summary>
internal sealed class Attempt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What the limit holds for, as a hash: it may be an address or a name.</summary>
    public required string Key { get; init; }

    public required Instant At { get; init; }
}

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("Attempts");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.Property(attempt => attempt.Key).HasMaxLength(64);
        builder.HasIndex(attempt => new { attempt.Key, attempt.At });
        builder.HasIndex(attempt => attempt.At);
    }
}
