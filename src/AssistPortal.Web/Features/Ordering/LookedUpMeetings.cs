using AssistPortal.Assist.Meetings;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The meetings that step 2 offers.</summary>
public sealed class LookedUpMeetings(MeetingLookup lookup)
{
    /// <summary>The page with the meetings of whoever is asked for.</summary>
    public async Task<MeetingLookupPage> AskedAsync(MeetingLookupPage page, CancellationToken cancellationToken)
    {
        var host = new SessionHost(Tolerant.Code(page.Input.HostId), Tolerant.Email(page.Input.HostEmail));
        var sessions = await lookup.FindAsync(page.Summary.Site, host, cancellationToken);
        return page with { Sessions = sessions, DirectoryIsSilent = sessions is null };
    }

    /// <summary>
    /// The page with those of a coordinator's customer, who was not asked yet: where there are none it only knows the
    /// address.
    /// </summary>
    public async Task<MeetingLookupPage> OfCustomerAsync(
        MeetingLookupPage page, string email, CancellationToken cancellationToken)
    {
        var host = new SessionHost(HostId: null, Tolerant.Email(email));
        var sessions = await lookup.FindAsync(page.Summary.Site, host, cancellationToken) ?? [];
        page.Input.HostEmail = email;
        page.Input.HostId = sessions.FirstOrDefault()?.HostId is { Length: > 0 } known ? known : email;
        if (sessions.Count == 0)
        {
            return page;
        }

        page.Input.IsScheduled = "yes";
        return page with { Sessions = sessions };
    }
}
