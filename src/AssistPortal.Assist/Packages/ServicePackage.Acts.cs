using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <content>What happens to a package, each act with its guard.</content>
public sealed partial class ServicePackage
{
    /// <summary>Makes the package so, but for its rates. Texts in languages that are not named stay.</summary>
    /// <exception cref="ArgumentException">
    /// A text is missing or too long, a number out of its range, or no cancellation tier holds until the start.
    /// </exception>
    public void Change(PackageDetails details)
    {
        Check(details);
        (Serves, ScheduledFirst) = (details.Serves, details.ScheduledFirst);
        (LeadMinutes, TrailMinutes) = (details.LeadMinutes, details.TrailMinutes);
        ProductionMinutes = details.ProductionMinutes;
        IncludesPlanningCall = details.IncludesPlanningCall;
        IncludesConsultation = details.IncludesConsultation;
        IncludesRehearsal = details.IncludesRehearsal;
        DisplayOrder = details.DisplayOrder;
        IsActive = details.IsActive;
        Reword(details.Texts);
        ChargeCancellation(details.CancellationTiers);
    }

    /// <summary>Says whether hosts may order it.</summary>
    public void SetActive(bool isActive) => IsActive = isActive;

    /// <summary>Prices the package in a currency, by the card that it has in it or by a new one.</summary>
    /// <exception cref="ArgumentException">The currency is none, or a fee or time is below zero.</exception>
    public void Price(string currency, RateCardDetails details)
    {
        if (IsPricedIn(currency))
        {
            RatesIn(currency).Change(details);
        }
        else
        {
            rateCards.Add(new RateCard(currency, details));
        }
    }

    /// <summary>Removes the rates in a currency: the package can't be ordered in it any more.</summary>
    /// <exception cref="InvalidOperationException">The package is not priced in it.</exception>
    public void RemoveRates(string currency) => rateCards.Remove(RatesIn(currency));

    private void Reword(IReadOnlyDictionary<string, LocalizedName> named)
    {
        foreach (var (language, text) in named)
        {
            if (texts.Find(known => known.Language == language) is { } known)
            {
                known.Reword(text);
            }
            else
            {
                texts.Add(new PackageText(language, text));
            }
        }
    }

    private void ChargeCancellation(IReadOnlyDictionary<int, int> percents)
    {
        cancellationTiers.RemoveAll(tier => !percents.ContainsKey(tier.NoticeHours));
        foreach (var (notice, percent) in percents)
        {
            if (cancellationTiers.Find(known => known.NoticeHours == notice) is { } known)
            {
                known.Charge(percent);
            }
            else
            {
                cancellationTiers.Add(new CancellationTier(notice, percent));
            }
        }
    }

    private static void Check(PackageDetails details)
    {
        Guard.Named(details.Serves);
        ArgumentOutOfRangeException.ThrowIfNegative(details.LeadMinutes);
        ArgumentOutOfRangeException.ThrowIfNegative(details.TrailMinutes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(details.ProductionMinutes ?? 1, nameof(details));
        ArgumentOutOfRangeException.ThrowIfNegative(details.DisplayOrder);
        foreach (var (language, named) in details.Texts)
        {
            PackageText.Check(language, named);
        }

        foreach (var (notice, percent) in details.CancellationTiers)
        {
            CancellationTier.Check(notice, percent);
        }

        if (!details.CancellationTiers.ContainsKey(0))
        {
            throw new ArgumentException("A package needs a cancellation tier for no notice at all.", nameof(details));
        }
    }
}
