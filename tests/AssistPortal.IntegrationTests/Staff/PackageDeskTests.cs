using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Packages.Audit;
using AssistPortal.Assist.Scheduling;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class PackageDeskTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    public static TheoryData<string, string, string, string> Wrong => FieldErrors.InEachLanguage(
    [
        ("Names[zh-Hant]", " ", "Catalogue.Name.Missing|繁體中文"),
        ("Descriptions[en]", "", "Catalogue.Description.Missing|English"),
        ("LeadMinutes", "20", "Catalogue.Minutes.Wrong|0|240|15"),
        ("TrailMinutes", "255", "Catalogue.Minutes.Wrong|0|240|15"),
        ("ProductionMinutes", "six", "Catalogue.ProductionMinutes.Wrong|1|6000"),
        ("TierNotice[0]", "2", "Catalogue.TierNotice.Twin"),
        ("TierNotice[1]", "-1", "Catalogue.TierNotice.Wrong|366"),
        ("TierNotice[2]", "1", "Catalogue.TierNotice.NoZero"),
        ("TierPercent[2]", "101", "Catalogue.TierPercent.Wrong"),
        ("DisplayOrder", "0", "Catalogue.DisplayOrder.Wrong|1|999"),
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_gets_its_own_message(string language, string field, string value, string sentence)
    {
        staff.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var form = await staff.PackageFormAsync("mc-premium");
        var twin = field == "TierNotice[0]" ? "TierNotice[1]" : null;
        var page = await form.SubmitAsync(new() { [field] = value });
        var told = twin is null ? field : twin;
        page.AssertOnlyWrong(
            staff.Portal, language, told.Replace('[', '-').Replace("]", "", StringComparison.Ordinal), sentence);
        Assert.Equal(value.Trim().Length == 0 ? "" : value, page.Value(field)?.Trim());
    }

    [Fact]
    public async Task A_package_is_edited_with_a_trace_and_hosts_see_it_at_once()
    {
        staff.Browser.AcceptLanguage = "en";
        var list = await staff.Browser.GetAsync("/staff/packages");
        var form = await list.FollowAsync(
            $"tbody a[href='/staff/packages/{await staff.Portal.PackageIdAsync("tc-premium")}']");
        var before = await staff.Portal.PackageAsync("tc-premium");
        var saved = await form.SubmitAsync(new()
        {
            ["Names[en]"] = "Training help",
            ["Names[zh-Hant]"] = "訓練協助",
            ["ProductionMinutes"] = "１２０",
            ["Rehearsal"] = "yes",
            ["TierNotice[0]"] = "",
            ["TierPercent[0]"] = "",
            ["TierNotice[3]"] = "36",
            ["TierUnit[3]"] = "hours",
            ["TierPercent[3]"] = "75%",
        });
        Assert.Contains(
            staff.Portal.Words("en", "Catalogue.Notice.PackageSaved"), saved.Text, StringComparison.Ordinal);
        var now = await staff.Portal.PackageAsync("tc-premium");
        Assert.Equal((120, true, before.Version + 1), (now.ProductionMinutes, now.IncludesRehearsal, now.Version));
        Assert.Equal(
            [(0, 100), (36, 75), (48, 50)],
            now.CancellationTiers.Select(tier => (tier.NoticeHours, tier.Percent)).Order());
        var (former, latter) = (await staff.Portal.LastAuditAsync<PackageChanged>()).Package;
        Assert.Equal("Training help", latter!.Texts["en"].Name);
        Assert.Equal(0, former!.CancellationTiers[168]);
        Assert.Equal(former.LeadMinutes, latter.LeadMinutes);

        using var host = staff.Portal.CreatePortalClient();
        host.AcceptLanguage = PortalWords.BrowserOf("zh-Hant");
        await host.SignInAsync(Journeys.Host);
        Assert.Contains("訓練協助", (await host.GetAsync("/assist")).Text, StringComparison.Ordinal);
        await saved.SubmitAsync();
        Assert.Equal(now.Version, (await staff.Portal.PackageAsync("tc-premium")).Version);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_though_only_a_tier_differs()
    {
        staff.Browser.AcceptLanguage = "en";
        var (first, second) =
            (await staff.PackageFormAsync("ec-standard"), await staff.PackageFormAsync("ec-standard"));
        await first.SubmitAsync(new() { ["TierPercent[1]"] = "60" });
        var told = await second.SubmitAsync(new() { ["Descriptions[en]"] = "Mine" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal([staff.Portal.Words("en", "Shared.Changed.Error")], told.ErrorSummary);
        Assert.Contains(
            staff.Portal.Words("en", "Catalogue.Tiers.Line|48|60"),
            told.Get("#changed-meanwhile").TextContent,
            StringComparison.Ordinal);
        Assert.Equal("Mine", told.Value("Descriptions[en]"));
        Assert.Equal(60, (await staff.Portal.PackageAsync("ec-standard")).CancellationTiers.Single(
            tier => tier.NoticeHours == 48).Percent);

        await told.SubmitAsync();
        Assert.Equal(
            "Mine",
            (await staff.Portal.PackageAsync("ec-standard")).Texts.Single(text => text.Language == "en").Description);
    }

    [Fact]
    public async Task Another_lead_alters_no_order_that_is_placed()
    {
        staff.Browser.AcceptLanguage = "en";
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var number = (await host.OrderAsync("mc-premium")).RequestNumber();
        var before = await host.GetAsync($"/resources/orders/{number}/print");
        await (await staff.PackageFormAsync("mc-premium")).SubmitAsync(new()
        {
            ["LeadMinutes"] = "120", ["TrailMinutes"] = "60", ["TierPercent[1]"] = "99",
        });
        Assert.Equal(before.Text, (await host.GetAsync($"/resources/orders/{number}/print")).Text);

        var next = (await host.OrderAsync("mc-premium")).RequestNumber();
        var (order, reserved) = await staff.Portal.InDatabaseAsync(async db =>
        {
            var placed = await db.Set<Order>().SingleAsync(item => item.Number == next.Compact);
            return (placed, await db.Set<Reservation>().SingleAsync(item => item.OrderId == placed.Id));
        });
        Assert.Equal(
            (120.0, 60.0),
            ((order.Time.Start - reserved.Start).TotalMinutes, (reserved.End - order.Time.End).TotalMinutes));
    }

    [Fact]
    public async Task D2_A_package_is_added_and_can_be_ordered_once_it_has_rates_a_site_and_a_producer()
    {
        staff.Browser.AcceptLanguage = "en";
        var fields =
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Code"] = "ec-premium", ["Serves"] = "Meeting" };
        foreach (var language in PortalWords.Languages)
        {
            (fields[$"Names[{language}]"], fields[$"Descriptions[{language}]"]) = ("New help", "All new.");
        }

        var form = await staff.Browser.GetAsync("/staff/packages/add");
        (await form.SubmitAsync(fields)).AssertOnlyWrong(staff.Portal, "en", "Code", "Catalogue.Code.Taken");
        fields["Code"] = "New_Help";
        (await form.SubmitAsync(fields)).AssertOnlyWrong(staff.Portal, "en", "Code", "Catalogue.Code.Wrong");
        fields["Code"] = "new-help";
        var rates = await form.SubmitAsync(fields);
        var id = await staff.Portal.PackageIdAsync("new-help");
        Assert.Equal($"/staff/packages/{id}/rates", rates.Path);
        Assert.Equal(ServedKind.Meeting, (await staff.Portal.LastAuditAsync<PackageAdded>()).Package.After!.Serves);

        var site = await (await staff.SiteFormAsync(PortalPeople.Northwind)).SubmitAsync(
            new() { [$"Packages[{id}]"] = "yes" });
        Assert.Contains("New help", site.Get("#without-rates").TextContent, StringComparison.Ordinal);
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        Assert.Null((await host.GetAsync("/assist")).Find("input[value=new-help]"));
        var card = await site.FollowAsync("#without-rates a");
        await card.SubmitAsync(new() { ["BaseFee"] = "100", ["ExtraHourFee"] = "50.25" });

        // Nobody is qualified: hosts do not see it, and staff are told why.
        var unserved = staff.Portal.Words("en", "Catalogue.State.Unserved");
        Assert.Null((await host.GetAsync("/assist")).Find("input[value=new-help]"));
        Assert.DoesNotContain("New help", (await host.GetAsync("/assist/compare")).Text, StringComparison.Ordinal);
        var step = await host.BeginAsync();
        Assert.Null(step.Find("[value=new-help]"));
        var refused = await step.SubmitAsync(new(FreeMoment.Next().Fields()) { ["PackageCode"] = "new-help" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("PackageCode", refused.Errors.Keys);
        Assert.Contains(
            unserved,
            (await staff.Browser.GetAsync("/staff/packages")).Get("tbody").TextContent,
            StringComparison.Ordinal);
        Assert.Contains(
            unserved,
            (await staff.Browser.GetAsync($"/staff/packages/{id}")).Get("#unserved").TextContent,
            StringComparison.Ordinal);
        Assert.Contains(unserved, (await staff.SiteFormAsync(PortalPeople.Northwind)).Text, StringComparison.Ordinal);

        var added = await (await staff.Browser.GetAsync("/staff/producers/add")).SubmitAsync(new()
        {
            ["Name"] = "Nia Newcomer",
            ["Email"] = "nia@producers.example",
            ["Phone"] = "+1 212 555 0100",
            ["TimeZone"] = "Europe/Prague",
            ["Qualified"] = $"{id}",
        });
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.NotNull((await host.GetAsync("/assist")).Find("input[value=new-help]"));
        Assert.Contains("New help", (await host.GetAsync("/assist/compare")).Text, StringComparison.Ordinal);
        Assert.Null((await staff.Browser.GetAsync($"/staff/packages/{id}")).Find("#unserved"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Browser.GetAsync("/staff/packages/4711")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Browser.GetAsync("/staff/packages/4711/rates")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Browser.GetAsync("/staff/packages/1/rates/XXX")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Browser.GetAsync("/staff/packages/comparison/4711")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Browser.GetAsync("/staff/sites/4711/details")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Browser.GetAsync("/staff/sites/4711/members")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Browser.GetAsync("/staff/sites/1/contracts/4711")).Status);
    }
}
