using AssistPortal.Assist.Packages;

namespace AssistPortal.Assist.Orders;

/// <summary>By which rates an order is priced when it is edited.</summary>
public static class OrderTariff
{
    /// <summary>
    /// The rates that were copied when it was placed; extras that it did not have, and another package, go by today's
    /// card in the order's currency.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="package">The package that it has or is to have.</param>
    /// <exception cref="InvalidOperationException">The package is not priced in the order's currency.</exception>
    public static RateCard Of(Order order, ServicePackage package)
    {
        if (package.Id != order.PackageId || order.Rates is not { } copied)
        {
            return package.RatesIn(order.Currency);
        }

        var extras = package.IsPricedIn(order.Currency)
            ? RateCardDetails.Of(package.RatesIn(order.Currency)).Extras
            : [];
        foreach (var extra in copied.Extras)
        {
            extras[extra.Kind] = new ExtraFigures(extra.HourlyFeeMinor, extra.MinimumMinutes);
        }

        return new RateCard(
            order.Currency,
            new RateCardDetails(copied.BaseFeeMinor, copied.IncludedMinutes, copied.ExtraHourFeeMinor, extras));
    }

    /// <summary>What an edited order costs: as much as before where nothing that it goes by changes.</summary>
    /// <inheritdoc cref="Of" />
    /// <param name="edit">What becomes of the order.</param>
    public static (StandardFee Fee, OrderRates? Rates) PriceOf(Order order, OrderEdit edit, ServicePackage package)
    {
        if (edit.CostsAsMuchAs(OrderEdit.Of(order)))
        {
            return (order.StandardFee, order.Rates);
        }

        var rates = Of(order, package);
        return (StandardFee.By(rates, edit.DurationMinutes, edit.Extras), OrderRates.Of(rates, edit.Extras));
    }
}
