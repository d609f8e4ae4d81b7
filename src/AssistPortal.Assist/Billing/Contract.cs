using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Billing;

/// <summary>
/// What a site pays for a package instead of the standard rates; what it leaves open stays as the order has it. Amounts
/// are whole minor units of <see cref="Currency"/>; it holds only for orders in that currency, also when the site's is another
/// by now.
/// </summary>
public sealed class Contract : IVersioned
{
    public int Id { get; private set; }

    public required int SiteId { get; init; }

    public required int PackageId { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    public long? BaseFeeMinor { get; set; }

    /// <summary>Event time that the base fee includes, in minutes.</summary>
    public int? IncludedMinutes { get; set; }

    /// <summary>Fee per hour of event time beyond that, charged in half-hour steps.</summary>
    public long? ExtraHourFeeMinor { get; set; }

    public List<ContractExtra> Extras { get; } = [];

    public int Version { get; private set; }
}

/// <summary>What an extra costs under a contract.</summary>
public sealed class ContractExtra
{
    public int ContractId { get; init; }

    public required ExtraKind Kind { get; init; }

    public long? HourlyFeeMinor { get; set; }

    /// <summary>Least time charged, in minutes.</summary>
    public int? MinimumMinutes { get; set; }
}

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("Contracts");
        builder.Property(contract => contract.Currency).HasMaxLength(Lengths.Currency);
        builder.Property(contract => contract.Version).IsConcurrencyToken();
        builder.HasIndex(contract => new { contract.SiteId, contract.PackageId, contract.Currency }).IsUnique();
        builder.HasOne<Site>().WithMany().HasForeignKey(contract => contract.SiteId);
        builder.HasOne<ServicePackage>().WithMany().HasForeignKey(contract => contract.PackageId);
        builder.HasMany(contract => contract.Extras).WithOne().HasForeignKey(extra => extra.ContractId);
    }
}

internal sealed class ContractExtraConfiguration : IEntityTypeConfiguration<ContractExtra>
{
    public void Configure(EntityTypeBuilder<ContractExtra> builder)
    {
        builder.ToTable("ContractExtras");
        builder.HasKey(extra => new { extra.ContractId, extra.Kind });
        builder.Property(extra => extra.Kind).HasConversion<string>().HasMaxLength(30);
    }
}
