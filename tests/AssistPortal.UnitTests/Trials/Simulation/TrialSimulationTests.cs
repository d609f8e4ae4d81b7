using System.Globalization;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Trials.Simulation;

/// <summary>
/// Many trials over 200 days against a slow, obviously right model. ASSISTPORTAL_TEST_TRIALS says how many, for whoever
/// has the time: 1000 take some minutes.
/// </summary>
public sealed class TrialSimulationTests
{
    private const int Days = 200;

    private static readonly int Count =
        int.Parse(Environment.GetEnvironmentVariable("ASSISTPORTAL_TEST_TRIALS") ?? "60", CultureInfo.InvariantCulture);

    [Fact]
    public Task The_clock_runs_every_hour() =>
        SimulateAsync(at => at % 24 == 0 || at < 24 * 20 ? 1 : 3, killPercent: 0);

    [Fact]
    public Task The_clock_runs_every_nine_days() => SimulateAsync(_ => 9 * 24, killPercent: 0);

    [Fact]
    public Task The_clock_is_off_for_forty_days() => SimulateAsync(at => at == 40 * 24 ? 40 * 24 : 8, killPercent: 0);

    [Fact]
    public Task Two_servers_run_at_once_and_are_killed_at_any_step() => SimulateAsync(_ => 13, killPercent: 20);

    private static async Task SimulateAsync(Func<int, int> hoursAfter, int killPercent)
    {
        var kill = new RandomKill();
        await using var database = await TrialDatabase.CreateAsync(options: builder => builder.AddInterceptors(kill));
        var world = new TrialWorld(database, kill);
        var scripts = TrialScript.Some(Count, seed: 20261129);
        Assert.Equal(Count, scripts.Count);
        var (ids, models) = (new Dictionary<int, Guid>(), new Dictionary<int, TrialModel>());
        var began = TestClock.AtStartOfDecember2026().GetCurrentInstant() + Duration.FromMinutes(10);
        var events = scripts
            .SelectMany(script => script.Acts.Index()
                .Select(pair => (At: script.StartsAfter
                    + pair.Item.After, script, Act: (TrialAct?)pair.Item.Act, Place: pair.Index + 1))
                .Prepend((At: script.StartsAfter, script, Act: null, Place: 0)))
            .OrderBy(item => item.At).ThenBy(item => item.Place)
            .ToList();
        var (next, run) = (0, 0);
        for (var hour = 0; hour <= Days * 24; hour += hoursAfter(hour))
        {
            for (; next < events.Count && events[next].At <= hour; next++)
            {
                var (at, script, act, place) = events[next];
                database.Clock.Reset(began + Duration.FromHours(at) + Duration.FromMinutes(-5));
                await DoAsync(script, act, place);
            }

            database.Clock.Reset(began + Duration.FromHours(hour));
            var mails = ++run % 5 != 0;
            await world.RunAsync(mails, killPercent);
            foreach (var model in models.Values)
            {
                model.Run(database.Clock.GetCurrentInstant(), mails);
            }
        }

        await world.RunAsync(mails: true, killPercent: 0);
        foreach (var (number, model) in models)
        {
            model.Run(database.Clock.GetCurrentInstant(), mails: true);
            await AssertSameAsync(database, ids[number], model);
        }

        async Task DoAsync(TrialScript script, TrialAct? act, int place)
        {
            var now = database.Clock.GetCurrentInstant();
            var name = TrialWorld.Name(script, place);
            if (act is null)
            {
                ids[script.Number] = await world.BeginAsync(script);
                var zone = DateTimeZoneProviders.Tzdb[script.Zone];
                models[script.Number] = new TrialModel(
                    now.InZone(zone).Date, script.LengthDays, zone, script.HasCall, "partner@bluefin.example");
                models[script.Number].Administrators.Add(name);
                return;
            }

            var isPossible = models[script.Number].Do(act.Value, name, now);
            Assert.Equal(isPossible, await world.DoAsync(ids[script.Number], act.Value, name, place));
        }
    }

