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
public abstract class MessageRaceTests(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    private Order order = null!;
    private PortalClient customer = null!;
    private PortalPage form = null!;

    public override async Task InitializeAsync()
    {
        order = await Portal.PlaceAsync();
        customer = Kept((await Portal.FindAsync(order)).Browser);
        form = await customer.GetAsync(MessagesTests.PathOf(order));
    }

    [DatabaseFact]
    public async Task The_same_words_sent_twice_are_one_message_and_another_time_two()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => WriteAsync("Hello?")));
        Assert.Equal(1, await MessagesTests.CountAsync(Portal, order));
        Assert.Equal(1, await Portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .CountAsync(mail => mail.Cause == MessageToCoordinatorMail.Cause)));

        Portal.Clock.Advance(OrderMessage.SameFor);
        (customer, _) = await Portal.FindAsync(order);
        form = await customer.GetAsync(MessagesTests.PathOf(order));
        await WriteAsync("Hello?");
        Assert.Equal(2, await MessagesTests.CountAsync(Portal, order));
    }

    [DatabaseFact]
    public async Task Of_different_messages_at_the_same_moment_none_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => WriteAsync($"Number {number}")));

        Assert.Equal(
            [1, 2, 3, 4],
            await Portal.InDatabaseAsync(db => db.Set<OrderMessage>()
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
