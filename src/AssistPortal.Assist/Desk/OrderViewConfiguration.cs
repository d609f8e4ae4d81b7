using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Desk;

internal sealed class OrderViewConfiguration : IEntityTypeConfiguration<OrderView>
{
    public void Configure(EntityTypeBuilder<OrderView> builder)
    {
        builder.ToTable("OrderViews");
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.Property(view => view.Name).HasTypedText(OrderView.NameLength);
        builder.Property(view => view.NameKey).HasMaxLength(TypedText.Units(OrderView.NameLength));
        builder.Property(view => view.Query).HasMaxLength(OrderView.QueryLength);
        builder.HasIndex(view => new { view.UserId, view.NameKey }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(view => view.UserId);
    }
}
