using System.Runtime.CompilerServices;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>Finds meetings for the list and for its export.</summary>
public sealed class MeetingList(PortalDbContext db, IClock clock)
{
    public const int PageSize = 25;

    private const int PartSize = 1000;

    // A day begins so much earlier than in UTC where it begins first: nothing of the chosen day is left out.
    private static readonly Duration EarliestZone = Duration.FromHours(14);

    /// <summary>The first day that is shown.</summary>
    public LocalDate From(MeetingListInput input) =>
        Tolerant.Date(input.From) ?? clock.GetCurrentInstant().InUtc().Date;

    /// <summary>All that fit, by start.</summary>
    public IQueryable<FoundMeeting> Query(MeetingListInput input)
    {
        var start = From(input).AtMidnight().InUtc().ToInstant() - EarliestZone;
        var sessions = db.Set<MeetingSession>().AsNoTracking().Where(session => session.Start >= start);
        if (Tolerant.Code(input.Site).Length > 0)
        {
            var siteId = Tolerant.Number(input.Site) ?? 0;
            sessions = sessions.Where(session => session.SiteId == siteId);
        }

        foreach (var (word, other) in FoldedText.WordsOf(Tolerant.Text(input.Q)))
        {
            sessions = sessions.Where(
                session => session.SearchText.Contains(word) || session.SearchText.Contains(other));
        }

        return sessions
            .Join(
                db.Set<Site>(),
                session => session.SiteId,
                site => site.Id,
                (session, site) => new FoundMeeting { Session = session, Site = site })
            .OrderBy(found => found.Session.Start).ThenBy(found => found.Session.Id);
    }

    /// <summary>
    /// All of them, read in parts: a query that the database may be asked again is kept in memory as a whole, until it
    /// is known to have come through.
    /// </summary>
    public async IAsyncEnumerable<FoundMeeting> ReadAllAsync(
        MeetingListInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = Query(input);
        for (var part = await all.Take(PartSize).ToListAsync(cancellationToken); part.Count > 0;)
        {
            foreach (var found in part)
            {
                yield return found;
            }

            var last = part[^1].Session;
            part = await all
                .Where(found => found.Session.Start >= last.Start
                    && (found.Session.Start > last.Start || found.Session.Id > last.Id))
                .Take(PartSize)
                .ToListAsync(cancellationToken);
        }
    }

    /// <summary>A page of them.</summary>
    public async Task<MeetingListModel> ReadAsync(MeetingListInput input, CancellationToken cancellationToken)
    {
        var query = Query(input);
        var count = await query.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(Tolerant.Number(input.Page) ?? 1, 1, pages);
        var found = await query.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new MeetingListModel(found, count, page, pages);
    }
}
