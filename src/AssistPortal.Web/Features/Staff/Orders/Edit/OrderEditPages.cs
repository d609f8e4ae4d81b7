using System.Globalization;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Ordering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Edit;

/// <summary>Gathers what the page shows on which an order is edited.</summary>
public sealed class OrderEditPages(
    PortalDbContext db,
    Cached<Catalogue> catalogue,
    OrderEditReader reader,
    OrderDifferences differences,
    IClock clock)
{
    /// <summary>The form as it begins.</summary>
    public Task<OrderEditPage> NewAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        var form = OrderEditForm.Of(whole.Order, whole.Package);
        var input = new OrderEditInput
        {
            FeeMinor = whole.Order.StandardFeeMinor.ToString(CultureInfo.InvariantCulture),
            ProducerId = $"{whole.Order.ProducerId}",
        };
        return OfAsync(whole, form, Renewed(input, whole), cancellationToken);
    }

    /// <summary>The form as typed.</summary>
    public async Task<OrderEditPage> OfAsync(
        OrderWithRelations whole, OrderEditForm form, OrderEditInput input, CancellationToken cancellationToken)
    {
        var (order, now) = (whole.Order, clock.GetCurrentInstant());
        var package = await reader.PackageAsync(whole, form, cancellationToken);
        return new OrderEditPage(whole, form, input, HasChanged: false)
        {
            Fields = new EventFields(
                form.Details,
                whole.Site,
                package,
                OrderTariff.Of(order, package),
                order.Time,
                order.Contact.Email),
            Packages = await reader.PackagesAsync(whole, cancellationToken),
            Phase = order.PhaseAt(now),
            Now = now,
        };
    }

    /// <summary>The form with what would come of it; whoever sends it again agrees to that.</summary>
    public async Task<OrderEditPage> OfAsync(
        OrderWithRelations whole,
        OrderEditForm form,
        OrderEditInput input,
        EditForecast forecast,
        CancellationToken cancellationToken)
    {
        input.FeeMinor = forecast.After.Fee.Minor.ToString(CultureInfo.InvariantCulture);
        input.ProducerId = $"{forecast.After.ProducerId}";
        return await OfAsync(whole, form, input, cancellationToken) with
        {
            Forecast = forecast,
            Differences = await DifferencesAsync(forecast.Before, forecast.After, cancellationToken),
        };
    }

    /// <summary>
    /// The form after somebody else has changed the order: what they saved, but where something was typed here.
    /// </summary>
    /// <param name="whole">The order as it is by now.</param>
    /// <param name="typed">The fields as typed.</param>
    /// <param name="input">What goes with them.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<OrderEditPage> MergedAsync(
        OrderWithRelations whole, OrderEditForm typed, OrderEditInput input, CancellationToken cancellationToken)
    {
        var saved = OrderEditForm.Of(whole.Order, whole.Package);
        var began = OrderEditForm.Read(input.Began);
        var form = began is null ? typed : typed.With(began, saved);
        var before = OrderSnapshot.Of(whole.Order);
        var seen = began is null
            ? before
            : OrderSnapshot.Of(
                began.ToEdit(whole.Order, await reader.PackageAsync(whole, began, cancellationToken), isWhole: true),
                before.Fee,
                before.ProducerId);
        (input.FeeMinor, input.ProducerId) =
            (before.Fee.Minor.ToString(CultureInfo.InvariantCulture), $"{before.ProducerId}");
        return await OfAsync(whole, form, Renewed(input, whole), cancellationToken) with
        {
            HasChanged = true,
            ByOthers = await DifferencesAsync(seen, before, cancellationToken),
        };
    }

    /// <summary>What differs, in words.</summary>
    public async Task<IReadOnlyList<OrderDifference>> DifferencesAsync(
        OrderSnapshot before, OrderSnapshot after, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        List<int> ids = [before.ProducerId, after.ProducerId];
        var producers = await db.Set<Producer>()
            .Where(producer => ids.Contains(producer.Id))
            .ToDictionaryAsync(producer => producer.Id, producer => producer.Name, cancellationToken);
        return differences.Between(
            before,
            after,
            id => known.Package(id).Texts.In(CultureInfo.CurrentUICulture).Name,
            id => producers[id]);
    }

    private static OrderEditInput Renewed(OrderEditInput input, OrderWithRelations whole)
    {
        (input.Version, input.Began) =
            ($"{whole.Order.Version}", OrderEditForm.Of(whole.Order, whole.Package).Write());
        return input;
    }
}
