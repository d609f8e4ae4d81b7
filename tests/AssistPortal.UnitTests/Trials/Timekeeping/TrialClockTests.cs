using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Timekeeping;
using AssistPortal.UnitTests.Trials.Simulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Trials.Timekeeping;

/// <summary>What time does with trials, on each database: advance, run, look.</summary>
public abstract class TrialClockTests(DatabaseProvider provider)
{
    private static readonly SampleTrial Harbour = new("Harbour Books", "nora@harbour.example")
    {
        SiteHost = "harbour.meetings.example", PhoneNumbers = ["+15550100001"],
    };

    [DatabaseFact]
    public async Task A_trial_goes_its_way_and_each_mail_goes_once()
    {
        await using var database = await TrialDatabase.CreateAsync(provider);
        var trial = await database.BeginAsync(Harbour);

        foreach (var _ in Enumerable.Range(0, 90))
        {
            await RunAsync(database);
            await RunAsync(database);
            database.Clock.Advance(Duration.FromDays(1));
        }

        Assert.Equal(
            [
                ("trial.ends-soon", "nora@harbour.example", "2026-12-24"),
                ("trial.ends-soon", "partner@bluefin.example", "2026-12-24"),
                ("trial.expired", "nora@harbour.example", "2026-12-31"),
                ("trial.expired", "partner@bluefin.example", "2026-12-31"),
                ("trial.ended", "nora@harbour.example", "2027-01-30"),
            ],
            await MailsAsync(database));
        await database.ReadAsync(async db =>
        {
            Assert.Empty(await db.Set<Organisation>()
                .Where(organisation => organisation.Id != Organisation.FreeId)
                .ToListAsync());
            Assert.Equal(Organisation.FreeId, (await db.Set<OrganisationMember>().SingleAsync()).OrganisationId);
            Assert.Empty(await db.Set<TrialNumber>().ToListAsync());
            var stone = await db.Set<Tombstone>().SingleAsync();
            Assert.Equal(
                (1, 0, 10, 1, true),
                (stone.Administrators, stone.Users, stone.Licences, stone.PhoneNumbers, stone.HadSite));
            return true;
        });
        var ended = await database.FindAsync(trial.Id);
        Assert.Equal(Instant.FromUtc(2027, 2, 14, 9, 0), ended.NumbersReleasedAt);
    }

    [DatabaseFact]
    public async Task A_clock_that_was_off_over_the_end_tells_of_it_once_and_of_its_coming_no_more()
    {
        await using var database = await TrialDatabase.CreateAsync(provider);
        await database.BeginAsync(Harbour);

        database.Clock.Advance(Duration.FromDays(20));
        await RunAsync(database);
        database.Clock.Advance(Duration.FromDays(12));
        await RunAsync(database);
        await RunAsync(database);

        Assert.Equal(["trial.expired", "trial.expired"], (await MailsAsync(database)).Select(mail => mail.Cause));
    }

    [DatabaseFact]
    public async Task A_clock_that_was_off_for_forty_days_after_the_end_leaves_a_week()
    {
        await using var database = await TrialDatabase.CreateAsync(provider);
        var trial = await database.BeginAsync(Harbour);

        database.Clock.Advance(Duration.FromDays(70));
        await RunAsync(database);
        Assert.Equal(
            TrialState.Expired, (await database.FindAsync(trial.Id)).StateAt(database.Clock.GetCurrentInstant()));

        database.Clock.Reset(Instant.FromUtc(2027, 2, 15, 23, 59));
        await RunAsync(database);
        Assert.Null((await database.FindAsync(trial.Id)).EndedAt);

        database.Clock.Reset(Instant.FromUtc(2027, 2, 16, 0, 0));
        await RunAsync(database);
        Assert.NotNull((await database.FindAsync(trial.Id)).EndedAt);
    }

    [DatabaseFact]
    public async Task An_extension_after_the_mail_of_the_coming_end_brings_that_of_the_new_end()
    {
        await using var database = await TrialDatabase.CreateAsync(provider);
        var trial = await database.BeginAsync(Harbour);

        database.Clock.Advance(Duration.FromDays(24));
        await RunAsync(database);
        await ChangeAsync(database, trial.Id, (item, now) => item.Extend(database.PartnerUserId, now));
        foreach (var _ in Enumerable.Range(0, 37))
        {
            database.Clock.Advance(Duration.FromDays(1));
            await RunAsync(database);
        }

        Assert.Equal(
            ["2026-12-25", "2026-12-25", "2027-01-23", "2027-01-23", "2027-01-30", "2027-01-30"],
            (await MailsAsync(database)).Select(mail => mail.On));
    }

