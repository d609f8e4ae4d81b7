using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Packages;

internal sealed class ServicePackageConfiguration : IEntityTypeConfiguration<ServicePackage>
{
    public void Configure(EntityTypeBuilder<ServicePackage> builder)
    {
        builder.ToTable("Packages").CachedAs(AssistTopics.Catalogue);
        builder.Property(package => package.Code).HasMaxLength(ServicePackage.CodeLength);
        builder.Property(package => package.Serves).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(package => package.HasReport);
        builder.Property(package => package.Version).IsConcurrencyToken();
        builder.HasIndex(package => package.Code).IsUnique();
        builder.HasMany(package => package.Texts).WithOne().HasForeignKey(text => text.PackageId);
        builder.HasMany(package => package.RateCards).WithOne().HasForeignKey(card => card.PackageId);
        builder.HasMany(package => package.CancellationTiers).WithOne().HasForeignKey(tier => tier.PackageId);
    }
}

internal sealed class PackageTextConfiguration : IEntityTypeConfiguration<PackageText>
{
    public void Configure(EntityTypeBuilder<PackageText> builder)
    {
        builder.ToTable("PackageTexts").CachedAs(AssistTopics.Catalogue);
        builder.HasKey(text => new { text.PackageId, text.Language });
        builder.Property(text => text.Language).HasMaxLength(Lengths.Language);
        builder.Property(text => text.Name).HasTypedText(PackageText.NameLength);
        builder.Property(text => text.Description).HasTypedText(PackageText.DescriptionLength);
    }
}

internal sealed class CancellationTierConfiguration : IEntityTypeConfiguration<CancellationTier>
{
    public void Configure(EntityTypeBuilder<CancellationTier> builder)
    {
        builder.ToTable("CancellationTiers").CachedAs(AssistTopics.Catalogue);
        builder.HasKey(tier => new { tier.PackageId, tier.NoticeHours });
    }
}

internal sealed class RateCardConfiguration : IEntityTypeConfiguration<RateCard>
{
    public void Configure(EntityTypeBuilder<RateCard> builder)
    {
        builder.ToTable("RateCards").CachedAs(AssistTopics.Catalogue);
        builder.Property(card => card.Currency).HasMaxLength(Lengths.Currency);
        builder.HasIndex(card => new { card.PackageId, card.Currency }).IsUnique();
        builder.HasMany(card => card.Extras).WithOne().HasForeignKey(extra => extra.RateCardId);
    }
}

internal sealed class ExtraRateConfiguration : IEntityTypeConfiguration<ExtraRate>
{
    public void Configure(EntityTypeBuilder<ExtraRate> builder)
    {
        builder.ToTable("ExtraRates").CachedAs(AssistTopics.Catalogue);
        builder.HasKey(extra => new { extra.RateCardId, extra.Kind });
        builder.Property(extra => extra.Kind).HasConversion<string>().HasMaxLength(30);
    }
}

internal sealed class ComparisonRowConfiguration : IEntityTypeConfiguration<ComparisonRow>
{
    public void Configure(EntityTypeBuilder<ComparisonRow> builder)
    {
        builder.ToTable("ComparisonRows").CachedAs(AssistTopics.Catalogue);
        builder.Property(row => row.Phase).HasConversion<string>().HasMaxLength(10);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasMany(row => row.Texts).WithOne().HasForeignKey(text => text.RowId);
        builder.HasMany(row => row.Cells).WithOne().HasForeignKey(cell => cell.RowId);
    }
}

internal sealed class ComparisonTextConfiguration : IEntityTypeConfiguration<ComparisonText>
{
    public void Configure(EntityTypeBuilder<ComparisonText> builder)
    {
        builder.ToTable("ComparisonTexts").CachedAs(AssistTopics.Catalogue);
        builder.HasKey(text => new { text.RowId, text.Language });
        builder.Property(text => text.Language).HasMaxLength(Lengths.Language);
        builder.Property(text => text.Name).HasTypedText(ComparisonText.NameLength);
        builder.Property(text => text.Description).HasTypedText(ComparisonText.DescriptionLength);
    }
}

internal sealed class ComparisonCellConfiguration : IEntityTypeConfiguration<ComparisonCell>
{
    public void Configure(EntityTypeBuilder<ComparisonCell> builder)
    {
        builder.ToTable("ComparisonCells").CachedAs(AssistTopics.Catalogue);
        builder.HasKey(cell => new { cell.RowId, cell.PackageId });
        builder.Property(cell => cell.Inclusion).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<ServicePackage>().WithMany().HasForeignKey(cell => cell.PackageId);
    }
}
