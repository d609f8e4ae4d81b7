using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>The standard rates of a package in one currency. Amounts are whole minor units of it.</summary>
public sealed class RateCard
{
    private readonly List<ExtraRate> extras = [];

    private RateCard()
    {
    }

    /// <exception cref="ArgumentException">The currency is none, or a fee or time is below zero.</exception>
    public RateCard(string currency, RateCardDetails details)
    {
        Currency = Guard.Currency(currency);
        Change(details);
    }

    public int Id { get; private set; }

    public int PackageId { get; private init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; private init; } = "";

    public long BaseFeeMinor { get; private set; }

    /// <summary>Event time that the base fee includes, in minutes.</summary>
    public int IncludedMinutes { get; private set; }

    /// <summary>Fee per hour of event time beyond that, charged in half-hour steps.</summary>
    public long ExtraHourFeeMinor { get; private set; }

    public IReadOnlyList<ExtraRate> Extras => extras.AsReadOnly();

    internal void Change(RateCardDetails details)
    {
        Check(details);
        (BaseFeeMinor, IncludedMinutes, ExtraHourFeeMinor) =
            (details.BaseFeeMinor, details.IncludedMinutes, details.ExtraHourFeeMinor);
        extras.RemoveAll(extra => !details.Extras.ContainsKey(extra.Kind));
        foreach (var (kind, figures) in details.Extras)
        {
            if (extras.Find(extra => extra.Kind == kind) is { } known)
            {
                known.Change(figures);
            }
            else
            {
                extras.Add(new ExtraRate(kind, figures));
            }
        }
    }

    private static void Check(RateCardDetails details)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(details.BaseFeeMinor);
        ArgumentOutOfRangeException.ThrowIfNegative(details.IncludedMinutes);
        ArgumentOutOfRangeException.ThrowIfNegative(details.ExtraHourFeeMinor);
        foreach (var (kind, figures) in details.Extras)
        {
            Guard.Named(kind);
            ArgumentOutOfRangeException.ThrowIfNegative(figures.HourlyFeeMinor);
            ArgumentOutOfRangeException.ThrowIfNegative(figures.MinimumMinutes);
        }
    }
}
