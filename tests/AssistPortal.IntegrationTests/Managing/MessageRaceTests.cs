using System.Net;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>Messages that are sent at the same moment, on each database.</summary>
public abstract class MessageRaceTests : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly PortalFactory portal;
    private Order order = null!;
    private PortalClient customer = null!;
    private PortalPage form = null!;

    protected MessageRaceTests(DatabaseProvider provider)
    {
        database = DemoDatabase.Create(provider);
        portal = PortalFactory.With(new PortalSetup { Database = database });
    }

    public async Task InitializeAsync()
    {
        order = await portal.PlaceAsync();
        (customer, _) = await portal.FindAsync(order);
        form = await customer.GetAsync(MessagesTests.PathOf(order));
    }

    public async Task DisposeAsync()
    {
        customer.Dispose();
        await portal.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task The_same_words_sent_twice_are_one_message_and_another_time_two()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => WriteAsync("Hello?")));
        Assert.Equal(1, await MessagesTests.CountAsync(portal, order));
        Assert.Equal(1, await portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .CountAsync(mail => mail.Cause == MessageToCoordinatorMail.Cause)));

        portal.Clock.Advance(OrderMessage.SameFor);
        (customer, _) = await portal.FindAsync(order);
        form = await customer.GetAsync(MessagesTests.PathOf(order));
        await WriteAsync("Hello?");
        Assert.Equal(2, await MessagesTests.CountAsync(portal, order));
    }

    [DatabaseFact]
    public async Task Of_different_messages_at_the_same_moment_none_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => WriteAsync($"Number {number}")));

        Assert.Equal(
            [1, 2, 3, 4],
            await portal.InDatabaseAsync(db => db.Set<OrderMessage>()
                .Where(message => message.OrderId == order.Id)
                .OrderBy(message => message.Position)
                .Select(message => message.Position)
                .ToListAsync()));
    }

    private async Task WriteAsync(string text) => Assert.Equal(
        HttpStatusCode.OK, (await form.SubmitAsync(new() { ["Message"] = text })).Status);
}

public sealed class MessageRaceOnSqlite() : MessageRaceTests(DatabaseProvider.Sqlite);

public sealed class MessageRaceOnPostgreSql() : MessageRaceTests(DatabaseProvider.PostgreSql);

public sealed class MessageRaceOnSqlServer() : MessageRaceTests(DatabaseProvider.SqlServer);
