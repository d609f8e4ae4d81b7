using System.Diagnostics;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// Turns a finished draft into an order: everything is proven once more, and saved at once or not at all.
/// </summary>
public sealed class OrderPlacement
{
    private readonly PortalDbContext db;
    private readonly DraftFinder drafts;
    private readonly Cached<Catalogue> catalogue;
    private readonly HostOffers offers;
    private readonly FairHolds holds;
    private readonly ReservationBook reservations;
    private readonly OrderConsequences consequences;
    private readonly UnmetDemand demand;
    private readonly BookingWindows windows;
    private readonly OutboxSignal outboxSignal;
    private readonly IOptions<BookingOptions> options;
    private readonly IClock clock;

    internal OrderPlacement(
        PortalDbContext db,
        DraftFinder drafts,
        Cached<Catalogue> catalogue,
        HostOffers offers,
        FairHolds holds,
        ReservationBook reservations,
        OrderConsequences consequences,
        UnmetDemand demand,
        BookingWindows windows,
        OutboxSignal outboxSignal,
        IOptions<BookingOptions> options,
        IClock clock)
    {
        this.db = db;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.offers = offers;
        this.holds = holds;
        this.reservations = reservations;
        this.consequences = consequences;
        this.demand = demand;
        this.windows = windows;
        this.outboxSignal = outboxSignal;
        this.options = options;
        this.clock = clock;
    }

