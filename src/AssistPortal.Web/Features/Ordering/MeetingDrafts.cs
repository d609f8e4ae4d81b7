using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Web.Features.Times;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Drafts that begin with a meeting of the site's directory.</summary>
public sealed class MeetingDrafts(PortalDbContext db, ContactPresets contacts, DraftLimits limits, IClock clock)
{
    /// <summary>The host's draft for that meeting, worked on last; null where there is none.</summary>
    public async Task<Guid?> FindAsync(
        Guid hostUserId, int siteId, string sessionKey, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var drafts = await db.Set<OrderDraft>()
            .Where(draft => draft.OpenedById == hostUserId
                && !draft.IsByStaff
                && draft.SiteId == siteId
                && draft.Lookup != null
                && draft.ExpiresAt > now)
            .OrderByDescending(draft => draft.ExpiresAt)
            .Select(draft => new { draft.Id, draft.Lookup })
            .ToListAsync(cancellationToken);
        return drafts.Find(draft => draft.Lookup?.SessionKey == sessionKey)?.Id;
    }

    /// <summary>A new draft with all that is known of the meeting.</summary>
    /// <param name="hostUserId">The host.</param>
    /// <param name="offer">The meeting's site, with one package at least.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task<Guid> BeginAsync(
        Guid hostUserId, SiteOffer offer, HostMeeting meeting, CancellationToken cancellationToken)
    {
        await limits.MakeRoomAsync(hostUserId, cancellationToken);
        var package = await ImpliedAsync(hostUserId, offer, cancellationToken);
        var contact = await contacts.ForAsync(hostUserId, cancellationToken);
        var now = clock.GetCurrentInstant();
        var draft = OrderDraft.Begin(hostUserId, offer.Site.Id, (package ?? offer.Packages[0]).Id, contact, now);
        draft.Preset(LookupOf(meeting), SessionPrefill.From(meeting.Session, earlier: null), StepOne(draft));
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;

        UnfinishedForm StepOne(OrderDraft draft)
        {
            var time = meeting.Time.Orderable();
            var input = AvailabilityInput.From(draft, offer.Packages[0], time.TimeZone);
            (input.PackageCode, input.DurationMinutes) = (package?.Code, $"{time.DurationMinutes}");
            input.SetStart(time.LocalStart);
            return FormFields.Keep(OrderStep.Availability, input);
        }
    }

    /// <summary>
    /// The only package of the site, or that of the host's last order there; else step 1 asks for one.
    /// </summary>
    private async Task<ServicePackage?> ImpliedAsync(
        Guid hostUserId, SiteOffer offer, CancellationToken cancellationToken)
    {
        if (offer.Packages is [var only])
        {
            return only;
        }

        var last = await db.Set<Order>()
            .Where(order => order.HostUserId == hostUserId && order.SiteId == offer.Site.Id)
            .OrderByDescending(order => order.PlacedAt)
            .Select(order => (int?)order.PackageId)
            .FirstOrDefaultAsync(cancellationToken);
        return offer.Packages.FirstOrDefault(package => package.Id == last);
    }

    /// <summary>Directories that know no other sign-in name know the host by the address.</summary>
    private static MeetingLookupAnswer LookupOf(HostMeeting meeting) => new(
        IsScheduled: true,
        meeting.Session.HostId is { Length: > 0 and <= MeetingLookupValidator.HostIdLength } hostId
            ? hostId
            : meeting.HostEmail,
        meeting.HostEmail,
        meeting.Session.Key);
}
