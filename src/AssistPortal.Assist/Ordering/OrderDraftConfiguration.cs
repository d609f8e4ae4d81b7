using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

internal sealed class OrderDraftConfiguration : IEntityTypeConfiguration<OrderDraft>
{
    public void Configure(EntityTypeBuilder<OrderDraft> builder)
    {
        builder.ToTable("OrderDrafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Ignore(draft => draft.Time);
        builder.Property<Instant?>("start").HasColumnName("Start");
        builder.Property<int?>("durationMinutes").HasColumnName("DurationMinutes");
        builder.Property<string?>("timeZone").HasColumnName("TimeZone").HasMaxLength(Lengths.TimeZone);
        builder.ComplexProperty(draft => draft.Contact, ContactColumns.Configure);
        builder.Property(draft => draft.Lookup).HasJson();
        builder.Property(draft => draft.Event).HasJson();
        builder.Property(draft => draft.Unfinished).HasJson();
        builder.Property(draft => draft.OverrideReason).HasTypedText(ShortNotice.ReasonLength);
        builder.Property(draft => draft.MailLanguage).HasMaxLength(Lengths.Language);
        builder.Ignore(draft => draft.WisherId);
        builder.HasIndex(draft => draft.OpenedById);
        builder.HasIndex(draft => draft.ExpiresAt);
        builder.HasOne<Site>().WithMany().HasForeignKey(draft => draft.SiteId);
        builder.HasOne<ServicePackage>().WithMany().HasForeignKey(draft => draft.PackageId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(draft => draft.OpenedById);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(draft => draft.HostUserId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
