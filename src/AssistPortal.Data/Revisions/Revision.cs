using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Data.Revisions;

/// <summary>
/// Marks the state of some tables: every save that changes one of them draws a new stamp in the same transaction. So
/// whoever keeps what stands in them sees with one glance whether it still holds, whichever server changed it.
/// </summary>
public sealed class Revision
{
    /// <summary>What it stands for: the name that <see cref="RevisionTopics.CachedAs"/> gives its tables.</summary>
    public required string Topic { get; init; }

    public Guid Stamp { get; private set; }

    /// <summary>Something it stands for has changed.</summary>
    public void Renew() => Stamp = Guid.NewGuid();
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.HasKey(revision => revision.Topic);
        builder.Property(revision => revision.Topic).HasMaxLength(40);
    }
}
