using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Feeds;

/// <summary>A private calendar feed of somebody. Only the hash of its token is stored; a new one replaces it.</summary>
internal sealed class CalendarFeed
{
    public const int HashLength = 64;

    private CalendarFeed()
    {
    }

    public CalendarFeed(Guid userId, string hash, Instant now)
    {
        UserId = userId;
        Replace(hash, now);
    }

    public Guid UserId { get; private init; }

    /// <summary>SHA-256 of the token, in hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public Instant CreatedAt { get; private set; }

    /// <summary>Gives it another token: the former one opens nothing any more.</summary>
    /// <exception cref="ArgumentException">The hash has another length than <see cref="HashLength"/>.</exception>
    public void Replace(string hash, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, HashLength);
        (Hash, CreatedAt) = (hash, now);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.HasKey(feed => feed.UserId);
        builder.Property(feed => feed.UserId).ValueGeneratedNever();
        builder.Property(feed => feed.Hash).HasMaxLength(CalendarFeed.HashLength);
        builder.HasIndex(feed => feed.Hash).IsUnique();
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<CalendarFeed>(feed => feed.UserId);
    }
}
