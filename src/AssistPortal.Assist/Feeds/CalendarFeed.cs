using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Feeds;

/// <summary>A private calendar feed of somebody. Only the hash of its token is stored; a new one replaces it.</summary>
internal sealed class CalendarFeed
{
    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal digits.</summary>
    public required string Hash { get; set; }

    public required Instant CreatedAt { get; set; }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.HasKey(feed => feed.UserId);
        builder.Property(feed => feed.UserId).ValueGeneratedNever();
        builder.Property(feed => feed.Hash).HasMaxLength(64);
        builder.HasIndex(feed => feed.Hash).IsUnique();
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<CalendarFeed>(feed => feed.UserId);
    }
}
