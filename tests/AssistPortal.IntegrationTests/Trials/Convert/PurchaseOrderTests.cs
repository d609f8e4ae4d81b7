using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Timekeeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Trials.Convert;

public sealed class PurchaseOrderTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    [Fact]
    public async Task A_site_that_the_help_desk_has_deleted_is_ordered_by_the_partner()
    {
        var trial = await ConvertedAsync("request-deletion");
        var (_, token) = (await browser.GetAsync((await portal.AddTrialAsync(TrialSketch.Whole)).Path)).Prepare();

        var early = await browser.PostAsync($"/trials/{trial.Id}/order-webex", token);
        Assert.Contains(portal.Words("en", "PurchaseOrder.Refusal.NotPossible"), early.Text, StringComparison.Ordinal);
        Assert.Equal(WebExState.Pending, await StateAsync(trial));

        var requestId = await portal.InDatabaseAsync(db =>
            db.Set<HelpDeskRequest>()
                .Where(request => request.TrialId == trial.Id)
                .Select(request => request.Id)
                .SingleAsync());
        var helpDesk = await portal.InDatabaseAsync(db =>
            db.Users.Where(user => user.UserName == "helpdesk@demo.example").Select(user => user.Id).SingleAsync());
        await InScopeAsync(async (orders, db) =>
        {
            await orders.NoteDeletedAsync(requestId, helpDesk, portal.Clock.GetCurrentInstant(), default);
            await db.SaveChangesAsync();
        });
        Assert.Equal(WebExState.Deleted, await StateAsync(trial));
        Assert.Equal(
            ["trial.site-deleted partner1b@demo.example", "trial.site-deleted partner@demo.example"],
            await MailsAsync(trial, "trial.site-deleted"));

        var list = await browser.GetAsync("/trials/orders");
        var done = await list.SubmitFormAsync($"[data-trial-id='{trial.Id}'] form");
        Assert.Contains(portal.Words("en", "PurchaseOrder.Notice.Ordered"), done.Text, StringComparison.Ordinal);
        Assert.Equal(WebExState.Ordered, await StateAsync(trial));
        Assert.Equal(trial.Host, await portal.ReadHostAsync(trial));
        Assert.Equal(2, (await MailsAsync(trial, "trial.webex-ordered")).Count);
        Assert.Equal(
            ["trial.converted", "trial.site-deleted", "trial.webex-ordered"],
            await portal.InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == trial.Id.ToString())
                .OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_site_that_waits_is_ordered_on_the_thirtieth_day_not_before_and_not_twice()
    {
        await using var own = PortalFactory.With(new PortalSetup());
        using var mine = own.CreatePortalClient();
        await mine.EnterAsync(ConvertTrials.Partner);
        var trial = await own.AddTrialAsync(TrialSketch.Whole);
        (await mine.ConvertAsync(trial, ConvertForms.WebEx(trial, "wait"))).AssertLeadsTo($"/trials/{trial.Id}");
        var row = await own.ReadTrialAsync(trial);
        var due = row.Life.FirstMomentOf(row.EndDate.PlusDays(TrialLife.GraceDays));

        await RunAsync(own, due - Duration.FromTicks(10));
        Assert.Equal(WebExState.Waiting, await StateAsync(own, trial));
        for (var time = 0; time < 2; time++)
        {
            await RunAsync(own, due + Duration.FromDays(time));
            Assert.Equal(WebExState.Ordered, await StateAsync(own, trial));
            Assert.Equal(trial.Host, await own.ReadHostAsync(trial));
            Assert.Equal(
                ["trial.webex-ordered partner1b@demo.example", "trial.webex-ordered partner@demo.example"],
                await MailsAsync(own, trial, "trial.webex-ordered"));
        }
    }

    [Fact]
    public async Task After_the_thirtieth_day_nothing_has_to_be_waited_for()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole with { Age = 59 });
        await portal.InDatabaseAsync(async db =>
        {
            // The clock was off: there is grace beyond the thirtieth day, whose step is done.
            var row = await db.Set<Trial>().SingleAsync(item => item.Id == trial.Id);
            db.Entry(row).Property(item => item.SettledAt).CurrentValue = portal.Clock.GetCurrentInstant()
                - Duration.FromHours(1);
            await db.SaveChangesAsync();
        });
        (await browser.ConvertAsync(trial, ConvertForms.WebEx(trial, "wait"))).AssertLeadsTo($"/trials/{trial.Id}");
        Assert.Equal(WebExState.Ordered, await StateAsync(trial));
    }

    [Fact]
    public async Task The_list_has_open_parts_first_and_only_the_partners_own_and_so_has_the_file()
    {
        await using var own = PortalFactory.With(new PortalSetup());
        using var mine = own.CreatePortalClient();
        using var others = own.CreatePortalClient();
        await mine.EnterAsync(ConvertTrials.Partner);
        await others.EnterAsync(ConvertTrials.OtherPartner);
        await own.InDatabaseAsync(db => db.Set<PurchaseOrder>().ExecuteDeleteAsync());
        List<MadeTrial> made = [];
        for (var number = 0; number < 28; number++)
        {
            made.Add(await own.AddTrialAsync(TrialSketch.Whole));
        }

        await own.InDatabaseAsync(async db =>
        {
            foreach (var (place, trial) in made.Index())
            {
                var at = own.Clock.GetCurrentInstant() - Duration.FromHours(place);
                var order = new PurchaseOrder(
                    trial.Id, place == 27 ? Offer.WebEx : Offer.Spark, [], trial.Administrator, Guid.NewGuid(), at);
                if (place == 27)
                {
                    order.OrderSite(trial.Host!, SameUrl.Wait, at);
                }

                db.Add(order);
            }

            await db.SaveChangesAsync();
        });
        var expected = made.Take(27).Prepend(made[27]).Select(trial => $"{trial.Id}").ToList();

        var first = await mine.GetAsync("/trials/orders");
        var second = await first.FollowAsync("a[rel=next]");
        Assert.Equal(expected, Rows(first).Concat(Rows(second)));
        Assert.Equal(25, Rows(first).Count);
        Assert.Null(second.Find("a[rel=next]"));

        var file = await mine.GetAsync("/trials/orders.csv");
        Assert.StartsWith("text/csv", file.ContentType, StringComparison.Ordinal);
        Assert.Equal(expected, file.Source.Trim().Split('\n').Skip(1).Select(line => line.Split(',')[1]));

        Assert.NotNull((await others.GetAsync("/trials/orders")).Find(".empty-state"));
        Assert.Single((await others.GetAsync("/trials/orders.csv")).Source.Trim().Split('\n'));
    }

    private static List<string> Rows(PortalPage page) =>
        [.. page.All("tr[data-trial-id]").Select(row => row.GetAttribute("data-trial-id")!)];

    private async Task<MadeTrial> ConvertedAsync(string sameUrl)
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        (await browser.ConvertAsync(trial, ConvertForms.WebEx(trial, sameUrl))).AssertLeadsTo($"/trials/{trial.Id}");
        return trial;
    }

    private Task<WebExState> StateAsync(MadeTrial trial) => StateAsync(portal, trial);

    private Task<List<string>> MailsAsync(MadeTrial trial, string cause) => MailsAsync(portal, trial, cause);

    private static Task<WebExState> StateAsync(PortalFactory portal, MadeTrial trial) => portal.InDatabaseAsync(db =>
        db.Set<PurchaseOrder>().Where(order => order.TrialId == trial.Id).Select(order => order.WebEx).SingleAsync());

    private static Task<List<string>> MailsAsync(PortalFactory portal, MadeTrial trial, string cause) =>
        portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == trial.Id.ToString() && mail.Cause == cause)
            .OrderBy(mail => mail.Recipient).Select(mail => mail.Cause + " " + mail.Recipient).ToListAsync());

    private static async Task RunAsync(PortalFactory portal, Instant now)
    {
        portal.Clock.Reset(now);
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrialClock>().RunDueAsync(default);
    }

    private async Task InScopeAsync(Func<SiteOrders, PortalDbContext, Task> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await work(
            scope.ServiceProvider.GetRequiredService<SiteOrders>(),
            scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
