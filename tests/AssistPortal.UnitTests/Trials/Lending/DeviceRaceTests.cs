using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Desk;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.UnitTests.Trials.Lending;

/// <summary>A partner, a customer and the help desk who do something with one device at once.</summary>
public abstract class DeviceRaceTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TrialDatabase database = null!;
    private Trial trial = null!;
    private Guid customer;

    public async Task InitializeAsync()
    {
        database = await TrialDatabase.CreateAsync(provider);
        trial = await database.BeginAsync(new SampleTrial("Harbour Books", "nora@harbour.example"));
        customer = await database.ReadAsync(db =>
            db.Set<OrganisationMember>().Select(member => member.UserId!.Value).SingleAsync());
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [DatabaseFact]
    public async Task Of_two_who_announce_a_return_one_begins_the_RMA()
    {
        var device = await DeliverAsync();

        var outcomes = await BothAsync((desk, userId) => desk.AnnounceReturnAsync(trial, device, userId, default));

        Assert.Single(outcomes, outcome => outcome == DeviceOutcome.Done);
        Assert.Single(outcomes, outcome => outcome is DeviceOutcome.NotNow or DeviceOutcome.AskedAlready);
        Assert.Equal((1, 1), await database.ReadAsync(async db =>
            (await db.Set<DeviceReturn>().CountAsync(), await db.Set<HelpDeskRequest>().CountAsync())));
        Assert.Equal(1, await MailsAsync(ReturnAnnouncedMail.CauseOf(ReturnReader.Asker)));
        Assert.Equal(1, await MailsAsync(ReturnAnnouncedMail.CauseOf(ReturnReader.Desk)));
    }

    [DatabaseFact]
    public async Task Of_two_who_ask_for_a_label_one_does()
    {
        var device = await DeliverAsync();

        var wish = new LabelWish("12 Pier Road", WithPackaging: false);

        var outcomes = await BothAsync((desk, userId) => desk.RequestLabelAsync(trial, device, wish, userId, default));

        Assert.Equal([DeviceOutcome.Done, DeviceOutcome.AskedAlready], outcomes.Order());
        Assert.Equal(1, await MailsAsync("help-desk.label-requested"));
    }

    [DatabaseFact]
    public async Task Of_two_who_ask_for_more_devices_one_does()
    {
        var outcomes = await BothAsync((desk, userId) => desk.OrderMoreAsync(trial, "Two more", userId, default));

        Assert.Equal([DeviceOutcome.Done, DeviceOutcome.AskedAlready], outcomes.Order());
        Assert.Equal(1, await database.ReadAsync(db => db.Set<HelpDeskRequest>().CountAsync()));
    }

    [DatabaseFact]
    public async Task A_device_is_kept_or_returned_and_never_both()
    {
        for (var round = 0; round < 4; round++)
        {
            var device = await DeliverAsync($"D-{round}");

            var outcomes = await Task.WhenAll(
                WithAsync((DeviceDesk desk) => desk.KeepAsync(trial, device, customer, default)),
                WithAsync((DeviceDesk desk) =>
                    desk.AnnounceReturnAsync(trial, device, database.PartnerUserId, default)));

            Assert.Equal([DeviceOutcome.Done, DeviceOutcome.NotNow], outcomes.Order());
            var (state, isReturned) = await database.ReadAsync(async db => (
                (await db.Set<Device>().SingleAsync(item => item.Id == device)).State,
                await db.Set<DeviceReturn>().AnyAsync(item => item.DeviceId == device)));
            Assert.Equal(isReturned ? DeviceState.ReturnAnnounced : DeviceState.Kept, state);
        }
    }

    [DatabaseFact]
    public async Task Of_two_who_take_or_answer_a_request_one_does()
    {
        await WithAsync((DeviceDesk desk) => desk.OrderMoreAsync(trial, "Two more", customer, default));
        var id = await database.ReadAsync(db => db.Set<HelpDeskRequest>().Select(request => request.Id).SingleAsync());

        var outcomes = await Task.WhenAll(new[] { customer, database.PartnerUserId }.Select(userId =>
            WithAsync((RequestDesk desk) => desk.TakeAsync(id, userId, default))));
        Assert.Equal([RequestOutcome.Done, RequestOutcome.TakenByOther], outcomes.Order());
        var taker = outcomes[0] == RequestOutcome.Done ? customer : database.PartnerUserId;

        outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            WithAsync((RequestDesk desk) => desk.AnswerAsync(id, "They are on their way.", taker, default))));
        Assert.Equal([RequestOutcome.Done, RequestOutcome.Answered], outcomes.Order());
        Assert.Equal(1, await MailsAsync("help-desk.answer"));
    }

    [DatabaseFact]
    public async Task A_shipment_that_two_note_as_delivered_is_told_once()
    {
        var shipment = await ShipAsync("D-1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => WithAsync((ShipmentDesk desk) =>
            desk.MoveAsync(shipment, ShipmentState.Delivered, customer, default))));

        Assert.Equal([ShipmentOutcome.Saved, ShipmentOutcome.NotNow], outcomes.Order());
        Assert.Equal(2, await MailsAsync("trial.delivered"));
    }

    [DatabaseFact]
    public async Task Of_several_who_ship_one_device_one_does_and_the_others_are_told_with_which_shipment_it_is_out()
    {
        var other = await database.BeginAsync(new SampleTrial("Paper Mill", "max@mill.example"));
        for (var round = 0; round < 3; round++)
        {
            var serial = $"R{round}";
            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => WithAsync((ShipmentDesk desk) =>
                desk.AddAsync(ShipmentOf(at % 2 == 0 ? trial : other, $"D-{round}-{at}", serial), customer, default))));

            var made = Assert.Single(results, result => result.Outcome == ShipmentOutcome.Saved);
            var (number, company) = await database.ReadAsync(async db =>
            {
                var shipment = await db.Set<Shipment>().SingleAsync(item => item.Id == made.Id);
                return (shipment.LoanNumber, shipment.TrialId == trial.Id ? trial.Company : other.Company);
            });
            Assert.All(results.Where(result => result != made), result =>
            {
                Assert.Equal(ShipmentOutcome.DeviceOut, result.Outcome);
                Assert.Equal([new DeviceElsewhere(serial, number, company)], result.Out);
            });
        }

        Assert.Equal(3, await database.ReadAsync(db => db.Set<Device>().CountAsync()));
    }

    private Task<DeviceOutcome[]> BothAsync(Func<DeviceDesk, Guid, Task<DeviceOutcome>> act) => Task.WhenAll(
        new[] { customer, database.PartnerUserId }.Select(userId => WithAsync((DeviceDesk desk) => act(desk, userId))));

    private Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull =>
        database.InScopeAsync(scope => Task.Run(async () =>
        {
            using var culture = MailCulture.Of("en");
            return await act(scope.GetRequiredService<TService>());
        }));

    private async Task<Guid> ShipAsync(string loanNumber)
    {
        var result = await WithAsync((ShipmentDesk desk) =>
            desk.AddAsync(ShipmentOf(trial, loanNumber, $"{loanNumber}-S1"), customer, default));
        Assert.Equal(ShipmentOutcome.Saved, result.Outcome);
        return result.Id;
    }

    private static ShipmentDetails ShipmentOf(Trial trial, string loanNumber, string serialNumber) => new()
    {
        TrialId = trial.Id,
        LoanNumber = loanNumber,
        Carrier = "Swift Parcel",
        CarrierContact = "+1 555 0123",
        TrackingNumber = "",
        Devices = [("Board", serialNumber)],
    };

    /// <summary>A device that has arrived.</summary>
    private async Task<Guid> DeliverAsync(string loanNumber = "D-1")
    {
        var shipment = await ShipAsync(loanNumber);
        await WithAsync((ShipmentDesk desk) => desk.MoveAsync(shipment, ShipmentState.Delivered, customer, default));
        return await database.ReadAsync(db =>
            db.Set<Device>().Where(device => device.ShipmentId == shipment).Select(device => device.Id).SingleAsync());
    }

    private Task<int> MailsAsync(string cause) =>
        database.ReadAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Cause == cause));
}

public sealed class DeviceRaceOnSqlite() : DeviceRaceTests(DatabaseProvider.Sqlite);

public sealed class DeviceRaceOnPostgreSql() : DeviceRaceTests(DatabaseProvider.PostgreSql);

public sealed class DeviceRaceOnSqlServer() : DeviceRaceTests(DatabaseProvider.SqlServer);
