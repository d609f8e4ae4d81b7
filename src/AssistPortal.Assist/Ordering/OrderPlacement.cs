using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Ordering.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Reminders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>Turns a finished draft into an order: everything is proven once more, and saved at once or not at all.</summary>
public sealed class OrderPlacement
{
    private readonly PortalDbContext db;
    private readonly Kept<Catalogue> catalogue;
    private readonly HostOffers offers;
    private readonly ReservationBook reservations;
    private readonly WholeOrders orders;
    private readonly OrderMails mails;
    private readonly OrderReminders reminders;
    private readonly OrderAttentions attentions;
    private readonly UnmetDemand demand;
    private readonly BookingWindows windows;
    private readonly OutboxSignal outboxSignal;
    private readonly IOptions<OrderingOptions> options;
    private readonly IClock clock;

    internal OrderPlacement(
        PortalDbContext db,
        Kept<Catalogue> catalogue,
        HostOffers offers,
        ReservationBook reservations,
        WholeOrders orders,
        OrderMails mails,
        OrderReminders reminders,
        OrderAttentions attentions,
        UnmetDemand demand,
        BookingWindows windows,
        OutboxSignal outboxSignal,
        IOptions<OrderingOptions> options,
        IClock clock)
    {
        this.db = db;
        this.catalogue = catalogue;
        this.offers = offers;
        this.reservations = reservations;
        this.orders = orders;
        this.mails = mails;
        this.reminders = reminders;
        this.attentions = attentions;
        this.demand = demand;
        this.windows = windows;
        this.outboxSignal = outboxSignal;
        this.options = options;
        this.clock = clock;
    }

