using System.Net;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Reminders;
using AssistPortal.Data.Limits;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Checking;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Timekeeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Faults;

/// <summary>A clock that is set ahead for a while, and back again.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private readonly PortalFactory portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task A_hold_that_ran_out_by_it_costs_nobody_an_order_and_gives_none_twice()
    {
        using var host = portal.CreatePortalClient();
        using var other = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        await other.SignInAsync(Journeys.OtherHost);
        var moment = FreeMoment.Next();
        var now = portal.Clock.GetCurrentInstant();
        var step = await host.ToEventInformationAsync("tc-premium", moment);

        portal.Clock.Advance(Duration.FromHours(1));
        await other.SignInAsync(Journeys.OtherHost);
        (await other.OrderAsync("tc-premium", moment)).RequestNumber();
        portal.Clock.Reset(now);
        await host.SignInAsync(Journeys.Host);
        var page = await step.SubmitAsync(Journeys.EventFields());
        Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, page.Describe());
        await AssertSoundAsync(now);
    }

    [Fact]
    public async Task Wrong_passwords_of_a_time_that_never_was_keep_nobody_out()
    {
        var now = portal.Clock.GetCurrentInstant();
        portal.Clock.Advance(Duration.FromDays(365));
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/account/sign-in");
        PortalPage page;
        do
        {
            page = await form.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Password"] = "not the password" });
        }
        while (page.Status != HttpStatusCode.TooManyRequests);

        portal.Clock.Reset(now);
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        Assert.False(await portal.InDatabaseAsync(db => db.Set<Attempt>().AnyAsync(attempt => attempt.At > now)));
    }

    [Fact]
    public async Task Reminders_and_notices_go_once_and_trials_end_once_however_often_it_is_set()
    {
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var order = await portal.ReadAsync((await host.OrderAsync()).RequestNumber());
        var now = portal.Clock.GetCurrentInstant();
        Instant[] moments =
        [
            order.Time.Start - Duration.FromHours(20), now, order.Time.Start - Duration.FromHours(10), now,
            now + Duration.FromDays(20), now, now + Duration.FromDays(25),
        ];
        foreach (var moment in moments)
        {
            portal.Clock.Reset(moment);
            await RunAsync();
        }

        Assert.Equal(1, await portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .CountAsync(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == OrderReminderMail.Cause)));
        Assert.NotEqual(0, await portal.InDatabaseAsync(db => db.Set<TrialNotice>()
            .CountAsync(notice => notice.State == TrialNoticeState.Sent && notice.SettledAt > now)));
        Assert.NotEqual(0, await portal.InDatabaseAsync(db => db.Set<Trial>()
            .CountAsync(trial => trial.EndedAt > now)));
        await AssertSoundAsync(now);
    }

    private async Task RunAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReminderBatch>().WriteDueAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<TrialClock>().RunDueAsync(CancellationToken.None);
    }

    private async Task AssertSoundAsync(Instant mailsFrom)
    {
        var report = await portal.InDatabaseAsync(db => db.CheckAsync(portal.Clock.GetCurrentInstant(), mailsFrom));
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
    }
}