    private static async Task AssertSameAsync(TrialDatabase database, Guid id, TrialModel model)
    {
        var now = database.Clock.GetCurrentInstant();
        await database.ReadAsync(async db =>
        {
            var trial = await db.Set<Trial>().Include(item => item.Services).SingleAsync(item => item.Id == id);
            Assert.Equal(model.StateAt(now), trial.StateAt(now));
            Assert.Equal(model.ConvertedAt, trial.ConvertedAt);
            Assert.Equal(model.EndedAt is null, trial.EndedAt is null);
            Assert.Equal(model.EndedAt is null, trial.ErasedAt is null);
            Assert.True(trial.EndedAt is null || trial.EndedAt >= trial.CutOffAt);
            Assert.True(
                trial.EndedAt is null || trial.CutOffAt >= trial.Life.FirstMomentOf(trial.EndDate.PlusDays(30)));
            Assert.True(trial.NumbersReleasedAt is null
                || trial.NumbersReleasedAt >= trial.Life.FirstMomentOf(trial.Life.CutOffDate(now).PlusDays(15)));
            await AssertNoticesAsync(db, trial, model);
            await AssertBelongingsAsync(db, trial, model);
            return true;
        });
    }

    private static async Task AssertNoticesAsync(PortalDbContext db, Trial trial, TrialModel model)
    {
        var notices = await db.Set<TrialNotice>().Where(notice => notice.TrialId == trial.Id).ToListAsync();
        Assert.DoesNotContain(notices, notice => notice.State == TrialNoticeState.Waiting);
        Assert.Equal(model.Dropped, notices.Count(notice => notice.State == TrialNoticeState.Cancelled));
        var subject = trial.Id.ToString();
        var mails = await db.Set<OutboxMail>().Where(mail => mail.SubjectId == subject).ToListAsync();
        Assert.Equal(
            model.Sent.Select(notice => (KeyOf(notice.Kind), notice.Recipient)).Order(),
            mails.Select(mail => (mail.Cause, mail.Recipient)).Order());
        Assert.Equal(mails.Count, notices.Count(notice => notice.State == TrialNoticeState.Sent));
    }

    private static async Task AssertBelongingsAsync(PortalDbContext db, Trial trial, TrialModel model)
    {
        var isGone = model.EndedAt is not null;
        var members = await db.Set<OrganisationMember>()
            .Where(member => member.OrganisationId == trial.OrganisationId)
            .ToListAsync();
        Assert.Equal(isGone ? 0 : model.Administrators.Count, members.Count(member => member.IsAdministrator));
        Assert.Equal(isGone ? 0 : model.Users.Count, members.Count(member => !member.IsAdministrator));
        Assert.Equal(
            !isGone, await db.Set<Organisation>().AnyAsync(organisation => organisation.Id == trial.OrganisationId));
        Assert.Equal(
            isGone ? 0 : model.Usage,
            await db.Set<UsageFigure>().CountAsync(figure => figure.OrganisationId == trial.OrganisationId));
        Assert.Equal(model.Numbers, await db.Set<TrialNumber>().CountAsync(number => number.TrialId == trial.Id));
        var stone = await db.Set<Tombstone>().SingleOrDefaultAsync(item => item.TrialId == trial.Id);
        Assert.Equal(isGone, stone is not null);
        if (stone is not null)
        {
            Assert.Equal(
                (model.Administrators.Count, model.Users.Count, model.Users.Count, model.Usage, 10),
                (stone.Administrators, stone.Users, stone.Assignments, stone.UsageFigures, stone.Licences));
        }
    }

    private static string KeyOf(TrialNoticeKind kind) => kind switch
    {
        TrialNoticeKind.EndsSoon => "trial.ends-soon",
        TrialNoticeKind.Expired => "trial.expired",
        _ => "trial.ended",
    };
}
