using System.Net;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>Rates and terms that staff edit between step 3 and its submit.</summary>
public sealed class RatesSeenTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    [Fact]
    public async Task What_costs_more_than_was_shown_is_shown_before_it_is_ordered()
    {
        var step = await host.Browser.ToEventInformationAsync("ec-standard");
        await EditAsync("ec-standard", package => Raise(package, 1_050));
        var fields = Journeys.EventFields(new() { ["RehearsalHours"] = "2" });
        var told = await step.SubmitAsync(fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        var total = PortalPage.Squeeze(told.Get("[data-fee-total]").TextContent);
        Assert.Equal(
            [host.Portal.Words("en", $"Ordering.Refusal.CostsMore|{total}")],
            told.ErrorSummary.Select(PortalPage.Squeeze));
        Assert.Equal(("2", "How we plan the spring"), (told.Value("RehearsalHours"), told.Value("Topic")));
        var order = await host.OrderAsync((await told.SubmitAsync()).At("confirmation"));
        Assert.Equal(
            total,
            PortalWords.In("en", () => new Money(order.StandardFeeMinor, "USD").ToString()).Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Harder_terms_are_shown_too()
    {
        var step = await host.Browser.ToEventInformationAsync("tc-premium");
        await EditAsync(
            "tc-premium", package => package.CancellationTiers.Single(tier => tier.NoticeHours == 48).Charge(60));
        var told = await step.SubmitAsync(Journeys.EventFields());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        (await told.SubmitAsync()).At("confirmation");
    }

    [Fact]
    public async Task What_costs_less_or_was_not_told_is_ordered_as_it_is()
    {
        var step = await host.Browser.ToEventInformationAsync("mc-premium");
        await EditAsync("mc-premium", package => Raise(package, -1_000));
        var order = await host.OrderAsync(
            (await step.SubmitAsync(Journeys.EventFields(new() { ["RehearsalHours"] = "3" }))).At("confirmation"));
        var without = await host.Browser.ToEventInformationAsync("mc-premium");
        await EditAsync("mc-premium", package => Raise(package, 2_000));
        var (action, fields) = without.Prepare(Journeys.EventFields());
        var page = await host.Browser.PostAsync(action, fields.Where(field => field.Key != "RatesSeen"));
        Assert.Equal(
            order.FeeLines[0].AmountMinor + 2_000,
            (await host.OrderAsync(page.At("confirmation"))).StandardFeeMinor);

        foreach (var rubbish in new[]
        {
            "{",
            "null",
            "{}",
            "[1]",
            "{\"extras\":[null],\"terms\":{}}",
            "{\"extras\":[],\"terms\":{\"x\":1}}",
        })
        {
            var odd = await host.Browser.ToEventInformationAsync("mc-premium");
            (action, fields) = odd.Prepare(Journeys.EventFields());
            (await host.Browser.PostAsync(action, fields.Where(field => field.Key != "RatesSeen")
                .Append(new("RatesSeen", rubbish)))).At("confirmation");
        }
    }

    private static void Raise(ServicePackage package, long baseFeeMinor)
    {
        var rates = RateCardDetails.Of(package.RatesIn("USD"));
        package.Price("USD", rates with { BaseFeeMinor = rates.BaseFeeMinor + baseFeeMinor });
    }

    private Task EditAsync(
        string code, Action<ServicePackage> change) => host.Portal.InDatabaseAsync(db => db.EditAsync(
        db.Set<ServicePackage>()
            .Include(package => package.RateCards)
            .ThenInclude(card => card.Extras)
            .Include(package => package.CancellationTiers)
            .AsSplitQuery()
            .Where(package => package.Code == code),
        change));
}
