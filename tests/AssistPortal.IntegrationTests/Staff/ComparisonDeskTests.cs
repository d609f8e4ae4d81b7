using System.Net;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Packages.Audit;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class ComparisonDeskTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Fact]
    public async Task A_service_is_added_changed_and_removed_and_hosts_see_it_at_once()
    {
        using var host = staff.Portal.CreatePortalClient();
        host.AcceptLanguage = PortalWords.BrowserOf("zh-Hant");
        await host.SignInAsync(Journeys.Host);
        var (premium, standard) =
            (await staff.Portal.PackageIdAsync("ec-premium"), await staff.Portal.PackageIdAsync("ec-standard"));
        var form = await staff.Browser.GetAsync("/staff/packages/comparison/add");
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Phase"] = "After",
            ["DisplayOrder"] = "1",
            ["Names[en]"] = "Captions",
            ["Names[zh-Hant]"] = "字幕服務",
            ["Names[zh-Hans]"] = "字幕服务",
            [$"Inclusions[{premium}]"] = "Included", [$"Inclusions[{standard}]"] = "OptionalHourly",
        };
        (await form.SubmitAsync(fields)).AssertOnlyWrong(
            staff.Portal, "en", $"LeastMinutes-{standard}", "Catalogue.Minutes.Wrong|30|720|30");
        fields[$"LeastMinutes[{standard}]"] = "90";
        var table = await form.SubmitAsync(fields);
        Assert.Contains("Captions", table.Text, StringComparison.Ordinal);
        var shown = await host.GetAsync("/assist/compare");
        Assert.Contains("字幕服務", shown.Text, StringComparison.Ordinal);
        Assert.Contains(
            staff.Portal.Words("zh-Hant", "Packages.Cell.OptionalHourly|1 小時 30 分鐘"),
            shown.Text,
            StringComparison.Ordinal);

        var id = await staff.Portal.InDatabaseAsync(db => db.Set<ComparisonRow>().MaxAsync(row => row.Id));
        var edit = await staff.Browser.GetAsync($"/staff/packages/comparison/{id}");
        await edit.SubmitAsync(new() { ["Names[zh-Hant]"] = "即時字幕", [$"Inclusions[{standard}]"] = "NotApplicable" });
        Assert.Contains("即時字幕", (await host.GetAsync("/assist/compare")).Text, StringComparison.Ordinal);
        var change = (await staff.Portal.LastAuditAsync<ComparisonChanged>()).Row;
        Assert.Equal(90, change.Before!.Cells[standard].MinimumMinutes);
        Assert.Equal(Inclusion.NotApplicable, change.After!.Cells[standard].Inclusion);

        var question = await (await staff.Browser.GetAsync(
            $"/staff/packages/comparison/{id}")).FollowAsync("a.btn-outline-danger");
        await question.SubmitAsync();
        Assert.DoesNotContain("即時字幕", (await host.GetAsync("/assist/compare")).Text, StringComparison.Ordinal);
        Assert.NotNull((await staff.Portal.LastAuditAsync<ComparisonRemoved>()).Row.Before);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_though_only_a_cell_differs()
    {
        var id = await staff.Portal.InDatabaseAsync(db => db.Set<ComparisonRow>().MinAsync(row => row.Id));
        var package = await staff.Portal.PackageIdAsync("mc-premium");
        var (first, second) = (
            await staff.Browser.GetAsync($"/staff/packages/comparison/{id}"),
            await staff.Browser.GetAsync($"/staff/packages/comparison/{id}"));
        var question = await first.FollowAsync("a.btn-outline-danger");
        await first.SubmitAsync(new() { [$"Inclusions[{package}]"] = "Hourly", [$"LeastMinutes[{package}]"] = "60" });
        var told = await second.SubmitAsync(new() { ["Names[en]"] = "Mine" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains(
            staff.Portal.Words("en", "Catalogue.Inclusion.Hourly"),
            told.Get("#changed-meanwhile").TextContent,
            StringComparison.Ordinal);
        Assert.Equal("Mine", told.Value("Names[en]"));
        Assert.Equal(HttpStatusCode.Conflict, (await question.SubmitAsync()).Status);
    }
}
