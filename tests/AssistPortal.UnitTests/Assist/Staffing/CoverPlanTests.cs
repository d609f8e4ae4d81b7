using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Database;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Staffing;

public sealed class CoverPlanTests : IAsyncLifetime
{
    private readonly AssistDatabase database = new(DatabaseProvider.Sqlite);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task D13_A_session_is_given_to_the_producer_of_its_order_first()
    {
        // By fairness it would be the idle one's turn.
        var own = await database.AddProducerAsync();
        var ill = await database.AddProducerAsync();
        var idle = await database.AddProducerAsync();
        var order = await database.PlaceAsync(own);
        var session = await database.InDatabaseAsync(async db =>
        {
            var start = AssistDatabase.Noon - Duration.FromDays(1);
            var rehearsal = OrderSession.Schedule(order.Id, SessionKind.Rehearsal, ill, start, 60);
            db.AddRange(rehearsal, Reservation.ForSession(ill, rehearsal.Time, rehearsal.Id));
            await db.SaveChangesAsync();
            return rehearsal;
        });

        var items = await database.WithAsync<CoverPlans, IReadOnlyList<CoverItem>>(plans => plans.FindAsync(
            ill, session.Time, new Dictionary<AssignedKey, int?>(), default));

        var item = Assert.Single(items);
        Assert.Equal(own, item.SuggestedId);
        Assert.Equal(
            [own, idle],
            item.Candidates
                .Where(candidate => candidate.State == CandidateState.Free)
                .Select(candidate => candidate.ProducerId));
    }
}