    [DatabaseFact]
    public async Task Of_conversion_and_cut_off_at_the_same_moment_one_wins()
    {
        await using var database = await TrialDatabase.CreateAsync(provider);
        var trial = await database.BeginAsync(Harbour);
        database.Clock.Advance(Duration.FromDays(30));
        await RunAsync(database);
        database.Clock.Advance(Duration.FromDays(30) - Duration.FromHours(9) - Duration.FromSeconds(1));

        // It comes a second before the cut-off, and is saved when that has come.
        var isConverted = await ConvertAsync(database, trial.Id, async () =>
        {
            database.Clock.Advance(Duration.FromSeconds(1));
            await RunAsync(database);
        });

        var after = await database.FindAsync(trial.Id);
        Assert.False(isConverted);
        Assert.NotNull(after.EndedAt);
        Assert.Null(after.ConvertedAt);
    }

    [DatabaseFact]
    public async Task A_conversion_is_possible_until_one_tick_before_the_cut_off()
    {
        await using var database = await TrialDatabase.CreateAsync(provider);
        var (first, second) = (await database.BeginAsync(Harbour), await database.BeginAsync(
            new SampleTrial("Other", "a@other.example")));
        database.Clock.Advance(Duration.FromDays(30));
        await RunAsync(database);
        var cutOff = Instant.FromUtc(2027, 1, 30, 0, 0);

        database.Clock.Reset(cutOff - Duration.FromTicks(10));
        await ChangeAsync(database, first.Id, (trial, now) => trial.Convert([], now));
        database.Clock.Reset(cutOff);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => ChangeAsync(database, second.Id, (trial, now) => trial.Convert([], now)));
    }

    [DatabaseTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Killed_in_the_middle_of_the_cut_off_it_is_whole_or_not_at_all(int at)
    {
        var kill = new KillAtSave();
        await using var database = await TrialDatabase.CreateAsync(provider, builder => builder.AddInterceptors(kill));
        var trial = await database.BeginAsync(Harbour);
        database.Clock.Advance(Duration.FromDays(30));
        await RunAsync(database);
        database.Clock.Advance(Duration.FromDays(30));
        await RunAsync(database, steps => steps.TakeDueAsync(default), () => kill.After(at));

        kill.Never();
        var isEnded = (await database.FindAsync(trial.Id)).EndedAt is not null;
        Assert.Equal(isEnded, await database.ReadAsync(db => db.Set<Tombstone>().AnyAsync()));
        Assert.Equal(
            isEnded, await database.ReadAsync(
                db => db.Set<TrialNotice>().AnyAsync(notice => notice.Kind == TrialNoticeKind.Ended)));

        database.Clock.Advance(Duration.FromMinutes(3));
        await RunAsync(database);
        Assert.NotNull((await database.FindAsync(trial.Id)).ErasedAt);
        Assert.Single(await MailsAsync(database), mail => mail.Cause == "trial.ended");
    }

    private static Task<bool> RunAsync(TrialDatabase database) => database.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<TrialClock>().RunDueAsync(default);
        return true;
    });

    private static async Task RunAsync(TrialDatabase database, Func<TrialSteps, Task<int>> run, Action before) =>
        await database.InScopeAsync(async scope =>
        {
            before();
            try
            {
                return await run(scope.GetRequiredService<TrialSteps>());
            }
            catch (KilledException)
            {
                return 0;
            }
        });

    private static Task<bool> ChangeAsync(TrialDatabase database, Guid id, Action<Trial, Instant> change) =>
        database.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<PortalDbContext>();
            var now = database.Clock.GetCurrentInstant();
            change(await db.Set<Trial>().Include(trial => trial.Services).SingleAsync(trial => trial.Id == id), now);
            await scope.GetRequiredService<NoticeBook>().CancelWaitingAsync(id, now, default);
            await db.SaveChangesAsync();
            return true;
        });

    private static Task<bool> ConvertAsync(TrialDatabase database, Guid id, Func<Task> meanwhile) =>
        database.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<PortalDbContext>();
            var trial = await db.Set<Trial>().Include(item => item.Services).SingleAsync(item => item.Id == id);
            trial.Convert([], database.Clock.GetCurrentInstant());
            await meanwhile();
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        });

    private static Task<List<(string Cause, string Recipient, string On)>> MailsAsync(TrialDatabase database) =>
        database.ReadAsync(async db => (await db.Set<OutboxMail>()
            .OrderBy(mail => mail.CreatedAt)
            .Select(mail => new { mail.Cause, mail.Recipient, mail.CreatedAt })
            .ToListAsync())
            .Select(mail => (mail.Cause, mail.Recipient, On: mail.CreatedAt.InUtc().Date.ToString("uuuu-MM-dd", null)))
            .OrderBy(mail => mail.On, StringComparer.Ordinal)
            .ThenByDescending(mail => mail.Cause, StringComparer.Ordinal)
            .ThenBy(mail => mail.Recipient, StringComparer.Ordinal)
            .ToList());
}

public sealed class TrialClockOnSqlite() : TrialClockTests(DatabaseProvider.Sqlite);

public sealed class TrialClockOnPostgreSql() : TrialClockTests(DatabaseProvider.PostgreSql);

public sealed class TrialClockOnSqlServer() : TrialClockTests(DatabaseProvider.SqlServer);
