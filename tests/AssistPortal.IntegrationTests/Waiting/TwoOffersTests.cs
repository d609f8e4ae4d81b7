using AssistPortal.Assist.Scheduling;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Waiting;

public sealed class TwoOffersTests : IDisposable
{
    private static readonly FreeMoment Later = new(WaitingRoom.Wanted.At.PlusHours(3));

    private readonly PortalFactory portal = WaitingRoom.Open();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Two_offers_for_wishes_of_one_draft_are_both_kept()
    {
        await portal.SendHomeAsync();
        using var host = await portal.NewHostAsync("Waiter");
        var step = await host.BeginAsync();
        foreach (var moment in new[] { WaitingRoom.Wanted, Later })
        {
            var nobody = await step.SubmitAsync(moment.Fields());
            await (await nobody.FollowAsync("a[href^='/assist/wait']")).SubmitAsync();
            step = await host.GetAsync($"/assist/order/{step.Draft()}/availability");
        }

        await portal.BringBackAsync();
        Assert.Equal(2, await portal.OfferAsync());
        var drafts = new List<Guid>();
        foreach (var wish in await portal.WishesAsync())
        {
            var services = await host.GetAsync("/assist");
            var taken = await services.SubmitFormAsync($"form[action='/assist/wait/{wish.Id}/take']");
            drafts.Add(taken.At("meeting-lookup").Draft());
        }

        Assert.Equal(step.Draft(), drafts[0]);
        Assert.NotEqual(drafts[0], drafts[1]);
        foreach (var (draft, moment) in drafts.Zip([WaitingRoom.Wanted, Later]))
        {
            Assert.Equal(moment.Start, (await portal.DraftAsync(draft)).Time!.Start);
            Assert.Equal(moment.Start - Duration.FromMinutes(30), await HeldFromAsync(draft));
        }
    }

    private Task<Instant> HeldFromAsync(Guid draft) => portal.InDatabaseAsync(
        db => db.Set<Reservation>().Where(hold => hold.DraftId == draft)
            .Select(hold => hold.Start)
            .SingleAsync());
}
