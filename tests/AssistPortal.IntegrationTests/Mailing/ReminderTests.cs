using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Reminders;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Mailing;

public abstract class ReminderTests : IDisposable
{
    private static readonly Duration Notice = Duration.FromHours(24);

    private readonly TestDatabase database;
    private readonly PortalFactory portal;

    protected ReminderTests(DatabaseProvider provider)
    {
        database = DemoDatabase.Create(provider);
        portal = PortalFactory.With(new PortalSetup { Database = database });
    }

    public void Dispose()
    {
        portal.Dispose();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task Customers_are_reminded_once_a_day_before_whatever_the_number_of_servers()
    {
        var order = await portal.PlaceAsync(language: "zh-Hant");
        portal.Clock.Reset(order.Time.Start - Notice - Duration.FromMinutes(1));
        await RunAsync();
        Assert.Empty(await RemindersAsync(order));

        portal.Clock.Reset(order.Time.Start - Notice);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RunAsync)));
        await RunAsync();

        var mail = Assert.Single(await RemindersAsync(order));
        Assert.Equal(("zh-Hant", order.Contact.Email, 0), (mail.Language, mail.Recipient, mail.Revision));
        Assert.Contains(order.RequestNumber.ToString(), mail.Subject, StringComparison.Ordinal);
        Assert.NotNull(mail.InReplyTo);
    }

    [DatabaseFact]
    public async Task A_reminder_that_nobody_sent_in_time_comes_late_but_not_after_the_start()
    {
        var late = await portal.PlaceAsync();
        portal.Clock.Reset(late.Time.Start - Duration.FromMinutes(5));
        await RunAsync();
        Assert.Single(await RemindersAsync(late));

        var missed = await portal.PlaceAsync(new FreeMoment(late.Time.LocalStart.LocalDateTime.PlusWeeks(8)));
        portal.Clock.Reset(missed.Time.Start);
        await RunAsync();
        Assert.Empty(await RemindersAsync(missed));
        Assert.False(await IsPlannedAsync(missed));
    }

    [DatabaseFact]
    public async Task It_moves_with_the_order()
    {
        var order = await portal.PlaceAsync(new FreeMoment(new(2027, 2, 1, 9, 0)));
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var moment = new FreeMoment(order.Time.LocalStart.LocalDateTime.PlusWeeks(8));
        (await (await page.MoveAsync(browser, moment)).At("meeting-lookup")
            .SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");

        portal.Clock.Reset(order.Time.Start - Notice);
        await RunAsync();
        Assert.Empty(await RemindersAsync(order));

        portal.Clock.Reset(moment.Start - Notice);
        await RunAsync();
        Assert.Equal(1, Assert.Single(await RemindersAsync(order)).Revision);
    }

    [DatabaseFact]
    public async Task It_vanishes_with_a_cancelled_order()
    {
        var order = await portal.PlaceAsync();
        Assert.True(await IsPlannedAsync(order));
        var (browser, _) = await portal.FindAsync(order);
        using var __ = browser;
        var ask = await browser.GetAsync($"/assist/manage/{order.RequestNumber}/cancel");
        await ask.SubmitAsync(button: "button[value=yes]");

        Assert.False(await IsPlannedAsync(order));
        portal.Clock.Reset(order.Time.Start - Notice);
        await RunAsync();
        Assert.Empty(await RemindersAsync(order));
    }

    private async Task RunAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReminderBatch>().WriteDueAsync(CancellationToken.None);
    }

    private Task<List<OutboxMail>> RemindersAsync(Order order) =>
        portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == OrderReminderMail.Cause)
            .ToListAsync());

    private Task<bool> IsPlannedAsync(Order order) =>
        portal.InDatabaseAsync(db => db.Set<OrderReminder>().AnyAsync(reminder => reminder.OrderId == order.Id));
}

public sealed class ReminderOnSqlite() : ReminderTests(DatabaseProvider.Sqlite);

public sealed class ReminderOnPostgreSql() : ReminderTests(DatabaseProvider.PostgreSql);
