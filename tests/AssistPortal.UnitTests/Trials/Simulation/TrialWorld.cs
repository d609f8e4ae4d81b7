using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Timekeeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Trials.Simulation;

/// <summary>The portal's own trials in a database, and people and clocks that do something with them.</summary>
internal sealed class TrialWorld(TrialDatabase database, RandomKill kill)
{
    public async Task<Guid> BeginAsync(TrialScript script)
    {
        var trial = await database.BeginAsync(new SampleTrial($"Company {script.Number}", Name(script, 0))
        {
            TimeZone = script.Zone,
            LengthDays = script.LengthDays,
            PhoneNumbers = script.HasCall ? [$"+1{script.Number:0000000000}"] : [],
        });
        return trial.Id;
    }

    public static string Name(TrialScript script, int act) => $"person{act}@company{script.Number}.example";

    /// <returns>Whether it could be done.</returns>
    public Task<bool> DoAsync(
        Guid trialId, TrialAct act, string name, int usageDay) => database.InScopeAsync(async scope =>
    {
        var db = scope.GetRequiredService<PortalDbContext>();
        var now = database.Clock.GetCurrentInstant();
        return await db.InTransactionAsync(
            async token =>
            {
                var trial = await db.Set<Trial>()
                    .Include(item => item.Services)
                    .SingleAsync(item => item.Id == trialId, token);
                var isDone = await DoAsync(scope, db, trial, act, name, usageDay, now);
                if (isDone)
                {
                    trial.Touch();
                    await db.SaveChangesAsync(token);
                }

                return (Commit: isDone, isDone);
            },
            default);
    });

    /// <summary>
    /// Two servers look at once for what is due; each may be killed on the way. Then one looks that is not.
    /// </summary>
    public async Task RunAsync(bool mails, int killPercent)
    {
        if (killPercent > 0)
        {
            kill.Percent = killPercent;
            await Task.WhenAll(RunKilledAsync(mails), RunKilledAsync(mails));
            kill.Percent = 0;

            // The leases of the dead run out.
            database.Clock.Advance(Duration.FromMinutes(3));
        }

        await RunOnceAsync(mails);
    }

    private async Task RunKilledAsync(bool mails)
    {
        try
        {
            await Task.Run(() => RunOnceAsync(mails));
        }
        catch (KilledException)
        {
            // So it goes.
        }
    }

    private Task<bool> RunOnceAsync(bool mails) => database.InScopeAsync(async scope =>
    {
        if (mails)
        {
            await scope.GetRequiredService<TrialClock>().RunDueAsync(default);
        }
        else
        {
            while (await scope.GetRequiredService<TrialSteps>().TakeDueAsync(default) > 0)
            {
                // There may be more than fit in a round.
            }
        }

        return true;
    });

    private static async Task<bool> DoAsync(
        IServiceProvider scope, PortalDbContext db, Trial trial, TrialAct act, string name, int usageDay, Instant now)
    {
        var state = trial.StateAt(now);
        var isAlive = state is TrialState.Active or TrialState.Expired;
        switch (act)
        {
            case TrialAct.Extend when state == TrialState.Active && trial.ExtendedAt is null:
                trial.Extend(Guid.Empty, now);
                await scope.GetRequiredService<NoticeBook>().CancelWaitingAsync(trial.Id, now, default);
                return true;
            case TrialAct.Convert when isAlive:
                trial.Convert([], now);
                await scope.GetRequiredService<NoticeBook>().CancelWaitingAsync(trial.Id, now, default);
                return true;
            case TrialAct.AddAdministrator when isAlive:
                db.Add(TrialDatabase.NewMember(db, trial.OrganisationId, name));
                return true;
            case TrialAct.RemoveAdministrator when isAlive:
                return await RemoveAsync(db, trial);
            case TrialAct.AddUser when isAlive:
                var user = new OrganisationMember(trial.OrganisationId, name, MailKey.Of(name), "");
                user.Assign([CloudService.Message]);
                db.Add(user);
                return true;
            case TrialAct.AddUsage when isAlive:
                db.Add(
                    new UsageFigure(trial.OrganisationId, CloudService.Message, trial.StartDate.PlusDays(usageDay), 1));
                return true;
            default:
                return false;
        }
    }

    private static async Task<bool> RemoveAsync(PortalDbContext db, Trial trial)
    {
        var administrators = await db.Set<OrganisationMember>()
            .Where(member => member.OrganisationId == trial.OrganisationId && member.IsAdministrator)
            .OrderBy(member => member.Id)
            .ToListAsync();
        if (administrators.Count < 2)
        {
            return false;
        }

        db.Remove(administrators[^1]);
        return true;
    }
}