    /// <summary>Places the draft's order, or tells why it can't be.</summary>
    /// <param name="draft">The draft, with all its parts, saved.</param>
    /// <param name="pageLanguage">Culture name of the pages; mails are written in it.</param>
    /// <param name="shown">The rates and terms that the host saw; null where nobody knows.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    public async Task<PlacementAnswer> PlaceAsync(
        OrderDraft draft, string pageLanguage, ShownTerms? shown, CancellationToken cancellationToken)
    {
        if (await FindPlacedAsync(draft.Id, cancellationToken) is { } earlier)
        {
            return new PlacementAnswer.Placed(earlier);
        }

        var now = clock.GetCurrentInstant();
        var package = (await catalogue.GetAsync(cancellationToken)).Package(draft.PackageId);
        var site = (await offers.ForAsync(draft.HostUserId, cancellationToken))
            .FirstOrDefault(offer => offer.Site.Id == draft.SiteId && offer.Packages.Contains(package))?.Site;
        if (draft.Time is not { } time || draft.Event is not { } information)
        {
            return new PlacementAnswer.Refused(OrderJourney.LastAllowed(draft, package.ScheduledFirst), RefusalReason.Incomplete);
        }

        if (site is null)
        {
            return new PlacementAnswer.Refused(OrderStep.Availability, RefusalReason.PackageNotOffered);
        }

        var rates = package.RatesIn(site.Currency);
        var bookable = (await windows.OfAsync(draft.HostUserId, time.LocalStart.Zone, cancellationToken)).Starts;
        if (!bookable.Contains(time.Start))
        {
            return new PlacementAnswer.Refused(OrderStep.Availability, RefusalReason.OutsideBookingWindow);
        }

        if (information.Extras.Any(extra => rates.Extras.All(rate => rate.Kind != extra.Kind)))
        {
            return new PlacementAnswer.Refused(OrderStep.EventInformation, RefusalReason.ExtraNotOffered);
        }

        if (shown?.AreExceededBy(ShownTerms.Of(package, rates, time.DurationMinutes), information.Extras) == true)
        {
            return new PlacementAnswer.Refused(OrderStep.EventInformation, RefusalReason.CostsMore);
        }

        // Renews the hold, takes the place anew when it ran out, or finds a producer who speaks the asked language.
        var wish = new EventWish(package.Id, time.Start, time.DurationMinutes, time.TimeZone, information.Details.Language);
        var answer = await reservations.HoldAsync(wish, bookable, draft.Id, cancellationToken);
        if (answer is not HoldAnswer.Held held)
        {
            if (await FindPlacedAsync(draft.Id, cancellationToken) is { } twin)
            {
                return new PlacementAnswer.Placed(twin);
            }

            var nobody = (HoldAnswer.Nobody)answer;
            await demand.NoteAsync(wish, draft.Id, nobody.Reason);
            return new PlacementAnswer.NobodyFree(nobody);
        }

        var command = new OrderCommand
        {
            DraftId = draft.Id,
            HostUserId = draft.HostUserId,
            SiteId = site.Id,
            PackageId = package.Id,
            Contact = draft.Contact,
            Time = time,
            Event = information.Details,
            SessionKey = draft.Lookup?.SessionKey,
            SessionHostEmail = draft.Lookup is { SessionKey: not null } lookup ? lookup.HostEmail : null,
            PageLanguage = pageLanguage,
            Fee = StandardFee.By(rates, time.DurationMinutes, information.Extras),
            Rates = OrderRates.Of(rates, information.Extras),
            CancellationTiers = package.CancellationTiers,
            UpdateNoticeHours = options.Value.UpdateNoticeHours,
            SessionWishes = information.SessionWishes,
            ReportEmail = package.HasReport ? information.ReportEmail : "",
        };
        return await SaveAsync(draft, held, command, now, cancellationToken);
    }

    private async Task<PlacementAnswer> SaveAsync(
        OrderDraft draft, HoldAnswer.Held held, OrderCommand command, Instant now, CancellationToken cancellationToken)
    {
        RequestNumber? placed;
        try
        {
            placed = await db.InTransactionAsync(
                async cancellation =>
                {
                    var number = await WriteAsync(draft, held, command, now, cancellation);
                    return (Commit: number is not null, Result: number);
                },
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindTwinAsync(draft.Id, cancellationToken) is { } twin)
            {
                return twin;
            }

            throw;
        }

        if (placed is not { } orderNumber)
        {
            // A second click on submit has taken the hold, or another tab has changed the draft.
            return await FindTwinAsync(draft.Id, cancellationToken) ?? await LostAsync(command, cancellationToken);
        }

        outboxSignal.Notify();
        return new PlacementAnswer.Placed(orderNumber);
    }

    /// <summary>The order and all that goes with it, in the caller's transaction; null when the hold is gone.</summary>
    private async Task<RequestNumber?> WriteAsync(
        OrderDraft draft, HoldAnswer.Held held, OrderCommand command, Instant now, CancellationToken cancellationToken)
    {
        ShortNotice? shortNotice = null;
        if (IsTooSoon(command) && (shortNotice = await windows.UseShortNoticeAsync(command.HostUserId, cancellationToken)) is null)
        {
            return null;
        }

        var orderId = Guid.CreateVersion7();
        if (await reservations.TakeAsync(held.ReservationId, orderId, cancellationToken) is not { } producerId)
        {
            return null;
        }

        var order = Order.Place(command, RequestNumber.Random(), orderId, producerId, now);
        db.Add(order);
        reminders.Plan(order, now);
        db.Remove(draft);
        db.Audit(new OrderPlaced(orderId, producerId, shortNotice?.Reason, shortNotice?.GrantedById), command.HostUserId, now);
        var whole = await orders.OfAsync(order, cancellationToken);
        attentions.Plan(order, whole.Package, now);
        await mails.PlacedAsync(whole, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return order.RequestNumber;
    }

    private bool IsTooSoon(OrderCommand command) =>
        command.Time.Start < windows.Of(command.Time.LocalStart.Zone, isAtShortNotice: false).Starts.Start;

    /// <summary>Why an order that could be placed a moment ago can't be any more.</summary>
    private async Task<PlacementAnswer> LostAsync(OrderCommand command, CancellationToken cancellationToken) =>
        IsTooSoon(command) && await windows.FindShortNoticeAsync(command.HostUserId, cancellationToken) is null
            ? new PlacementAnswer.Refused(OrderStep.Availability, RefusalReason.OutsideBookingWindow)
            : new PlacementAnswer.Refused(OrderStep.EventInformation, RefusalReason.Incomplete);

    /// <summary>The order that another submission of the draft has placed; what this one holds is freed.</summary>
    private async Task<PlacementAnswer?> FindTwinAsync(Guid draftId, CancellationToken cancellationToken)
    {
        if (await FindPlacedAsync(draftId, cancellationToken) is not { } number)
        {
            return null;
        }

        await reservations.ReleaseAsync(draftId, cancellationToken);
        return new PlacementAnswer.Placed(number);
    }

    private async Task<RequestNumber?> FindPlacedAsync(Guid draftId, CancellationToken cancellationToken)
    {
        var number = await db.Set<Order>().Where(order => order.DraftId == draftId)
            .Select(order => order.Number)
            .SingleOrDefaultAsync(cancellationToken);
        return number is null ? null : RequestNumber.Parse(number);
    }
}
