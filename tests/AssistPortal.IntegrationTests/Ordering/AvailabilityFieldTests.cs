using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class AvailabilityFieldTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    private static readonly string[] Typed =
        ["FirstName", "LastName", "Phone", "Email", "Company", "StartDate", "StartTime"];

    public static TheoryData<string, string, string, string> Wrong => FieldErrors.InEachLanguage(
    [
        ("FirstName", "", "Ordering.FirstName.Missing"),
        ("FirstName", " \u3000 ", "Ordering.FirstName.Missing"),
        ("FirstName", "\u200b", "Ordering.FirstName.Missing"), // J13
        ("FirstName", "Han\u202enah", "Shared.Error.DirectionMarks"), // J13
        ("FirstName", new string('x', 61), "Shared.Error.TooLongBy|60|1"),
        ("FirstName", "Han\u0007nah", "Shared.Error.ControlCharacters"),
        ("LastName", "", "Ordering.LastName.Missing"),
        ("LastName", new string('陳', 75), "Shared.Error.TooLongBy|60|15"),
        ("Phone", "", "Ordering.Phone.Missing"),
        ("Phone", "12", "Shared.Error.Phone"),
        ("Phone", "call me maybe", "Shared.Error.Phone"),
        ("Phone", "+1 212 555 0142 0142 0142 014212", "Shared.Error.Phone"),
        ("Phone", "+1\n212 555", "Shared.Error.Phone"),
        ("Phone", "02 2345 6789 #", "Shared.Error.Phone"),
        ("Phone", "02 2345 6789 room 12", "Shared.Error.Phone"),
        ("Email", "", "Ordering.Email.Missing"),
        ("Email", "nobody", "Shared.Error.Email"),
        ("Email", "nobody@localhost", "Shared.Error.Email"),
        ("Email", "Hannah <host@demo.example>", "Shared.Error.Email"),
        ("Email", "one@demo.example, two@demo.example", "Shared.Error.Email"),
        ("Email", "host@demo.example\r\nBcc: evil@demo.example", "Shared.Error.Email"),
        ("Email", "名前@demo.example", "Shared.Error.Email"),
        ("Email", "host@demo.example.", "Shared.Error.Email"), // J10
        ("Email", "=?utf-8?q?x?=@demo.example", "Shared.Error.Email"), // J10
        ("Email", "\"a\"@demo.example", "Shared.Error.Email"), // J10
        ("Email", $"{new string('x', 245)}@x.example", "Shared.Error.TooLong|254"),
        ("Company", "", "Ordering.Company.Missing"),
        ("Company", new string('x', 121), "Shared.Error.TooLongBy|120|1"),
        ("SiteId", "", "Ordering.SiteId.Missing"),
        ("SiteId", "999", "Ordering.SiteId.NotYours"),
        ("SiteId", "one", "Ordering.SiteId.NotYours"),
        ("PackageCode", "", "Ordering.PackageCode.Missing"),
        ("PackageCode", "xx-premium", "Ordering.PackageCode.NotOffered|Northwind Events"),
        ("StartDate", "", "Times.StartDate.Missing"),
        ("StartDate", "next Monday", "Times.StartDate.Unreadable"),
        ("StartDate", "2027-02-30", "Shared.Error.NoSuchDay"), // J16
        ("StartDate", "2027年2月29日", "Shared.Error.NoSuchDay"), // J16
        ("StartDate", "01/18/2027", "Times.StartDate.Unreadable"),
        ("StartDate", "2026-12-14", "Ordering.StartDate.TooSoon|14|@2026-12-15"),
        ("StartDate", "1999-01-01", "Ordering.StartDate.TooSoon|14|@2026-12-15"),
        ("StartDate", "2027-12-02", "Ordering.StartDate.TooFar|12|@2027-12-01"),
        ("StartDate", "9999-12-31", "Ordering.StartDate.TooFar|12|@2027-12-01"),
        ("StartTime", "", "Times.StartTime.Missing"),
        ("StartTime", "noon", "Times.StartTime.Unreadable"),
        ("StartTime", "25:00", "Times.StartTime.Unreadable"),
        ("StartTime", "09:07", "Times.StartTime.NotQuarter"),
        ("StartTime", "09:15:30", "Times.StartTime.NotQuarter"),
        ("TimeZone", "", "Times.TimeZone.Missing"),
        ("TimeZone", "Mars/Olympus_Mons", "Times.TimeZone.Unknown"),
        ("DurationMinutes", "", "Ordering.Duration.Missing"),
        ("DurationMinutes", "15", "Ordering.Duration.Wrong|30|720"),
        ("DurationMinutes", "735", "Ordering.Duration.Wrong|30|720"),
        ("DurationMinutes", "50", "Ordering.Duration.Wrong|30|720"),
        ("DurationMinutes", "-60", "Ordering.Duration.Wrong|30|720"),
        ("DurationMinutes", "an hour", "Ordering.Duration.Wrong|30|720"),
        ("DurationMinutes", "99999999999999999999", "Ordering.Duration.Wrong|30|720"),
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_gets_its_own_message(string language, string field, string value, string sentence)
    {
        host.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var step = await host.Browser.BeginAsync();
        var fields = new FreeMoment(new(2027, 1, 18, 10, 0)).Fields();
        fields[field] = value;
        var page = await step.SubmitAsync(fields);
        page.AssertOnlyWrong(host.Portal, language, field, sentence);
        Assert.EndsWith("/availability", page.Path, StringComparison.Ordinal);
        if (Typed.Contains(field, StringComparer.Ordinal))
        {
            // Nothing but blanks comes back as nothing.
            Assert.Equal(string.IsNullOrWhiteSpace(value) ? "" : OneLine(value), OneLine(page.Value(field)));
        }
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        host.Browser.AcceptLanguage = "en";
        var step = await host.Browser.BeginAsync();
        string[] fields =
        [
            "FirstName", "LastName", "Phone", "Email", "Company", "SiteId", "PackageCode", "StartDate", "StartTime",
            "TimeZone", "DurationMinutes",
        ];
        var page = await step.SubmitAsync(
            fields.ToDictionary(field => field, _ => (string?)"", StringComparer.Ordinal));
        Assert.Equal(fields.Order(StringComparer.Ordinal), page.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(fields.Length, page.ErrorSummary.Count);

        // Without the fields altogether it is the same.
        var missing = await step.SubmitAsync(
            fields.ToDictionary(field => field, _ => (string?)null, StringComparer.Ordinal));
        Assert.Equal(
            page.Errors.OrderBy(error => error.Key, StringComparer.Ordinal),
            missing.Errors.OrderBy(error => error.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_summary_lists_the_errors_in_the_order_of_the_fields()
    {
        host.Browser.AcceptLanguage = "en";
        var step = await host.Browser.BeginAsync();
        var page = await step.SubmitAsync(new()
        {
            ["DurationMinutes"] = "",
            ["FirstName"] = "",
            ["StartDate"] = "x",
            ["Email"] = "x",
            ["StartTime"] = "10:00",
        });
        var inSummary = page.All(".error-summary a").Select(link => link.GetAttribute("href")![1..]);
        var onPage = page.All(".field__error").Select(error => error.Id![..^"-error".Length]);
        Assert.Equal(onPage, inSummary);
    }

    [Fact]
    public async Task A_site_of_others_is_no_own_site()
    {
        host.Browser.AcceptLanguage = "en";
        var formosa = await host.Portal.InDatabaseAsync(
            db => db.Set<Site>().SingleAsync(site => site.HostName == PortalPeople.Formosa));
        var fields = new FreeMoment(new(2027, 1, 18, 10, 0)).Fields();
        fields["SiteId"] = $"{formosa.Id}";
        fields["PackageCode"] = "tc-premium";
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(fields);
        page.AssertOnlyWrong(host.Portal, "en", "SiteId", "Ordering.SiteId.NotYours");
        Assert.DoesNotContain("Formosa", page.Source, StringComparison.Ordinal);
    }

    // A browser's one-line field drops line breaks by itself.
    private static string? OneLine(string? text) => text?
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
