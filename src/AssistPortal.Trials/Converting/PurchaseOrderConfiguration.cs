using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Trials.Converting;

internal sealed class PurchaseOrderConfiguration : IEntityTypeConfiguration<PurchaseOrder>
{
    public void Configure(EntityTypeBuilder<PurchaseOrder> builder)
    {
        builder.ToTable("PurchaseOrders");
        builder.Property(order => order.Id).ValueGeneratedNever();
        builder.Property(order => order.Offer).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.Property(order => order.ItemCodes).HasMaxLength(PurchaseOrder.ItemsLength);
        builder.Property(order => order.AdminEmail).HasMaxLength(TrialLengths.Email);
        builder.Property(order => order.SiteHost).HasMaxLength(TrialLengths.Host);
        builder.Property(order => order.SameUrl).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.Property(order => order.WebEx)
            .HasConversion<string>()
            .HasMaxLength(TrialLengths.State)
            .IsConcurrencyToken();
        builder.Ignore(order => order.Items);
        builder.HasIndex(order => order.TrialId).IsUnique();
        builder.HasIndex(order => order.OrderedAt);
        builder.HasOne<Trial>().WithMany().HasForeignKey(order => order.TrialId);
    }
}
