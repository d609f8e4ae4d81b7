using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Waiting;

internal sealed class WaitingWishConfiguration : IEntityTypeConfiguration<WaitingWish>
{
    public void Configure(EntityTypeBuilder<WaitingWish> builder)
    {
        builder.ToTable("WaitingWishes");
        builder.Property(wish => wish.Id).ValueGeneratedNever();
        builder.Property(wish => wish.TimeZone).HasMaxLength(Lengths.TimeZone);
        builder.Property(wish => wish.Language).HasMaxLength(Lengths.Language);
        builder.Ignore(wish => wish.Time);
        builder.HasIndex(wish => new
        {
            wish.HostUserId,
            wish.PackageId,
            wish.SiteId,
            wish.Start,
            wish.DurationMinutes,
        }).IsUnique();
        builder.HasIndex(wish => wish.Start);
        builder.HasOne<Site>().WithMany().HasForeignKey(wish => wish.SiteId);
        builder.HasOne<ServicePackage>().WithMany().HasForeignKey(wish => wish.PackageId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(wish => wish.HostUserId);
    }
}
