using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Packages;

/// <summary>Gathers what is shown of a host's meetings.</summary>
public sealed class MeetingPages(HostMeetings meetings, BookingWindows windows, IOptions<BookingOptions> options)
{
    /// <summary>The host's coming meetings.</summary>
    /// <param name="userId">The host.</param>
    /// <param name="sites">The host's sites with what they offer.</param>
    /// <param name="begun">The host's orders to be continued, the one worked on last first.</param>
    /// <param name="everywhere">Whether directories outside the portal are asked too.</param>
    /// <param name="cancellationToken">Nobody looks at the page any longer.</param>
    public async Task<MeetingLines> OfAsync(
        Guid userId,
        IReadOnlyList<SiteOffer> sites,
        IReadOnlyList<OrderDraft> begun,
        bool everywhere,
        CancellationToken cancellationToken)
    {
        var open = sites.Where(offer => offer.Packages.Count > 0).Select(offer => offer.Site).ToList();
        var found = await meetings.ListAsync(userId, open, everywhere, cancellationToken);
        var lines = found.Meetings.Select(LineOf).ToList();
        if (lines.Exists(line => line.IsTooSoon)
            && await windows.FindShortNoticeAsync(userId, cancellationToken) is not null)
        {
            lines = lines.ConvertAll(line => line with { IsTooSoon = IsTooSoon(line.Meeting, LeadTime.Short) });
        }

        return new MeetingLines(found, lines, options.Value.LeadTimeDays);

        MeetingLine LineOf(HostMeeting meeting) => new(
            meeting,
            begun.FirstOrDefault(draft =>
                draft.SiteId == meeting.Site.Id && draft.Lookup?.SessionKey == meeting.Session.Key)?.Id,
            IsTooSoon(meeting, LeadTime.Usual));
    }

    private bool IsTooSoon(HostMeeting meeting, LeadTime leadTime) =>
        meeting.Time.Orderable().Start < windows.Of(meeting.Time.LocalStart.Zone, leadTime).Starts.Start;
}
