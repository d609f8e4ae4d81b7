using System.Net;
using System.Text.Json;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Packages.Audit;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class RateDeskTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Fact]
    public async Task Other_rates_alter_no_order_that_is_placed()
    {
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var number = (await host.OrderAsync("ec-premium", changes: new() { ["RehearsalHours"] = "2" })).RequestNumber();
        var (page, order) = (await host.GetAsync($"/resources/orders/{number}/print"), await MoneyOfAsync(number));

        var saved = await (await staff.RatesFormAsync("ec-premium", "USD")).SubmitAsync(new()
        {
            ["BaseFee"] = "１，２５０．５０", ["IncludedMinutes"] = "30", ["ExtraHourFee"] = "USD 99.99",
            ["HourlyFees[Rehearsal]"] = "7", ["LeastMinutes[Rehearsal]"] = "30", ["HourlyFees[RecordingEditing]"] = "",
        });
        Assert.Contains(
            staff.Portal.Words("en", "Catalogue.Notice.RatesSaved|USD"), saved.Text, StringComparison.Ordinal);
        Assert.Equal(order, await MoneyOfAsync(number));
        Assert.Equal(page.Text, (await host.GetAsync($"/resources/orders/{number}/print")).Text);

        var step = await host.ToEventInformationAsync("ec-premium");
        Assert.Null(step.Find("[name=RecordingEditingHours]"));
        var next = (await step.SubmitAsync(
            Journeys.EventFields(new() { ["RehearsalHours"] = "0.5" }))).At("confirmation").RequestNumber();
        var fees = await LinesOfAsync(next);
        Assert.Equal([(FeeKind.Base, 125_050L), (FeeKind.ExtraTime, 5_000L), (FeeKind.Rehearsal, 350L)], fees);
        var record = await staff.Portal.LastAuditAsync<RatesChanged>();
        Assert.Equal(("USD", 240_000), (record.Currency, record.Rates.Before!.BaseFeeMinor));
        Assert.Equal(700, record.Rates.After!.Extras[ExtraKind.Rehearsal].HourlyFeeMinor);
    }

    [Theory]
    [InlineData("USD", "BaseFee", "1.005", "Catalogue.Amount.TooManyDecimals|USD|2")]
    [InlineData("JPY", "BaseFee", "370000.5", "Catalogue.Amount.NoDecimals|JPY")]
    [InlineData("JPY", "BaseFee", "38,5", "Catalogue.Amount.WrongWhole|125000|JPY")] // D16
    [InlineData("KWD", "ExtraHourFee", "1.0005", "Catalogue.Amount.TooManyDecimals|KWD|3")]
    [InlineData("USD", "ExtraHourFee", "1.250,50", "Catalogue.Amount.Wrong|1250.00")]
    [InlineData("KWD", "BaseFee", "", "Catalogue.Amount.Missing")]
    [InlineData("USD", "HourlyFees[Rehearsal]", "-1", "Catalogue.Amount.Wrong|1250.00")]
    [InlineData("USD", "LeastMinutes[Rehearsal]", "45", "Catalogue.Minutes.Wrong|30|720|30")]
    [InlineData("USD", "IncludedMinutes", "50", "Catalogue.Minutes.Wrong|0|720|15")]
    public async Task A_wrong_figure_gets_its_own_message(string currency, string field, string value, string sentence)
    {
        var form = await staff.RatesFormAsync("tc-premium", currency);
        var page = await form.SubmitAsync(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["BaseFee"] = "1",
            ["ExtraHourFee"] = "1",
            [field] = value,
        });
        page.AssertOnlyWrong(
            staff.Portal, "en", field.Replace('[', '-').Replace("]", "", StringComparison.Ordinal), sentence);
    }

    [Fact]
    public async Task Rates_in_a_currency_of_three_decimals_are_added_and_removed()
    {
        var id = await staff.Portal.PackageIdAsync("tc-premium");
        (await staff.Browser.GetAsync($"/staff/packages/{id}/rates?currency=XTS"))
            .AssertOnlyWrong(staff.Portal, "en", "Currency", "Catalogue.Currency.Wrong");
        var form = await staff.Browser.GetAsync($"/staff/packages/{id}/rates?currency=%20kwd");
        Assert.Equal($"/staff/packages/{id}/rates/KWD", form.Path);
        var list = await form.SubmitAsync(new()
        {
            ["BaseFee"] = "1,250.505",
            ["ExtraHourFee"] = "0",
            ["HourlyFees[Consultation]"] = "0.5",
            ["LeastMinutes[Consultation]"] = "60",
        });
        Assert.Contains("KWD 1,250.505", list.Text, StringComparison.Ordinal);
        var card = (await staff.Portal.PackageAsync("tc-premium")).RatesIn("KWD");
        Assert.Equal(
            (1_250_505L, 0L, 500L), (card.BaseFeeMinor, card.ExtraHourFeeMinor, card.Extras.Single().HourlyFeeMinor));

        var question = await (await staff.RatesFormAsync("tc-premium", "KWD")).FollowAsync("a.btn-outline-danger");
        Assert.Contains("tbody", (await question.SubmitAsync()).Source, StringComparison.Ordinal);
        Assert.DoesNotContain(
            (await staff.Portal.PackageAsync("tc-premium")).RateCards, item => item.Currency == "KWD");
        var record = await staff.Portal.LastAuditAsync<RatesRemoved>();
        Assert.Equal(("KWD", 1_250_505), (record.Currency, record.Rates.Before!.BaseFeeMinor));
    }

    [Fact]
    public async Task The_second_of_two_editors_of_rates_is_told()
    {
        var (first, second) =
            (await staff.RatesFormAsync("mc-premium", "EUR"), await staff.RatesFormAsync("mc-premium", "EUR"));
        var question = await first.FollowAsync("a.btn-outline-danger");
        await first.SubmitAsync(new() { ["HourlyFees[Rehearsal]"] = "123.45" });
        var told = await second.SubmitAsync(new() { ["BaseFee"] = "1" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("123.45", told.Get("#changed-meanwhile").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", told.Value("BaseFee"));
        Assert.Equal(HttpStatusCode.Conflict, (await question.SubmitAsync()).Status);
        await told.SubmitAsync();
        Assert.Equal(100, (await staff.Portal.PackageAsync("mc-premium")).RatesIn("EUR").BaseFeeMinor);
    }

    private async Task<string> MoneyOfAsync(RequestNumber number) => await staff.Portal.InDatabaseAsync(async db =>
    {
        var order = await db.Set<Order>()
            .AsNoTracking()
            .SingleAsync(item => item.Number == number.Compact);
        return JsonSerializer.Serialize(new { order.StandardFeeMinor, order.Currency, order.FeeLines, order.Rates });
    });

    private Task<List<(FeeKind Kind, long AmountMinor)>> LinesOfAsync(
        RequestNumber number) => staff.Portal.InDatabaseAsync(async db =>
    {
        var order = await db.Set<Order>()
            .AsNoTracking()
            .SingleAsync(item => item.Number == number.Compact);
        return order.FeeLines.OrderBy(line => line.Kind).Select(line => (line.Kind, line.AmountMinor)).ToList();
    });
}
