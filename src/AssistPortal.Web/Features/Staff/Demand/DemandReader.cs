using System.Security.Claims;
using AssistPortal.Assist.Dashboard;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Staff.Dashboard;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Demand;

/// <summary>Gathers what hosts wait for, and what they wished for in vain.</summary>
public sealed class DemandReader(
    PortalDbContext db, ReaderTimes times, WaitingList waiting, WeeklyFigures figures, Cached<Catalogue> catalogue)
{
    /// <summary>So many of each are shown.</summary>
    public const int Most = 200;

    public async Task<DemandPage> ReadAsync(
        ClaimsPrincipal user, UnmetInput input, CancellationToken cancellationToken)
    {
        var time = await times.OfAsync(user, cancellationToken);
        var known = await catalogue.GetAsync(cancellationToken);
        var waits = await waiting.LongestAsync(Most, cancellationToken);
        var hours = input.Read();
        var since = DashboardReader.FirstWeek(time.Now, time.TimeZone);
        var wished = await figures.OpenAsync(
            await figures.UnmetAsync(since, cancellationToken), since, cancellationToken);
        var works = wished.Select(wish => UnmetWork.Of(wish, known.Package(wish.PackageId), time.TimeZone));
        var unmet = hours is null ? wished : [.. hours.Meet(works).Select(work => work.Wish)];
        List<UnmetWishFacts> shown = [.. unmet.Take(Most)];
        var ids = waits.Select(wish => wish.HostUserId).Concat(shown.Select(wish => wish.HostUserId)).Distinct();
        return new DemandPage
        {
            Time = time,
            Catalogue = known,
            Waiting = waits,
            Hours = hours,
            Unmet = shown,
            Hosts = await db.Users.AsNoTracking()
                .Where(host => ids.Contains(host.Id))
                .ToDictionaryAsync(
                    host => host.Id, host => new DemandHost(PersonName.Of(host), host.Email), cancellationToken),
        };
    }
}
