using System.Data.Common;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Desk;
using AssistPortal.Trials.Devices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.UnitTests.Trials.Lending;

/// <summary>A shipment and its devices are read as they were at one moment.</summary>
public abstract class ShipmentReadTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task One_that_is_delivered_while_another_reads_it_is_no_longer_to_be_moved()
    {
        var between = new BetweenReads();
        await using var database = await TrialDatabase.CreateAsync(
            provider, options => options.AddInterceptors(between));
        var trial = await database.BeginAsync(new SampleTrial("Harbour Books", "nora@harbour.example"));
        var shipment = (await WithDeskAsync(desk => desk.AddAsync(
            new ShipmentDetails
            {
                TrialId = trial.Id, LoanNumber = "D-1", Carrier = "Swift Parcel", CarrierContact = "+1 555 0123",
                TrackingNumber = "", Devices = [("Board", "S1")],
            },
            database.PartnerUserId,
            default))).Id;
        Task<ShipmentOutcome> DeliverAsync() => WithDeskAsync(desk =>
            desk.MoveAsync(shipment, ShipmentState.Delivered, database.PartnerUserId, default));

        var first = ShipmentOutcome.Gone;
        between.LetIn(async () => first = await DeliverAsync());
        var second = await DeliverAsync();

        Assert.Equal((ShipmentOutcome.Saved, ShipmentOutcome.NotNow), (first, second));

        Task<T> WithDeskAsync<T>(Func<ShipmentDesk, Task<T>> act) =>
            database.InScopeAsync(scope => act(scope.GetRequiredService<ShipmentDesk>()));
    }

    /// <summary>Does something once, right after the next rows were read.</summary>
    private sealed class BetweenReads : DbCommandInterceptor
    {
        private Func<Task>? act;

        public void LetIn(Func<Task> once) => act = once;

        public override async ValueTask<InterceptionResult> DataReaderClosingAsync(
            DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            if (Interlocked.Exchange(ref act, null) is { } once)
            {
                await once();
            }

            return result;
        }
    }
}

public sealed class ShipmentReadOnSqlite() : ShipmentReadTests(DatabaseProvider.Sqlite);

public sealed class ShipmentReadOnPostgreSql() : ShipmentReadTests(DatabaseProvider.PostgreSql);

public sealed class ShipmentReadOnSqlServer() : ShipmentReadTests(DatabaseProvider.SqlServer);
