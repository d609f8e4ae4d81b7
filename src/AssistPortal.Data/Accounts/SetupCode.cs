using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Data.Accounts;

/// <summary>The one-time code with which the first administrator is made. Only its SHA-256 hash is stored.</summary>
internal sealed class SetupCode
{
    public int Id { get; private set; }

    public required string Hash { get; init; }

    public required Instant CreatedAt { get; init; }
}

internal sealed class SetupCodeConfiguration : IEntityTypeConfiguration<SetupCode>
{
    public void Configure(EntityTypeBuilder<SetupCode> builder) =>
        builder.Property(code => code.Hash).HasMaxLength(64);
}
