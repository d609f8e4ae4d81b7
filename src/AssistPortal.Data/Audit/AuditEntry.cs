using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Data.Audit;

/// <summary>Who changed what, and when. Rows are only ever added; the context refuses anything else.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }

    public required Instant At { get; init; }

    /// <summary>The person, or null for the portal itself.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>What was done, as a stable key such as <c>order.placed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of thing that it was done to, such as <c>Order</c>.</summary>
    public required string Subject { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>What changed, as JSON: before and after.</summary>
    public string? Details { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.Action).HasMaxLength(60);
        builder.Property(entry => entry.Subject).HasMaxLength(60);
        builder.Property(entry => entry.SubjectId).HasMaxLength(60);
        builder.HasIndex(entry => new { entry.Subject, entry.SubjectId });
        builder.HasIndex(entry => new { entry.ActorId, entry.Id });
        builder.HasIndex(entry => new { entry.Action, entry.Id });
        builder.HasIndex(entry => entry.At);
    }
}
