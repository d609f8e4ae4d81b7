using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Sites;

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.ToTable("Sites").CachedAs(AssistTopics.Catalogue);
        builder.Property(site => site.Name).HasTypedText(Site.NameLength);
        builder.Property(site => site.HostName).HasMaxLength(Site.HostNameLength);
        builder.Property(site => site.Currency).HasMaxLength(Lengths.Currency);
        builder.Property(site => site.DirectoryKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(site => site.ScheduleChange).HasConversion<string>().HasMaxLength(20)
            .HasDefaultValue(ScheduleChange.OpensSchedulingPage).HasSentinel(ScheduleChange.OpensSchedulingPage);
        builder.Property(site => site.SchedulingPage).HasMaxLength(Site.AddressLength);
        builder.Ignore(site => site.SchedulingAddress);
        builder.Property(site => site.Version).IsConcurrencyToken();
        builder.HasIndex(site => site.HostName).IsUnique();
        builder.HasMany(site => site.Packages)
            .WithMany()
            .UsingEntity("SitePackages", join => join.CachedAs(AssistTopics.Catalogue));
        builder.HasMany(site => site.Members).WithOne().HasForeignKey(member => member.SiteId);
    }
}

internal sealed class SiteMemberConfiguration : IEntityTypeConfiguration<SiteMember>
{
    public void Configure(EntityTypeBuilder<SiteMember> builder)
    {
        builder.ToTable("SiteMembers");
        builder.HasKey(member => new { member.SiteId, member.UserId });
        builder.HasIndex(member => member.UserId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(member => member.UserId);
    }
}
