using System.Net;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Billing.Audit;
using AssistPortal.Assist.Packages;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class ContractDeskTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Fact]
    public async Task A_contract_replaces_just_what_is_filled_in()
    {
        var form = await FormAsync(PortalPeople.Northwind, "ec-standard");
        Assert.Contains(
            staff.Portal.Words("en", "Catalogue.Standard|USD 1,200.00"),
            form.Get("#BaseFee-hint").TextContent.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        (await form.SubmitAsync()).AssertOnlyWrong(staff.Portal, "en", "BaseFee", "Catalogue.Contract.Empty");
        (await form.SubmitAsync(new() { ["BaseFee"] = "1.001" })).AssertOnlyWrong(
            staff.Portal, "en", "BaseFee", "Catalogue.Amount.TooManyDecimals|USD|2");
        var list = await form.SubmitAsync(new()
        {
            ["BaseFee"] = "1,000",
            ["HourlyFees[Rehearsal]"] = "150.5",
            ["LeastMinutes[Consultation]"] = "60",
        });
        Assert.Contains(
            staff.Portal.Words("en", "Sites.Contracts.Holds"),
            list.Get(
                $"tr:has(a[href$='/contracts/{await staff.Portal.PackageIdAsync("ec-standard")}']) .badge").TextContent,
            StringComparison.Ordinal);
        var contract = await ContractAsync("ec-standard");
        Assert.Equal(
            (100_000L, (int?)null, (long?)null, "USD"),
            (contract!.BaseFeeMinor, contract.IncludedMinutes, contract.ExtraHourFeeMinor, contract.Currency));
        Assert.Equal(
            [(ExtraKind.Consultation, null, 60), (ExtraKind.Rehearsal, 15_050L, null)],
            contract.Extras.OrderBy(extra => extra.Kind)
                .Select(extra => (extra.Kind, extra.HourlyFeeMinor, extra.MinimumMinutes)));

        await (await FormAsync(PortalPeople.Northwind, "ec-standard")).SubmitAsync(
            new() { ["BaseFee"] = "", ["IncludedMinutes"] = "90" });
        contract = await ContractAsync("ec-standard");
        Assert.Equal(((long?)null, 90, 1), (contract!.BaseFeeMinor, contract.IncludedMinutes, contract.Version));
        var change = (await staff.Portal.LastAuditAsync<ContractChanged>()).Contract;
        Assert.Equal((100_000, 90), (change.Before!.Terms.BaseFeeMinor, change.After!.Terms.IncludedMinutes));

        var question =
            await (await FormAsync(PortalPeople.Northwind, "ec-standard")).FollowAsync("a.btn-outline-danger");
        await question.SubmitAsync();
        Assert.Null(await ContractAsync("ec-standard"));
        Assert.NotNull((await staff.Portal.LastAuditAsync<ContractRemoved>()).Contract.Before);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told()
    {
        var (first, second) = (await FormAsync(PortalPeople.Northwind, "mc-premium"), await FormAsync(
            PortalPeople.Northwind, "mc-premium"));
        await first.SubmitAsync(new() { ["HourlyFees[Rehearsal]"] = "150" });
        var told = await second.SubmitAsync(new() { ["BaseFee"] = "9" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("150.00", told.Get("#changed-meanwhile").TextContent, StringComparison.Ordinal);
        Assert.Equal("9", told.Value("BaseFee"));
        await told.SubmitAsync();
        var contract = await ContractAsync("mc-premium");
        Assert.Equal((900, 0), (contract!.BaseFeeMinor, contract.Extras.Count));

        (first, second) = (await FormAsync(PortalPeople.Northwind, "mc-premium"), await FormAsync(
            PortalPeople.Northwind, "mc-premium"));
        await first.SubmitAsync(new() { ["LeastMinutes[Rehearsal]"] = "30" });
        Assert.Equal(HttpStatusCode.Conflict, (await second.SubmitAsync(new() { ["BaseFee"] = "10" })).Status);
    }

    [Fact]
    public async Task A_contract_in_the_sites_former_currency_stays_for_orders_in_that()
    {
        await (await FormAsync(PortalPeople.Formosa, "tc-premium")).SubmitAsync(new() { ["BaseFee"] = "30000" });
        var (open, other) =
            (await FormAsync(PortalPeople.Formosa, "mc-premium"), await FormAsync(PortalPeople.Formosa, "tc-premium"));
        await (await staff.SiteFormAsync(PortalPeople.Formosa)).SubmitAsync(new() { ["Currency"] = "JPY" });
        var list = await staff.SiteFormAsync(PortalPeople.Formosa, "contracts");
        Assert.Contains(
            staff.Portal.Words("en", "Sites.Contracts.OtherCurrency|TWD"), list.Text, StringComparison.Ordinal);
        var form = await FormAsync(PortalPeople.Formosa, "tc-premium");
        Assert.NotNull(form.Find("#in-TWD"));
        Assert.Equal("", form.Value("BaseFee"));
        await form.SubmitAsync(new() { ["BaseFee"] = "150,000" });
        Assert.Equal(150_000L, (await ContractAsync("tc-premium", "JPY"))!.BaseFeeMinor);
        Assert.Equal(3_000_000L, (await ContractAsync("tc-premium", "TWD"))!.BaseFeeMinor);

        foreach (var page in new[] { open, other })
        {
            var told = await page.SubmitAsync(new() { ["BaseFee"] = "9000.50" });
            Assert.Equal(HttpStatusCode.Conflict, told.Status);
            Assert.Equal([staff.Portal.Words("en", "Sites.Contract.CurrencyChanged|TWD|JPY")], told.ErrorSummary);
            Assert.Equal("9000.50", told.Value("BaseFee"));
            await told.SubmitAsync(new() { ["BaseFee"] = "9000" });
        }

        Assert.Equal(9_000, (await ContractAsync("mc-premium", "JPY"))!.BaseFeeMinor);
        Assert.Equal(9_000, (await ContractAsync("tc-premium", "JPY"))!.BaseFeeMinor);
        var question = await (await FormAsync(PortalPeople.Formosa, "tc-premium")).FollowAsync("#in-TWD a");
        await question.SubmitAsync();
        Assert.Null(await ContractAsync("tc-premium", "TWD"));
        Assert.NotNull(await ContractAsync("tc-premium", "JPY"));
    }

    private async Task<PortalPage> FormAsync(string hostName, string package) =>
        await staff.SiteFormAsync(hostName, $"contracts/{await staff.Portal.PackageIdAsync(package)}");

    private async Task<Contract?> ContractAsync(string package, string currency = "USD")
    {
        var id = await staff.Portal.PackageIdAsync(package);
        return await staff.Portal.InDatabaseAsync(db => db.Set<Contract>().AsNoTracking()
            .Include(contract => contract.Extras)
            .SingleOrDefaultAsync(contract => contract.PackageId == id && contract.Currency == currency));
    }
}
