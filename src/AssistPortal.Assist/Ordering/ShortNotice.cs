using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// A coordinator's word that a host may place one order sooner than the lead time. It goes with that order, whose entry
/// in the audit trail keeps the reason.
/// </summary>
public sealed class ShortNotice
{
    public const int ReasonLength = 500;

    /// <summary>For so long after it was given it may be used.</summary>
    public static readonly Duration ValidFor = Duration.FromDays(7);

    /// <summary>The host; there is one at a time for each.</summary>
    public required Guid HostUserId { get; init; }

    public required string Reason { get; init; }

    public required Guid GrantedById { get; init; }

    public required Instant GrantedAt { get; init; }

    public required Instant ExpiresAt { get; init; }
}

internal sealed class ShortNoticeConfiguration : IEntityTypeConfiguration<ShortNotice>
{
    public void Configure(EntityTypeBuilder<ShortNotice> builder)
    {
        builder.ToTable("ShortNotices");
        builder.HasKey(notice => notice.HostUserId);
        builder.Property(notice => notice.HostUserId).ValueGeneratedNever();
        builder.Property(notice => notice.Reason).HasTypedText(ShortNotice.ReasonLength);
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<ShortNotice>(notice => notice.HostUserId);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(notice => notice.GrantedById)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
