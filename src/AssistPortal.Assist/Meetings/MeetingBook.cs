using AssistPortal.Assist.Meetings.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>
/// The meetings that staff keep in the portal's own directory. Each change leaves an entry in the audit trail.
/// </summary>
public sealed class MeetingBook(PortalDbContext db, IClock clock)
{
    // Fewer parameters than any database takes.
    private const int NumbersAtOnce = 500;

    public async Task<EditOutcome> AddAsync(
        int siteId, MeetingDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        if (await IsTakenAsync(siteId, details.MeetingNumber, except: null, cancellationToken))
        {
            return EditOutcome.NumberTaken;
        }

        AddNew(siteId, details, actorId);
        return await db.SaveEditAsync(cancellationToken);
    }

    /// <summary>Saves a meeting, unless somebody else has saved it since it was read.</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="version">Its version as it was read.</param>
    /// <param name="details">What is known of it now.</param>
    /// <param name="actorId">Who changes it.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<EditOutcome> ChangeAsync(
        Guid id, int version, MeetingDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        var (session, outcome) = await FindAsync(id, version, cancellationToken);
        if (session is null)
        {
            return outcome;
        }

        if (await IsTakenAsync(session.SiteId, details.MeetingNumber, id, cancellationToken))
        {
            return EditOutcome.NumberTaken;
        }

        Take(session, details, actorId);
        return await db.SaveEditAsync(cancellationToken);
    }

    /// <summary>Removes a meeting, unless somebody else has saved it since it was read.</summary>
    /// <inheritdoc cref="ChangeAsync" path="/param" />
    public async Task<EditOutcome> RemoveAsync(Guid id, int version, Guid actorId, CancellationToken cancellationToken)
    {
        var (session, outcome) = await FindAsync(id, version, cancellationToken);
        if (session is null)
        {
            return outcome;
        }

        db.Remove(session);
        var change = Change.Removed(MeetingSnapshot.Of(session));
        db.Audit(new MeetingRemoved(id, change), actorId, clock.GetCurrentInstant());
        return await db.SaveEditAsync(cancellationToken);
    }

    /// <summary>
    /// Adds meetings, or changes those that have the same number at the same site: all of them or, when somebody else
    /// saves one of them meanwhile, none.
    /// </summary>
    /// <returns>How many there were of each kind; null when nothing was saved.</returns>
    public async Task<ImportCount?> ImportAsync(
        IReadOnlyList<(int SiteId, MeetingDetails Details)> meetings, Guid actorId, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(meetings, cancellationToken);
        var count = new ImportCount(0, 0, 0);
        foreach (var (siteId, details) in meetings)
        {
            // Older data may hold a number twice: the start tells which is meant.
            var same = known[(siteId, details.MeetingNumber)].ToList();
            var session = same.Find(item => item.Start == details.Start) ?? same.FirstOrDefault();
            if (session is null)
            {
                AddNew(siteId, details, actorId);
                count = count with { Added = count.Added + 1 };
                continue;
            }

            count = Take(session, details, actorId)
                ? count with { Changed = count.Changed + 1 }
                : count with { Same = count.Same + 1 };
        }

        return await db.SaveEditAsync(cancellationToken) == EditOutcome.Saved ? count : null;
    }

    private void AddNew(int siteId, MeetingDetails details, Guid actorId)
    {
        var session = new MeetingSession(siteId, details);
        db.Add(session);
        db.Audit(
            new MeetingAdded(session.Id, Change.Added(MeetingSnapshot.Of(session))),
            actorId,
            clock.GetCurrentInstant());
    }

    /// <returns>Whether anything differs.</returns>
    private bool Take(MeetingSession session, MeetingDetails details, Guid actorId)
    {
        var before = MeetingSnapshot.Of(session);
        session.Change(details);
        var change = Change.Between(before, MeetingSnapshot.Of(session));
        return db.Audit(new MeetingChanged(session.Id, change), actorId, clock.GetCurrentInstant());
    }

    private async Task<(MeetingSession? Session, EditOutcome Outcome)> FindAsync(
        Guid id, int version, CancellationToken cancellationToken)
    {
        var session = await db.Set<MeetingSession>().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        return session is null ? (null, EditOutcome.Gone)
            : session.Version != version ? (null, EditOutcome.ChangedMeanwhile)
            : (session, EditOutcome.Saved);
    }

    private Task<bool> IsTakenAsync(int siteId, string number, Guid? except, CancellationToken cancellationToken) =>
        db.Set<MeetingSession>().AnyAsync(
            session => session.SiteId == siteId && session.MeetingNumber == number && session.Id != except,
            cancellationToken);

    private async Task<ILookup<(int SiteId, string Number), MeetingSession>> KnownAsync(
        IReadOnlyList<(int SiteId, MeetingDetails Details)> meetings, CancellationToken cancellationToken)
    {
        var found = new List<MeetingSession>();
        foreach (var numbers in meetings
            .Select(meeting => meeting.Details.MeetingNumber)
            .Distinct(StringComparer.Ordinal)
            .Chunk(NumbersAtOnce))
        {
            found.AddRange(await db.Set<MeetingSession>()
                .Where(session => numbers.Contains(session.MeetingNumber))
                .ToListAsync(cancellationToken));
        }

        return found.ToLookup(session => (session.SiteId, session.MeetingNumber));
    }
}

/// <summary>What an import did.</summary>
/// <param name="Added">Meetings that were not there before.</param>
/// <param name="Changed">Meetings that were there otherwise.</param>
/// <param name="Same">Meetings that were there just so.</param>
public sealed record ImportCount(int Added, int Changed, int Same);
