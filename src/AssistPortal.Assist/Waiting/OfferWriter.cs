using System.Globalization;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Waiting;

/// <summary>Makes one offer: wish, reservation, audit record and mail are saved at once or not at all.</summary>
internal sealed class OfferWriter(
    PortalDbContext db, Outbox outbox, WaitingOfferMail message, IOptions<WaitingOptions> options, IClock clock)
{
    private Duration HoldTime => Duration.FromMinutes(options.Value.OfferMinutes);

    public async Task<OfferOutcome> WriteAsync(
        Guid wishId, int producerId, Interval reserved, OfferReader reader, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var until = Instant.Min(now + HoldTime, reserved.Start);
        return await new ReservationAttempt(db).TryAsync(
            Reservation.Hold(producerId, reserved, wishId, until),
            now,
            updateId: null,
            cancellationToken => ClaimAsync(wishId, producerId, until, reader, now, cancellationToken),
            cancellationToken) switch
        {
            ReservationAttemptOutcome.Reserved => OfferOutcome.Offered,
            ReservationAttemptOutcome.Taken => OfferOutcome.NobodyFree,
            _ => OfferOutcome.NotNow,
        };
    }

    /// <returns>
    /// False where the host waits no longer, another server was faster, or it is not offered any more.
    /// </returns>
    private async Task<bool> ClaimAsync(
        Guid wishId,
        int producerId,
        Instant until,
        OfferReader reader,
        Instant now,
        CancellationToken cancellationToken)
    {
        var wish = await db.Set<WaitingWish>().SingleOrDefaultAsync(wish => wish.Id == wishId, cancellationToken);
        if (wish?.PhaseAt(now) != WaitPhase.Waiting)
        {
            return false;
        }

        // Asked of the database: what is kept in memory may be older than what has just been taken out of the offer.
        if (!await db.Set<ServicePackage>().AnyAsync(
                package => package.Id == wish.PackageId && package.IsActive, cancellationToken)
            || !await db.Set<Site>().AnyAsync(
                site => site.Id == wish.SiteId
                    && site.IsActive
                    && site.Packages.Any(package => package.Id == wish.PackageId),
                cancellationToken))
        {
            return false;
        }

        wish.Offer(until, now);
        outbox.Write(message.For(OfferOf(wish, until, reader)));
        db.Audit(new WishOffered(wishId, producerId, until), AuditActor.Portal, now);
        return true;
    }

    private static WaitingOffer OfferOf(WaitingWish wish, Instant until, OfferReader reader)
    {
        var (host, site, package) = reader;
        var language = host.MailLanguage ?? host.Language ?? wish.Language;
        return new WaitingOffer
        {
            WishId = wish.Id,
            Count = wish.Offers,
            Recipient = host.Email!,
            Name = PersonName.Of(host),
            Language = language,
            Package = package.Texts.In(CultureInfo.GetCultureInfo(language)).Name,
            Site = site.Name,
            Time = wish.Time,
            Until = until.InZone(DateTimeZoneProviders.Tzdb[host.TimeZone ?? wish.TimeZone]),
        };
    }
}
