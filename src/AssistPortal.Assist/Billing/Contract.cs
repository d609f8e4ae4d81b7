using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Billing;

/// <summary>
/// What a site pays for a package instead of the standard rates; what it leaves open stays as the order has it. Amounts
/// are whole minor units of <see cref="Currency"/>; it holds only for orders in that currency, also when the site's is
/// another by now.
/// </summary>
public sealed class Contract : IVersioned
{
    private readonly List<ContractExtra> extras = [];

    private Contract()
    {
    }

    /// <summary>A contract by which nothing is agreed as yet.</summary>
    /// <exception cref="ArgumentException">The currency is none.</exception>
    public Contract(int siteId, int packageId, string currency) =>
        (SiteId, PackageId, Currency) = (siteId, packageId, Guard.Currency(currency));

    public int Id { get; private set; }

    public int SiteId { get; private init; }

    public int PackageId { get; private init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; private init; } = "";

    public long? BaseFeeMinor { get; private set; }

    /// <summary>Event time that the base fee includes, in minutes.</summary>
    public int? IncludedMinutes { get; private set; }

    /// <summary>Fee per hour of event time beyond that, charged in half-hour steps.</summary>
    public long? ExtraHourFeeMinor { get; private set; }

    public IReadOnlyList<ContractExtra> Extras => extras.AsReadOnly();

    public int Version { get; private set; }

    /// <summary>Agrees on these terms instead of those before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A fee or time is below zero.</exception>
    public void Agree(ContractTerms terms)
    {
        Check(terms);
        (BaseFeeMinor, IncludedMinutes, ExtraHourFeeMinor) =
            (terms.BaseFeeMinor, terms.IncludedMinutes, terms.ExtraHourFeeMinor);
        extras.RemoveAll(extra => !terms.Extras.ContainsKey(extra.Kind));
        foreach (var (kind, agreed) in terms.Extras)
        {
            if (extras.Find(extra => extra.Kind == kind) is { } known)
            {
                known.Agree(agreed);
            }
            else
            {
                extras.Add(new ContractExtra(kind, agreed));
            }
        }
    }

    private static void Check(ContractTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(terms.BaseFeeMinor ?? 0, nameof(terms));
        ArgumentOutOfRangeException.ThrowIfNegative(terms.IncludedMinutes ?? 0, nameof(terms));
        ArgumentOutOfRangeException.ThrowIfNegative(terms.ExtraHourFeeMinor ?? 0, nameof(terms));
        foreach (var (kind, extra) in terms.Extras)
        {
            Guard.Named(kind, nameof(terms));
            ArgumentOutOfRangeException.ThrowIfNegative(extra.HourlyFeeMinor ?? 0, nameof(terms));
            ArgumentOutOfRangeException.ThrowIfNegative(extra.MinimumMinutes ?? 0, nameof(terms));
        }
    }
}

/// <summary>What an extra costs under a contract.</summary>
public sealed class ContractExtra
{
    private ContractExtra()
    {
    }

    internal ContractExtra(ExtraKind kind, ContractExtraTerms terms)
    {
        Kind = kind;
        Agree(terms);
    }

    public int ContractId { get; private init; }

    public ExtraKind Kind { get; private init; }

    public long? HourlyFeeMinor { get; private set; }

    /// <summary>Least time charged, in minutes.</summary>
    public int? MinimumMinutes { get; private set; }

    internal void Agree(ContractExtraTerms terms) =>
        (HourlyFeeMinor, MinimumMinutes) = (terms.HourlyFeeMinor, terms.MinimumMinutes);
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
