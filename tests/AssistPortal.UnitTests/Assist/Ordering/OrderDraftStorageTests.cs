using AssistPortal.Assist.Ordering;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.UnitTests.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Ordering;

public abstract class OrderDraftStorageTests(DatabaseProvider provider) : IDisposable
{
    private readonly PortalFile file = new(provider);

    public void Dispose() => file.Dispose();

    [DatabaseFact]
    public async Task A_draft_comes_back_with_all_its_parts()
    {
        var stored = (await NewAsync()).WithTime().WithLookup().WithEvent();
        stored.KeepUnfinished(Drafts.Typed(OrderStep.EventInformation, "春季 \"launch\"\r\n<b>\0"), Drafts.Now);
        await file.AddAsync(stored);

        await using var db = file.NewContext();
        var draft = await db.Set<OrderDraft>().SingleAsync();

        Assert.Equal(
            (stored.Contact, stored.Time, stored.Lookup, stored.ExpiresAt),
            (draft.Contact, draft.Time, draft.Lookup, draft.ExpiresAt));
        Assert.Equal(SampleOrder.Event, draft.Event?.Details);
        Assert.Equal(Drafts.Information.Extras, draft.Event?.Extras);
        Assert.Equal(Drafts.Information.SessionWishes, draft.Event?.SessionWishes);
        Assert.Equal("春季 \"launch\"\r\n<b>\0", Assert.Single(draft.Unfinished).Fields["Topic"]);
    }

    [DatabaseFact]
    public async Task An_untouched_draft_has_no_time_after_reading_either()
    {
        await file.AddAsync(await NewAsync());

        await using var db = file.NewContext();
        var draft = await db.Set<OrderDraft>().SingleAsync();

        Assert.Null(draft.Time);
        Assert.Null(draft.Lookup);
        Assert.Null(draft.Event);
        Assert.Empty(draft.Unfinished);
    }

    [DatabaseFact]
    public async Task Each_transition_of_a_read_draft_is_saved()
    {
        await file.AddAsync((await NewAsync()).WithTime().WithLookup().WithEvent());

        await ChangeAsync(draft => draft.KeepUnfinished(Drafts.Typed(OrderStep.Availability, "one"), Drafts.Now));
        await ChangeAsync(draft => draft.KeepUnfinished(Drafts.Typed(OrderStep.Availability, "two"), Drafts.Now));
        await ChangeAsync(draft => draft.SetLookup(Drafts.Scheduled with { SessionKey = "session-2" }, Drafts.Now));
        var information = Drafts.Information with { SessionWishes = [], Extras = [] };
        await ChangeAsync(draft => draft.SetEvent(information, Drafts.Now));
        var time =
            SampleOrder.Time with { Start = SampleOrder.Time.Start + Duration.FromHours(1), TimeZone = "Asia/Taipei" };
        var draft = await ChangeAsync(draft =>
            draft.SetAvailability(
                draft.SiteId, draft.PackageId, SampleOrder.Contact with { Company = "王" }, time, Drafts.Now));

        Assert.Equal(time, draft.Time);
        Assert.Equal("王", draft.Contact.Company);
        Assert.Equal("session-2", draft.Lookup?.SessionKey);
        Assert.Empty(draft.Event!.SessionWishes);
        Assert.Empty(draft.Unfinished);
    }

    private async Task<OrderDraft> NewAsync()
    {
        var host = await file.AddUserAsync();
        var site = await file.AddSiteAsync();
        var package = await file.AddPackageAsync();
        return Drafts.New(host.Id, site.Id, package.Id);
    }

    private async Task<OrderDraft> ChangeAsync(Action<OrderDraft> change)
    {
        await using (var db = file.NewContext())
        {
            change(await db.Set<OrderDraft>().SingleAsync());
            await db.SaveChangesAsync();
        }

        await using var after = file.NewContext();
        return await after.Set<OrderDraft>().SingleAsync();
    }
}

public sealed class OrderDraftStorageOnSqlite() : OrderDraftStorageTests(DatabaseProvider.Sqlite);

public sealed class OrderDraftStorageOnPostgreSql() : OrderDraftStorageTests(DatabaseProvider.PostgreSql);

public sealed class OrderDraftStorageOnSqlServer() : OrderDraftStorageTests(DatabaseProvider.SqlServer);
