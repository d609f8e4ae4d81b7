using System.Net;
using System.Text;
using AssistPortal.Assist.Meetings;
using AssistPortal.Data.Audit;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Details;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class MeetingTransferTests : IAsyncLifetime
{
    private const string Coordinator = "coordinator@demo.example";
    private const string Header =
        "Site,HostId,HostEmail,Topic,MeetingNumber,MeetingUrl,StartDate,StartTime,Fold,TimeZone,DurationMinutes,"
            + "ExpectedAttendees,Presenters,Agenda";

    private readonly PortalFactory portal = new();
    private PortalClient browser = null!;

    public static TheoryData<string, string> BadFiles => new()
    {
        { "", "Meetings.File.Missing" },
        { Header, "Meetings.File.Empty" },
        { $"{Header}\r\n\r\n,,,\r\n", "Meetings.File.Empty" },
        { $"{Header}\r\n{Row("1")}\r\n\"{Row("2")}", "Meetings.File.Broken|3" },
        {
            $"{Header}\r\n{string.Concat(Enumerable.Range(0, 2001).Select(number => $"{Row($"{number}")}\r\n"))}",
            "Meetings.File.TooManyRows|2000"
        },
    };

    public async Task InitializeAsync()
    {
        browser = portal.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task What_was_exported_can_be_imported_unchanged()
    {
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<MeetingSession>().OrderBy(session => session.Start).Take(1),
            session => session.Change(
                SampleDetails.Meeting(NodaTime.Instant.FromUtc(2027, 11, 7, 6, 30), session.MeetingNumber) with
                {
                    Topic = "=HYPERLINK(\"https://evil.example\")",
                    Agenda = "'-1, \"quoted\"\nand a second line",
                    Presenters = "@somebody",
                })));
        var before = await AllAsync();
        var file = await browser.GetAsync("/staff/meetings/export?from=2026-12-01");
        Assert.StartsWith("text/csv", file.ContentType, StringComparison.Ordinal);
        Assert.Contains("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF" + Header, file.Source, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"", file.Source, StringComparison.Ordinal);
        Assert.Contains(",'@somebody,", file.Source, StringComparison.Ordinal);
        Assert.Contains("\"''-1, ", file.Source, StringComparison.Ordinal);

        var list = await UploadAsync(file.Source);
        Assert.Contains(
            portal.Words("en", $"Meetings.Notice.Imported|0|0|{before.Count}"), list.Text, StringComparison.Ordinal);
        Assert.Equivalent(before, await AllAsync(), strict: true);

        await portal.InDatabaseAsync(db => db.Set<MeetingSession>().ExecuteDeleteAsync());
        await UploadAsync(file.Source);
        Assert.Equal(before.Select(Known), (await AllAsync()).Select(Known));
    }

    [Fact]
    public async Task The_export_has_the_lists_filter()
    {
        var file = await browser.GetAsync("/staff/meetings/export?q=warehouse");
        Assert.Equal(3, file.Source.TrimEnd().Split("\r\n").Length);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/staff/meetings/export?from=never")).Status);
    }

    [Fact]
    public async Task The_template_has_the_columns_and_nothing_else() =>
        Assert.Equal($"\uFEFF{Header}\r\n", (await browser.GetAsync("/staff/meetings/template")).Source);

    [Fact]
    public async Task A_file_of_another_country_is_read_too()
    {
        var file = "meetingnumber;TOPIC;site;HostId;HostEmail;StartDate;StartTime;TimeZone;DurationMinutes;\r\n"
            + "999 000 111;春季課程;NORTHWIND.meetings.example;host;host@demo.example;２０２７／2／3;9.05;Asia/Taipei;６０;\r\n";
        var list = await UploadAsync(file);
        Assert.Contains(portal.Words("en", "Meetings.Notice.Imported|1|0|0"), list.Text, StringComparison.Ordinal);
        var added = (await AllAsync()).Single(session => session.MeetingNumber == "999000111");
        Assert.Equal(
            ("春季課程", NodaTime.Instant.FromUtc(2027, 2, 3, 1, 5), 60),
            (added.Topic, added.Start, added.DurationMinutes));
    }

    [Theory]
    [InlineData("504B0304140006000800")]
    [InlineData("D0CF11E0A1B11AE10000")]
    public async Task D14_An_Excel_workbook_is_told_as_such(string beginning)
    {
        var page = await UploadAsync(Convert.FromHexString(beginning));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(portal.Words("en", "Meetings.File.IsExcel"), page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task Bad_rows_are_listed_and_nothing_is_saved(string language)
    {
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var before = await AllAsync();
        var page = await UploadAsync(string.Join(
            "\r\n",
            Header,
            Row("1"),
            Row("2").Replace("northwind", "nowhere", StringComparison.Ordinal),
            "",
            Row("3").Replace(",60,", ",5,", StringComparison.Ordinal),
            Row("1"),
            Row("4").Replace("2027-02-03,09:00", "2027-11-07,01:30", StringComparison.Ordinal),
            Row("5") + ",one,too,many"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([portal.Words(language, "Meetings.File.Errors")], page.ErrorSummary);
        Assert.Equal(
            new[]
            {
                $"3 Site {portal.Words(language, "Meetings.Row.Site.Unknown")}",
                $"5 DurationMinutes {portal.Words(language, "Meetings.Duration.Wrong|10|1439")}",
                $"6 MeetingNumber {portal.Words(language, "Meetings.Row.Number.Twice|2")}",
                $"7 Fold {portal.Words(language, "Meetings.Row.Fold")}",
                $"8  {portal.Words(language, "Meetings.Row.Columns")}",
            },
            page.All("#report tbody tr")
                .Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))));
        Assert.Equal(before.Count, (await AllAsync()).Count);
        Assert.Empty(await AuditAsync());
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_is_bad_as_a_whole_is_told_so(string content, string sentence)
    {
        var before = await AllAsync();
        var page = await UploadAsync(content);
        page.AssertOnlyWrong(portal, "en", "File", sentence);
        Assert.Equal(before.Count, (await AllAsync()).Count);
    }

    [Fact]
    public async Task Wrong_columns_are_named()
    {
        var page = await UploadAsync(
            $"{Header.Replace("Topic", "Titel", StringComparison.Ordinal)},Agenda\r\n{Row("1")}");
        Assert.Equal(
            [
                $"Titel {portal.Words("en", "Meetings.File.Column.Unknown")}",
                $"Agenda {portal.Words("en", "Meetings.File.Column.Twice")}",
                $"Topic {portal.Words("en", "Meetings.File.Column.Missing")}",
            ],
            page.All("#report tbody tr")
                .Select(row => string.Join(' ', row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent))));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_told_so()
    {
        var page = await UploadAsync([.. Encoding.ASCII.GetBytes($"{Header}\r\n"), 0xB4, 0x4B, 0xA9, 0x75]);
        page.AssertOnlyWrong(portal, "en", "File", "Meetings.File.NotUtf8");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_so_and_a_flood_is_refused()
    {
        (await UploadAsync(new byte[(1024 * 1024) + 1])).AssertOnlyWrong(
            portal, "en", "File", "Meetings.File.TooLarge");
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(new byte[(2 * 1024 * 1024) + 1])).Status);
    }

    [Fact]
    public async Task Known_numbers_are_changed_and_new_ones_added_with_a_trace_each()
    {
        var list = await UploadAsync(
            $"{Header}\r\n{Row("38").Replace("9000000038", "726401938", StringComparison.Ordinal)}\r\n{Row("2")}");
        Assert.Contains(portal.Words("en", "Meetings.Notice.Imported|1|1|0"), list.Text, StringComparison.Ordinal);
        Assert.Equal(["meeting.added", "meeting.changed"], (await AuditAsync()).Order(StringComparer.Ordinal));
        Assert.Equal("Topic 38", (await AllAsync()).Single(session => session.MeetingNumber == "726401938").Topic);
    }

    private static string Row(string number) =>
        "northwind.meetings.example,host,host@demo.example,Topic "
            + $"{number},90000000{number.PadLeft(2, '0')},,2027-02-03,09:00,,America/New_York,60,,,";

    private static object Known(MeetingSession session) => (
        session.SiteId, session.HostId, session.HostEmail, session.Topic, session.MeetingNumber, session.MeetingUrl,
        session.Start,
        (session.TimeZone, session.DurationMinutes, session.ExpectedAttendees, session.Presenters, session.Agenda));

    private Task<PortalPage> UploadAsync(string file) => UploadAsync(Encoding.UTF8.GetBytes(file));

    private async Task<PortalPage> UploadAsync(byte[] file) =>
        await browser.UploadAsync(await browser.GetAsync("/staff/meetings/import"), "File", file);

    private Task<List<MeetingSession>> AllAsync() =>
        portal.InDatabaseAsync(db => db.Set<MeetingSession>().AsNoTracking()
            .OrderBy(session => session.SiteId).ThenBy(session => session.MeetingNumber).ToListAsync());

    private Task<List<string>> AuditAsync() => portal.InDatabaseAsync(db => db.Set<AuditEntry>()
        .Where(entry => entry.Subject == "MeetingSession").Select(entry => entry.Action).ToListAsync());
}
