using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff.Jobs;

/// <summary>Two servers at one job, and servers that die over it, on each database.</summary>
public abstract class JobOnEachDatabaseTests : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly JobFixture staff;

    protected JobOnEachDatabaseTests(DatabaseProvider provider)
    {
        database = TestDatabase.Create(provider);
        staff = new JobFixture(database);
    }

    public Task InitializeAsync() => staff.InitializeAsync();

    public async Task DisposeAsync()
    {
        await staff.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task Two_servers_do_each_order_once_and_what_a_dead_one_has_left_the_other_takes_over()
    {
        await staff.Portal.AddOrdersAsync("shared", 24);
        var form = await staff.ChooseAsync("q=shared", OrderJobAct.Message, "Page");
        var forecast = await form.SubmitAsync(new() { ["Message"] = "We have moved." });
        var job = JobFixture.JobOf(await forecast.SubmitAsync());

        // One dies within an order, one between its commit and the next order, one as soon as it has an order.
        staff.Death.BeforeNextCommit();
        Assert.True(await staff.WorkAsync(job, 1));
        staff.Death.AfterNextCommit();
        Assert.True(await staff.WorkAsync(job, 2));
        await HoldAsync(job, 3);
        Assert.Equal(
            [JobItemState.Waiting, JobItemState.Done, JobItemState.Waiting],
            (await staff.ItemsAsync(job)).Take(3).Select(item => item.State));

        await Task.WhenAll(staff.WorkAsync(), staff.WorkAsync());
        Assert.Equal(
            [1, 3], (await staff.ItemsAsync(job)).Where(IsWaiting).Select(item => item.Position));
        Assert.False(await staff.WorkAsync(job, 1));

        await staff.LapseAsync(job);
        await Task.WhenAll(staff.WorkAsync(), staff.WorkAsync());
        var items = await staff.ItemsAsync(job);
        Assert.All(items, item => Assert.Equal(JobItemState.Done, item.State));
        Assert.Equal([2, 1, 2, 1], items.Take(4).Select(item => item.Attempts));
        Assert.Equal(24, await staff.Portal.InDatabaseAsync(db => db.Set<OrderMessage>()
            .CountAsync(message => message.Text == "We have moved.")));
        Assert.Equal(24, await staff.Portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .Where(mail => mail.Cause == MessageToCustomerMail.Cause)
            .Select(mail => mail.Recipient)
            .Distinct()
            .CountAsync()));
    }

    private static bool IsWaiting(OrderJobItem item) => item.State == JobItemState.Waiting;

    /// <summary>A server has the order and does nothing any more.</summary>
    private Task HoldAsync(Guid job, int position) => staff.Portal.InDatabaseAsync(db =>
        db.JobItem(new JobItemKey(job, position)).ExecuteUpdateAsync(set => set
            .SetProperty(item => item.LeaseOwner, Guid.NewGuid())
            .SetProperty(item => item.LeaseUntil, staff.Portal.Clock.GetCurrentInstant() + JobItemWork.Lease)
            .SetProperty(item => item.Attempts, 1)));
}

public sealed class JobOnSqlite() : JobOnEachDatabaseTests(DatabaseProvider.Sqlite);

public sealed class JobOnPostgreSql() : JobOnEachDatabaseTests(DatabaseProvider.PostgreSql);

public sealed class JobOnSqlServer() : JobOnEachDatabaseTests(DatabaseProvider.SqlServer);
