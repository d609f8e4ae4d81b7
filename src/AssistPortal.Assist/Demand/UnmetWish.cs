using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Demand;

/// <summary>A time that was wished for and at which nobody was free.</summary>
internal sealed class UnmetWish
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Instant At { get; init; }

    public required int PackageId { get; init; }

    /// <summary>The host, who wishes for one start only once; without one, what was to be placed or moved.</summary>
    public required Guid WisherId { get; init; }

    public required Instant Start { get; init; }

    public required int DurationMinutes { get; init; }

    public required NobodyReason Reason { get; init; }
}

internal sealed class UnmetWishConfiguration : IEntityTypeConfiguration<UnmetWish>
{
    public void Configure(EntityTypeBuilder<UnmetWish> builder)
    {
        builder.ToTable("UnmetWishes");
        builder.Property(wish => wish.Id).ValueGeneratedNever();
        builder.Property(wish => wish.Reason).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(wish => new { wish.WisherId, wish.Start }).IsUnique();
        builder.HasIndex(wish => wish.At);
        builder.HasOne<ServicePackage>().WithMany().HasForeignKey(wish => wish.PackageId);
    }
}
