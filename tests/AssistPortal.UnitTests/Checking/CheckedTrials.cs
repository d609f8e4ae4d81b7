using AssistPortal.Data.Checking;
using AssistPortal.TestSupport.Checking;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Timekeeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Checking;

/// <summary>
/// Three trials as the portal makes them: one that has ended with all that follows, one that was converted after its
/// first notices, and one that runs and has devices.
/// </summary>
public sealed class CheckedTrials : IAsyncLifetime
{
    public const string PaidEmail = "admin@paid.example";
    public const string SerialNumber = "FOC1";

    public TrialDatabase Database { get; private set; } = null!;

    public Trial Active { get; private set; } = null!;

    public Trial Paid { get; private set; } = null!;

    public Trial Ended { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TrialDatabase.CreateAsync();
        var ended = await Database.BeginAsync(new SampleTrial("Ended", "admin@ended.example")
        {
            PhoneNumbers = ["+15550111"],
            Services = new Dictionary<CloudService, int> { [CloudService.Message] = 10, [CloudService.Call] = 1 },
        });
        var paid = await Database.BeginAsync(new SampleTrial("Paid", PaidEmail) { Country = "FR" });
        await PassAsync(23);
        await ConvertAsync(paid.Id);
        foreach (var days in new[] { 7, 30, 15 })
        {
            await PassAsync(days);
        }

        var active = await Database.BeginAsync(new SampleTrial("Active", "admin@active.example") { Country = "FR" });
        await Database.ReadAsync(async db =>
        {
            var now = Database.Clock.GetCurrentInstant();
            var shipment = new Shipment(active.Id, "D1", "Swift Parcel", "+1 555 0199", "1", now);
            shipment.Add("Desk Pro", SerialNumber, now);
            shipment.Add("Room Kit", "FOC2", now);
            shipment.MoveTo(ShipmentState.Delivered, now);
            shipment.Devices[0].GoOn(DeviceState.InUse, now);
            shipment.Devices[1].GoOn(DeviceState.ReturnAnnounced, now);
            db.AddRange(shipment, new DeviceReturn(shipment.Devices[1].Id, RmaNumber.New(), now));
            (await db.Set<Trial>().SingleAsync(trial => trial.Id == active.Id)).Extend(Database.PartnerUserId, now);
            return await db.SaveChangesAsync();
        });
        Active = await Database.FindAsync(active.Id);
        Paid = await Database.FindAsync(paid.Id);
        Ended = await Database.FindAsync(ended.Id);
    }

    public Task DisposeAsync() => Database.DisposeAsync().AsTask();

    public Task<CheckReport> CheckAsync() =>
        Database.ReadAsync(db => db.CheckAsync(Database.Clock.GetCurrentInstant()));

    /// <summary>What another trial of the same organisation would begin with.</summary>
    public TrialStart StartLike(Trial trial) => new(
        trial.PartnerId,
        trial.OrganisationId,
        trial.Company,
        trial.Country,
        trial.TimeZone,
        trial.Language,
        trial.LengthDays,
        new Dictionary<CloudService, int> { [CloudService.Message] = 1 });

    private Task<int> PassAsync(int days)
    {
        Database.Clock.Advance(Duration.FromDays(days));
        return Database.InScopeAsync(scope =>
            scope.GetRequiredService<TrialClock>().RunDueAsync(CancellationToken.None));
    }

    private Task<int> ConvertAsync(Guid trialId) => Database.ReadAsync(async db =>
    {
        var now = Database.Clock.GetCurrentInstant();
        (await db.Set<Trial>().Include(trial => trial.Services).SingleAsync(trial => trial.Id == trialId))
            .Convert([], now);
        db.Add(new PurchaseOrder(trialId, Offer.Spark, [OfferItem.M1], PaidEmail, Database.PartnerUserId, now));
        return await db.SaveChangesAsync();
    });
}
