using System.Security.Claims;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Shared.Times;

/// <summary>Moments as the person who is signed in reads them.</summary>
public sealed class ReaderTimes(PortalDbContext db, RelativeTime relative, IClock clock)
{
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, IAsyncEnumerable<string?>>> Chosen = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid userId) =>
            db.Users.Where(row => row.Id == userId).Select(row => row.TimeZone)));

    /// <summary>The time zone of their profile; UTC where they chose none.</summary>
    public async Task<DateTimeZone> ZoneOfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await ChosenAsync(user, cancellationToken) ?? Otherwise;

    public async Task<OwnTime> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        In(await ChosenAsync(user, cancellationToken));

    /// <summary>The same for whoever knows what zone they chose; null for none.</summary>
    public OwnTime In(string? chosenZone) => In(Tolerant.Zone(chosenZone));

    private static DateTimeZone Otherwise => DateTimeZoneProviders.Tzdb["Etc/UTC"];

    private async Task<DateTimeZone?> ChosenAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        await foreach (var chosen in Chosen.On(db)(db, user.UserId()).WithCancellation(cancellationToken))
        {
            return Tolerant.Zone(chosen);
        }

        return null;
    }

    private OwnTime In(DateTimeZone? chosen) =>
        new(chosen ?? Otherwise, clock.GetCurrentInstant(), relative) { IsChosen = chosen is not null };
}

/// <summary>Moments in one time zone, seen from now.</summary>
public sealed class OwnTime(DateTimeZone zone, Instant now, RelativeTime relative)
{
    private readonly int year = now.InZone(zone).Year;

    public Instant Now => now;

    public DateTimeZone TimeZone => zone;

    /// <summary>Whether the person chose the zone; else it stands in for one.</summary>
    public bool IsChosen { get; init; } = true;

    /// <summary>The zone's name, with its offset now.</summary>
    public string Zone => Wording.Zone(now.InZone(zone));

    /// <summary>Tue, Mar 16, 9:30 AM; with the year where it is another than this one.</summary>
    public string Short(Instant moment)
    {
        var local = moment.InZone(zone).LocalDateTime;
        return local.Year == year
            ? Wording.ShortLocalTime(local)
            : Wording.ShortLocalTimeWithYear(local);
    }

    /// <summary>Tuesday, March 16, 2027, 9:30 AM.</summary>
    public string Full(Instant moment) => Wording.LocalTime(moment.InZone(zone).LocalDateTime);

    public string Relative(Instant moment) => relative.Of(moment, now, zone);

    /// <summary>Days of the calendar from today to a moment, as <see cref="Relative"/> counts them.</summary>
    public int DaysUntil(Instant moment) => RelativeTime.DaysUntil(moment, now, zone);
}
