using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Notices;

/// <summary>Up to when somebody has seen what happened.</summary>
internal sealed class NoticePosition
{
    private NoticePosition()
    {
    }

    public NoticePosition(Guid userId, NoticeArea area, Instant seenUntil) =>
        (UserId, Area, SeenUntil) = (userId, Guard.Named(area), seenUntil);

    public Guid UserId { get; private init; }

    public NoticeArea Area { get; private init; }

    /// <summary>What happened until then is seen, that moment included.</summary>
    public Instant SeenUntil { get; private set; }

    /// <summary>More is seen; a page that is older than another leaves that as it is.</summary>
    public void MoveTo(Instant seenUntil) => SeenUntil = Instant.Max(SeenUntil, seenUntil);
}

internal sealed class NoticePositionConfiguration : IEntityTypeConfiguration<NoticePosition>
{
    public void Configure(EntityTypeBuilder<NoticePosition> builder)
    {
        builder.ToTable("NoticePositions");
        builder.HasKey(position => new { position.UserId, position.Area });
        builder.Property(position => position.Area).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(position => position.UserId);
    }
}
