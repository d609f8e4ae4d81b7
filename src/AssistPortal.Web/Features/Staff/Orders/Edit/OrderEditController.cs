using System.Globalization;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Staff.Orders.Acts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Edit;

/// <summary>
/// Changes what the customer gave of an order. Where the fee or the producer becomes another, the page shows that
/// before it is saved.
/// </summary>
[Route("staff/orders/{number}/edit")]
public sealed class OrderEditController(
    OrderReader orders,
    OrderEditing editing,
    OrderEditPages pages,
    OrderEditReader reader,
    IStringLocalizer<OrderEditTexts> texts,
    IClock clock) : StaffActController(orders)
{
    private const string Page = "Edit";

    [HttpGet("")]
    public async Task<IActionResult> Ask(CancellationToken cancellationToken) =>
        View(Page, await pages.NewAsync(Whole, cancellationToken));

    /// <param name="basics">Contact, package and length.</param>
    /// <param name="details">The fields of step 3.</param>
    /// <param name="input">What goes with them.</param>
    /// <param name="forecast">Whether what would come of it is asked for, and nothing more.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    [HttpPost("")]
    public async Task<IActionResult> Save(
        AvailabilityInput basics,
        EventInformationInput details,
        OrderEditInput input,
        [FromForm] string? forecast,
        CancellationToken cancellationToken)
    {
        var form = new OrderEditForm(basics, details);
        if (Tolerant.Number(input.Version) is { } version && version != Order.Version)
        {
            return await ChangedAsync(form, input, cancellationToken);
        }

        var isWhole = Order.PhaseAt(clock.GetCurrentInstant()) == OrderPhase.Coming;
        if (await reader.ReadAsync(Whole, form, input, isWhole, ModelState, cancellationToken) is not { } edit)
        {
            return this.FormAgain(Page, await pages.OfAsync(Whole, form, input, cancellationToken));
        }

        var would = await editing.ForecastAsync(Order, edit, cancellationToken);
        var isSame = (await pages.DifferencesAsync(would.Before, would.After, cancellationToken)).Count == 0;
        if (would.Nobody is not null)
        {
            return await NobodyAsync(form, input, would, cancellationToken);
        }

        return forecast is not null ? View(Page, await pages.OfAsync(Whole, form, input, would, cancellationToken))
            : isSame ? await NothingAsync(form, input, cancellationToken)
            : await SaveAsync(form, input, edit, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(
        OrderEditForm form, OrderEditInput input, OrderEdit edit, CancellationToken cancellationToken)
    {
        var fee = long.TryParse(input.FeeMinor, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? minor
            : (long?)null;
        var seen = new SeenEdit(Order.Id, Order.Version, fee, Tolerant.Number(input.ProducerId));
        switch (await editing.SaveAsync(Order, seen, edit, input.Words(), User.UserId(), cancellationToken))
        {
            case OrderEditOutcome.Saved:
                return Done(texts["Done", edit.Contact.Email]);
            case OrderEditOutcome.ChangedMeanwhile:
                return await ChangedAsync(form, input, cancellationToken);
            default:
                var would = await editing.ForecastAsync(Order, edit, cancellationToken);
                return would.Nobody is not null
                    ? await NobodyAsync(form, input, would, cancellationToken)
                    : View(Page, await pages.OfAsync(Whole, form, input, would, cancellationToken));
        }
    }

    /// <summary>Nothing of the order is another: nobody is told, and what is said needs a mail of its own.</summary>
    private async Task<IActionResult> NothingAsync(
        OrderEditForm form, OrderEditInput input, CancellationToken cancellationToken) => input.Words() is null
        ? Done(texts["Nothing"])
        : this.Refused(
            Page,
            await pages.OfAsync(Whole, form, input, cancellationToken),
            nameof(input.MessageToCustomer),
            texts["Nothing.Message"]);

    private async Task<IActionResult> NobodyAsync(
        OrderEditForm form, OrderEditInput input, EditForecast would, CancellationToken cancellationToken) =>
        this.Refused(
            Page,
            await pages.OfAsync(Whole, form, input, cancellationToken),
            would.After.PackageId == Order.PackageId
                ? nameof(AvailabilityInput.DurationMinutes)
                : nameof(AvailabilityInput.PackageCode),
            texts[would.Nobody == NobodyReason.AllTaken ? "Nobody.AllTaken" : "Nobody.NoProducerWorks"]);

    private Task<IActionResult> ChangedAsync(
        OrderEditForm form, OrderEditInput input, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return ChangedAsync(Page, async now => await pages.MergedAsync(now, form, input, cancellationToken));
    }
}
