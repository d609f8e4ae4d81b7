using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.IntegrationTests.Trials.Customers;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Data;

/// <summary>Lengths count what people see as characters, the same on each database.</summary>
public abstract class PeoplesCharactersTests(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    /// <summary>One character to people, eleven units to computers.</summary>
    private const string Family = "👨‍👩‍👧‍👦";

    [DatabaseFact]
    public async Task J15_As_many_characters_as_people_see_are_taken_and_shown_whole()
    {
        using var host = Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var fields = FreeMoment.Next().Fields();
        (fields["FirstName"], fields["Company"]) = (Seen(60, families: 5), Seen(120, families: 16));
        var step = await (await (await host.BeginAsync()).SubmitAsync(fields)).At("meeting-lookup").SubmitAsync(
            new() { ["IsScheduled"] = "no" });
        var texts = Journeys.EventFields(new()
        {
            ["Topic"] = Seen(118, families: 16),
            ["Presenters"] = Seen(500, families: 16),
            ["Agenda"] = Seen(1_300, families: 300),
            ["OtherComments"] = Seen(2_000, families: 500),
        });

        var page = (await step.SubmitAsync(texts)).At("confirmation");

        var order = await Portal.OrderAsync(page);
        Assert.Equal((fields["FirstName"], fields["Company"]), (order.Contact.FirstName, order.Contact.Company));
        Assert.Equal(
            (texts["Topic"], texts["Presenters"], texts["Agenda"], texts["OtherComments"]),
            (order.Event.Topic, order.Event.Presenters, order.Event.Agenda, order.Event.OtherComments));
        var shown = (await host.GetAsync($"/resources/orders/{order.RequestNumber}")).All("bdi")
            .Select(element => element.TextContent);
        Assert.All(["Topic", "Presenters", "Agenda", "OtherComments"], name => Assert.Contains(texts[name], shown));
        var found = await host.GetAsync($"/resources?q={Uri.EscapeDataString(texts["Topic"]!)}");
        Assert.Contains($"{order.RequestNumber}", found.Text, StringComparison.Ordinal);
        Assert.Empty(Portal.Log.Faults());
    }

    [DatabaseFact]
    public async Task J15_What_is_too_much_is_said_in_the_same_characters_and_nothing_typed_is_lost()
    {
        using var host = Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var step = await host.ToEventInformationAsync();

        // Of families alone there is room for 46: each takes eleven of the column's 512 units.
        foreach (var (topic, excess) in new[]
        {
            (Seen(129, families: 16), 1), (Seen(140, families: 16), 12), (Seen(128, families: 128), 82),
        })
        {
            step = await step.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = topic }));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, step.Status);
            Assert.Equal(Portal.Words("en", $"Shared.Error.TooLongBy|128|{excess}"), step.Errors["Topic"]);
            Assert.Equal(topic, step.Value("Topic"));
        }

        (await step.SubmitAsync(new() { ["Topic"] = Seen(128, families: 34) })).At("confirmation");
    }

    [DatabaseFact]
    public async Task J15_Coordinators_notes_and_reasons_are_counted_alike()
    {
        var order = await Portal.PlaceAsync();
        using var staff = Portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        var path = $"/staff/orders/{order.RequestNumber}";
        var note = Seen(2_000, families: 500);

        var noted = await (await staff.GetAsync(path)).SubmitAsync(
            new() { ["Note"] = note }, "[formaction$='/note']");
        Assert.Contains(note, noted.All("bdi, .as-typed").Select(element => element.TextContent));
        Assert.Equal(note, await Portal.InDatabaseAsync(db => db.Set<OrderNote>()
            .Where(row => row.OrderId == order.Id).Select(row => row.Text).SingleAsync()));

        var cancel = await staff.GetAsync($"{path}/cancel");
        var refused = await cancel.SubmitAsync(new() { ["Fee"] = "waive", ["Reason"] = Seen(503, families: 16) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(Portal.Words("en", "Shared.Error.TooLongBy|500|3"), refused.Errors["Reason"]);
        Assert.Equal(Seen(503, families: 16), refused.Value("Reason"));
        await refused.SubmitAsync(new() { ["Fee"] = "waive", ["Reason"] = Seen(500, families: 16) });
        Assert.Equal(OrderState.Cancelled, (await Portal.ReadAsync(order.RequestNumber)).State);
    }

    [DatabaseFact]
    public async Task J15_Trials_count_alike()
    {
        using var partner = Portal.CreatePortalClient();
        await partner.SignInAsync(ConvertTrials.Partner);
        var company = Seen(110, families: 16);

        var id = await partner.StartedAsync(("Company", company));

        Assert.Equal(company, (await Portal.TrialAsync(id)).Company);
        Assert.Contains(company, (await partner.GetAsync($"/trials/{id}")).Text, StringComparison.Ordinal);
        var refused = await partner.StartAsync(TrialForms.New(("Company", Seen(122, families: 16))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(Portal.Words("en", "Shared.Error.TooLongBy|120|2"), refused.Errors["Company"]);
        Assert.Equal(Seen(122, families: 16), refused.Value("Company"));
    }

    private static string Seen(int characters, int families) =>
        new string('a', characters - families) + string.Concat(Enumerable.Repeat(Family, families));
}

public sealed class PeoplesCharactersOnSqlite() : PeoplesCharactersTests(DatabaseProvider.Sqlite);

public sealed class PeoplesCharactersOnPostgreSql() : PeoplesCharactersTests(DatabaseProvider.PostgreSql);

public sealed class PeoplesCharactersOnSqlServer() : PeoplesCharactersTests(DatabaseProvider.SqlServer);
