using AssistPortal.Assist.Sites.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Sites;

/// <summary>Changes where sites' meetings are looked up.</summary>
public sealed class SiteDirectories(PortalDbContext db, IClock clock)
{
    /// <summary>Saves the settings, unless somebody else has saved others since they were read.</summary>
    /// <param name="siteId">The site.</param>
    /// <param name="version">The site's version as it was read.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="actorId">Who changes them.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<EditOutcome> ChangeAsync(
        int siteId, int version, DirectorySettings settings, Guid actorId, CancellationToken cancellationToken)
    {
        var site = await db.Set<Site>().SingleOrDefaultAsync(item => item.Id == siteId, cancellationToken);
        if (site is null)
        {
            return EditOutcome.Gone;
        }

        if (site.Version != version)
        {
            return EditOutcome.ChangedMeanwhile;
        }

        var before = SiteDirectorySnapshot.Of(site);
        site.LookUpIn(settings.Kind);
        site.RescheduleBy(settings.ScheduleChange, settings.SchedulingPage);
        var change = Change.Between(before, SiteDirectorySnapshot.Of(site));
        db.Audit(new SiteDirectoryChanged(siteId, change), actorId, clock.GetCurrentInstant());
        return await db.SaveEditAsync(cancellationToken);
    }
}

/// <summary>Where a site's meetings are looked up, and what the portal does there.</summary>
/// <param name="Kind">The kind of directory.</param>
/// <param name="ScheduleChange">What the portal does when an order gets another time.</param>
/// <param name="SchedulingPage">Where meetings are scheduled; null takes the site's start page.</param>
public sealed record DirectorySettings(DirectoryKind Kind, ScheduleChange ScheduleChange, string? SchedulingPage);
