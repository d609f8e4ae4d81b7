using System.Diagnostics;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// Trials at their three moments, due while servers are killed: a week before the end, the end, the cut-off. Who has to
/// be told what is known beforehand.
/// </summary>
internal sealed class KilledTrials
{
    private const int Length = 30;

    // Workers look each minute, and what a killed server had is free after two.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly BenchDatabase database;
    private readonly Guid partnerId;
    private readonly string partnerEmail;
    private readonly HashSet<(Guid Trial, TrialNoticeKind Kind, string Recipient)> expected = [];
    private int made;

    private KilledTrials(BenchDatabase database, Guid partnerId, string partnerEmail) =>
        (this.database, this.partnerId, this.partnerEmail) = (database, partnerId, partnerEmail);

    /// <summary>A partner with one administrator.</summary>
    public static async Task<KilledTrials> BeginAsync(BenchDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var user = Population.User("killed-partner@bench.example", "");
        var partner = new Partner("Bluefin Networks", "sales@bluefin.example", "");
        db.AddRange(user, partner, new PartnerMember { PartnerId = partner.Id, UserId = user.Id });
        await db.SaveChangesAsync(cancellationToken);
        return new KilledTrials(database, partner.Id, user.Email!);
    }

    /// <summary>Some more, of which something is due at once.</summary>
    public async Task AddDueAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var role = await db.Roles.SingleAsync(
            item => item.Name == TrialRoles.CustomerAdministrator, cancellationToken);
        var now = SystemClock.Instance.GetCurrentInstant();
        for (var number = 0; number < count; number++)
        {
            var name = FormattableString.Invariant($"killed{made++}");
            var organisation = new Organisation(name, siteHost: null);
            var kind = (TrialNoticeKind)(number % 3);
            var trial = Begin(kind, organisation, now);
            var user = Population.User($"admin@{name}.example", "");
            var administrator = new OrganisationMember(organisation.Id, user.Email!, MailKey.Of(user.Email!), "");
            administrator.Appoint(user.Id);
            var reader = new OrganisationMember(
                organisation.Id, $"user@{name}.example", MailKey.Of($"user@{name}.example"), "");
            reader.Assign([CloudService.Message]);
            db.AddRange(
                user,
                new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id },
                organisation,
                administrator,
                reader,
                trial);
            expected.Add((trial.Id, kind, user.Email!));
            expected.Add((trial.Id, kind, kind == TrialNoticeKind.Ended ? reader.Email : partnerEmail));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Waits until nothing is due any more, and tells how it went.</summary>
    public async Task TellAsync(Figures figures, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await using var db = database.NewContext();
        while (await IsSomethingDueAsync(db, cancellationToken) && Stopwatch.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }

        var sent = await db.Set<TrialNotice>()
            .Where(notice => notice.State == TrialNoticeState.Sent)
            .Select(notice => new { notice.TrialId, notice.Kind, notice.Recipient })
            .ToListAsync(cancellationToken);
        var told = sent.Select(notice => (notice.TrialId, notice.Kind, notice.Recipient)).ToHashSet();
        Figures.Tell("trials, notices that were due", FormattableString.Invariant($"{made}, {expected.Count}"));
        figures.AtMost("trials of which something is still due", await CountDueAsync(db, cancellationToken), 0, "");
        figures.AtMost("notices that were not sent", expected.Except(told).Count(), 0, "");
        figures.AtMost(
            "notices sent twice, or to somebody else", sent.Count - expected.Intersect(told).Count(), 0, "");
    }

    private Trial Begin(TrialNoticeKind kind, Organisation organisation, Instant now)
    {
        var days = kind switch
        {
            TrialNoticeKind.EndsSoon => Length - TrialLife.NoticeDays,
            TrialNoticeKind.Expired => Length,
            _ => Length + TrialLife.GraceDays,
        };
        var trial = Trial.Begin(
            new TrialStart(
                partnerId,
                organisation.Id,
                organisation.Name,
                "US",
                "Etc/UTC",
                "en",
                Length,
                new Dictionary<CloudService, int> { [CloudService.Message] = 10 }),
            now - Duration.FromDays(days));

        // What was due before today was done on its day.
        var today = now - Duration.FromDays(1);
        while (trial.StepDueAt(today) is { } step and (TrialStep.TellEnd or TrialStep.TellExpiry))
        {
            Action<Instant> take = step == TrialStep.TellEnd ? trial.TellEnd : trial.TellExpiry;
            take(trial.NextDueAt!.Value);
        }

        return trial;
    }

    private static Task<int> CountDueAsync(Data.PortalDbContext db, CancellationToken cancellationToken)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        return db.Set<Trial>().CountAsync(trial => trial.NextDueAt <= now, cancellationToken);
    }

    private static async Task<bool> IsSomethingDueAsync(Data.PortalDbContext db, CancellationToken cancellationToken) =>
        await CountDueAsync(db, cancellationToken) > 0
            || await db.Set<TrialNotice>()
                .AnyAsync(notice => notice.State == TrialNoticeState.Waiting, cancellationToken);
}