    /// <summary>Places the draft's order; where it can't be, or that fails, the draft is saved as it is now.</summary>
    /// <param name="draft">The draft, with all its parts.</param>
    /// <param name="pageLanguage">
    /// Culture name of the pages; mails are written in it, where no other was chosen for the customer.
    /// </param>
    /// <param name="shown">The rates and terms that the host saw; null where nobody knows.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    public async Task<PlacementAnswer> PlaceAsync(
        OrderDraft draft, string pageLanguage, ShownTerms? shown, CancellationToken cancellationToken)
    {
        PlacementAnswer? answer = null;
        try
        {
            return answer = await TryAsync(draft, pageLanguage, shown, cancellationToken);
        }
        finally
        {
            if (answer is not PlacementAnswer.Placed)
            {
                await KeepAsync(draft);
            }
        }
    }

    private async Task<PlacementAnswer> TryAsync(
        OrderDraft draft, string pageLanguage, ShownTerms? shown, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(draft, pageLanguage, shown, cancellationToken);
        return PlacementProof.Of(draft, facts) switch
        {
            // What another submission has just placed is refused to nobody.
            PlacementProof.Refused refused => await FindPlacedAsync(draft.Id, cancellationToken) is { } earlier
                ? new PlacementAnswer.Placed(earlier)
                : new PlacementAnswer.Refused(refused.Step, refused.Reason),
            PlacementProof.Proven proven =>
                await ReserveAsync(draft, proven.Command, facts.Bookable, cancellationToken),
            var other => throw new UnreachableException($"{other}"),
        };
    }

    private async Task KeepAsync(OrderDraft draft)
    {
        db.ChangeTracker.Clear();
        db.Update(draft);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another tab has dropped it.
        }
    }

    private async Task<PlacementFacts> FactsAsync(
        OrderDraft draft, string pageLanguage, ShownTerms? shown, CancellationToken cancellationToken) => new()
        {
            Package = (await catalogue.GetAsync(cancellationToken)).Package(draft.PackageId),
            Offers = await offers.OfAsync(draft, cancellationToken),
            Bookable = draft.Time is { } time
                ? (await windows.OfAsync(draft, time.LocalStart.Zone, cancellationToken)).Starts
                : default,
            IsOffered = draft.Time is { } start && draft.IsOffered(start.Start, clock.GetCurrentInstant()),
            Shown = shown,
            PageLanguage = draft.MailLanguage ?? await OwnLanguageAsync(draft, cancellationToken) ?? pageLanguage,
            UpdateNoticeHours = options.Value.UpdateNoticeHours,
        };

    /// <summary>The language that the host has chosen for mails, where they are the contact themselves.</summary>
    private async Task<string?> OwnLanguageAsync(OrderDraft draft, CancellationToken cancellationToken)
    {
        var host = await drafts.HostOfAsync(draft, cancellationToken);
        return draft.Contact.Email.Equals(host?.Email, StringComparison.OrdinalIgnoreCase) ? host.MailLanguage : null;
    }

    private async Task<PlacementAnswer> ReserveAsync(
        OrderDraft draft, OrderCommand command, Interval bookable, CancellationToken cancellationToken)
    {
        // Renews the hold, takes the place anew when it ran out, or finds a producer who speaks the asked language.
        var time = command.Time;
        var wish = new EventWish(
            command.PackageId, time.Start, time.DurationMinutes, time.TimeZone, command.Event.Language);
        var answer = await holds.HoldAsync(wish, bookable, draft.Id, draft.HostUserId, cancellationToken);
        if (answer is not HoldAnswer.Held held)
        {
            if (await FindPlacedAsync(draft.Id, cancellationToken) is { } twin)
            {
                return new PlacementAnswer.Placed(twin);
            }

            var nobody = (HoldAnswer.Nobody)answer;
            await demand.NoteAsync(wish, draft.WisherId, nobody.Reason);
            return new PlacementAnswer.NobodyFree(nobody);
        }

        return await SaveAsync(draft, held, command, cancellationToken);
    }

    private async Task<PlacementAnswer> SaveAsync(
        OrderDraft draft, HoldAnswer.Held held, OrderCommand command, CancellationToken cancellationToken)
    {
        var answer = await db.TakeKeysAsync<PlacementAnswer?>(
            async cancellationToken =>
            {
                var placed = await WriteAsync(draft, held, command, cancellationToken);
                return (Commit: placed is not null, placed);
            },
            (_, cancellationToken) => FindTwinAsync(draft.Id, cancellationToken),
            cancellationToken);

        // Where a second click on submit has taken the hold, or another tab has changed the draft, nothing was written.
        if (answer is null)
        {
            return await FindTwinAsync(draft.Id, cancellationToken)
                ?? await LostAsync(draft, command, cancellationToken);
        }

        outboxSignal.Notify();
        return answer;
    }

    /// <summary>The order and all that goes with it, in the caller's transaction; null when the hold is gone.</summary>
    private async Task<PlacementAnswer?> WriteAsync(
        OrderDraft draft, HoldAnswer.Held held, OrderCommand command, CancellationToken cancellationToken)
    {
        EarlyStart? early = null;
        if (IsTooSoon(draft, command)
            && (early = await windows.UseEarlyStartAsync(draft, cancellationToken)) is null)
        {
            return null;
        }

        var orderId = Guid.CreateVersion7();
        if (!await reservations.TakeAsync(held, orderId, cancellationToken))
        {
            return null;
        }

        var producerId = held.ProducerId;
        var now = clock.GetCurrentInstant();
        var order = Order.Place(command, RequestNumber.Random(), orderId, producerId, now);
        db.Add(order);
        db.Remove(draft);
        var record = new OrderPlaced(
            orderId, producerId, early?.Reason, early?.AllowedById, draft.IsByStaff ? true : null);
        await consequences.PlacedAsync(order, record, now, cancellationToken);
        await db.SaveTogetherAsync(cancellationToken);
        return new PlacementAnswer.Placed(order.RequestNumber);
    }

    private bool IsTooSoon(OrderDraft draft, OrderCommand command) =>
        !draft.IsOffered(command.Time.Start, clock.GetCurrentInstant())
        && command.Time.Start < windows.Of(command.Time.LocalStart.Zone, LeadTime.Usual).Starts.Start;

    /// <summary>Why an order that could be placed a moment ago can't be any more.</summary>
    private async Task<PlacementAnswer> LostAsync(
        OrderDraft draft, OrderCommand command, CancellationToken cancellationToken) =>
        IsTooSoon(draft, command) && await windows.FindEarlyStartAsync(draft, cancellationToken) is null
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
