using System.Diagnostics;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// What a server knows of all reservations: read once, then brought up to date by the changes that each request reads.
/// Nobody is reserved by what it says; the key of <see cref="ProducerSlot"/> has the last word.
/// </summary>
internal sealed class ReservationCalendar : ChangeLog
{
    /// <summary>How many of the newest changes are looked through for gaps when all is read.</summary>
    internal const int Margin = 1000;

    private const int MostKnown = 5000;

    private static readonly Duration Past = Duration.FromDays(10);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim building = new(1, 1);

    // Who has the time, by reservation; and the number up to which a reservation is known.
    private readonly Dictionary<Guid, int> producers = [];
    private readonly Dictionary<Guid, long> known = [];

    private ReservedTimes? times;
    private ChangeNumbers? numbers;
    private long forgotten;
    private long builtAt;
    private TimeSpan goodFor;
    private int generation;

    /// <summary>How long a number may be missing before it is taken for one that was rolled back.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When all is read anew after that, for a transaction that took longer still.</summary>
    internal TimeSpan SecondLook { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>All is read anew after that, whatever may have been missed, and what is past goes.</summary>
    internal TimeSpan Longest { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Between two readings that a doubt has asked for.</summary>
    internal TimeSpan BetweenDoubts { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often all was read.</summary>
    internal int Generation => generation;

    protected override IReadOnlyList<string> Columns { get; } =
    [
        "c.\"Number\"", "c.\"ReservationId\"", "r.\"ProducerId\"", "r.\"StartQuarter\"", "r.\"EndQuarter\"",
        "r.\"HoldUntil\"", "COALESCE(r.\"DraftId\", r.\"OrderId\", r.\"SessionId\")", "p.\"LastAssignedAt\"",
    ];

    /// <summary>The row of the last number is read again: it tells that none after it has been cleared away.</summary>
    protected override string Source =>
        """
        FROM "ReservationChanges" c
        LEFT JOIN "Reservations" r ON r."Id" = c."ReservationId"
        LEFT JOIN "Producers" p ON p."Id" = r."ProducerId"
        WHERE c."Number" >= {0}
        """;

    protected override ChangeReading Begin()
    {
        lock (gate)
        {
            return new ReservationReading(this, numbers?.Settled ?? long.MaxValue, generation);
        }
    }

    /// <summary>Takes what a request has read, unless all was read anew meanwhile.</summary>
    internal ReservedTimes? Apply(ReservationReading reading)
    {
        lock (gate)
        {
            if (times is null || numbers is null || reading.Generation != generation || reading.Since < forgotten)
            {
                return null;
            }

            reading.News.Sort((one, other) => one.Number.CompareTo(other.Number));
            if (reading.News.Count == 0 || reading.News[0].Number != reading.Since)
            {
                // What it goes on from has been cleared away, and with it perhaps what came after.
                (times, numbers, goodFor) = (null, null, TimeSpan.Zero);
                return null;
            }

            if (reading.News.Exists(IsNews))
            {
                times = times.With(reading.News.Where(IsNews).Select(news => (Remember(news), news)));
            }

            if (numbers.GoOn(reading.News.Select(news => news.Number)))
            {
                ReadAnewWithin(Stopwatch.GetElapsedTime(builtAt) + SecondLook);
            }

            ForgetBefore(numbers.Settled);
            return times;
        }
    }

    /// <summary>What a request may go by that has read that; null where all has to be read first.</summary>
    internal ReservedTimes? TimesFor(ReservationReading reading)
    {
        lock (gate)
        {
            return reading.Generation == generation ? reading.Times : null;
        }
    }

    /// <summary>Whether it is time to read all anew, although what there is may be used meanwhile.</summary>
    internal bool IsDue => Stopwatch.GetElapsedTime(builtAt) >= goodFor;

    /// <summary>The database says otherwise: all is read anew soon.</summary>
    internal void Doubt()
    {
        lock (gate)
        {
            ReadAnewWithin(BetweenDoubts);
        }
    }

    /// <summary>Reads all. One request does; where it must be done, others wait for it.</summary>
    /// <param name="db">Where to read it from, without a transaction.</param>
    /// <param name="now">What ended long before is left out.</param>
    /// <param name="seen">What the request has read before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<BuildOutcome> BuildAsync(
        PortalDbContext db, Instant now, ReservationReading seen, CancellationToken cancellationToken)
    {
        if (!await building.WaitAsync(seen.Times is null ? Timeout.Infinite : 0, cancellationToken))
        {
            return BuildOutcome.Busy;
        }

        try
        {
            return seen.Generation != generation || await ReadAsync(db, now, cancellationToken)
                ? BuildOutcome.Built
                : BuildOutcome.Impossible;
        }
        finally
        {
            building.Release();
        }
    }

    private async Task<bool> ReadAsync(PortalDbContext db, Instant now, CancellationToken cancellationToken)
    {
        // Numbers before rows: what commits in between is read, and read once more as a change.
        var began = Stopwatch.GetTimestamp();
        var newest = await db.Set<ReservationChange>().OrderByDescending(change => change.Number)
            .Select(change => change.Number)
            .Take(Margin)
            .ToListAsync(cancellationToken);
        if (newest.Count == 0)
        {
            return false;
        }

        var from = QuarterHours.IndexOf(now - Past);
        var rows = await db.Set<Reservation>()
            .Where(item => item.StartQuarter > from - QuarterRange.PerDay && item.EndQuarter > from)
            .Select(item => new
            {
                item.Id,
                item.ProducerId,
                item.StartQuarter,
                item.EndQuarter,
                item.HoldUntil,
                Owner = item.DraftId ?? item.OrderId ?? item.SessionId,
            })
            .ToListAsync(cancellationToken);
        var lastAssigned = await db.LastAssignedAsync(cancellationToken);
        newest.Reverse();
        lock (gate)
        {
            producers.Clear();
            known.Clear();
            forgotten = 0;
            producers.EnsureCapacity(rows.Count);
            foreach (var row in rows)
            {
                producers.Add(row.Id, row.ProducerId);
            }

            times = ReservedTimes.Of(
                rows.Select(row => (row.ProducerId, new ReservedTime(
                    row.Id,
                    row.Owner ?? default,
                    row.HoldUntil?.ToUnixTimeTicks() ?? ReservedTime.ForGood,
                    row.StartQuarter,
                    row.EndQuarter))),
                lastAssigned,
                from);
            numbers = new ChangeNumbers(Patience);
            numbers.Begin(newest);
            (builtAt, goodFor, generation) = (began, Longest, generation + 1);
        }

        return true;
    }

    // Readings may come in another order than they were made in: the later number of a reservation is the later state.
    private bool IsNews(ReservationNews news) => news.Number > known.GetValueOrDefault(news.ReservationId);

    private int? Remember(ReservationNews news)
    {
        known[news.ReservationId] = news.Number;
        int? before = producers.TryGetValue(news.ReservationId, out var producer) ? producer : null;
        if (news.Time is null)
        {
            producers.Remove(news.ReservationId);
        }
        else
        {
            producers[news.ReservationId] = news.ProducerId;
        }

        return before;
    }

    private void ReadAnewWithin(TimeSpan age) => goodFor = goodFor < age ? goodFor : age;

    private void ForgetBefore(long settled)
    {
        if (known.Count <= MostKnown)
        {
            return;
        }

        forgotten = settled;
        foreach (var (reservation, number) in known)
        {
            if (number <= settled)
            {
                known.Remove(reservation);
            }
        }
    }
}
