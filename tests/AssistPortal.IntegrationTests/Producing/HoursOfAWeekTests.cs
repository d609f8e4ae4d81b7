using System.Net;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Staff.Producers;
using NodaTime;

namespace AssistPortal.IntegrationTests.Producing;

/// <summary>A week of hours as seven days.</summary>
public sealed class HoursOfAWeekTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Theory]
    [InlineData("producer@demo.example", "/producer/hours")]
    [InlineData("coordinator@demo.example", "/staff/producers/1/hours")]
    public async Task A_day_is_copied_to_weekdays_with_nothing_saved_or_lost_until_it_is_saved(string who, string path)
    {
        using var browser = staff.Portal.CreatePortalClient();
        await browser.SignInAsync(who);
        var page = await browser.GetAsync(path);
        Assert.Equal(7, page.All("[data-hours-day]").Count);
        var id = 1;
        var before = await staff.Portal.ProducerAsync(id);

        // Wednesday gets a second stretch and Saturday one; an exceptional day and a wrong time are typed too.
        var (action, fields) = page.Prepare(button: "[name=Copy][value='3']");
        List<KeyValuePair<string, string>> typed =
        [
            .. fields.Where(field => field.Key is "Copy" or "Version" or "Seen" or "__RequestVerificationToken"),
            new("Day", "3"), new("From", "08:00"), new("Until", "12:00"),
            new("Day", "3"), new("From", "13:00"), new("Until", "17:1"),
            new("Day", "6"), new("From", "22:00"), new("Until", "02:00"),
            new("Day", "1"), new("From", "05:00"), new("Until", "06:00"),
            new("Date", "2028-05-01"), new("DateFrom", ""), new("DateUntil", ""),
        ];
        var copied = await browser.PostAsync(action, typed);
        Assert.Equal(HttpStatusCode.OK, copied.Status);
        Assert.Contains(
            staff.Portal.Words("en", "Producers.Hours.Copied"), copied.Get("#copied").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(before.Version, (await staff.Portal.ProducerAsync(id)).Version);
        string[] Of(int day) => [.. copied.All($"[data-hours-day='{day}'] input:not([type=hidden])")
            .Select(input => input.GetAttribute("value") ?? "")];
        foreach (var day in Enumerable.Range(1, 5))
        {
            Assert.Equal(["08:00", "12:00", "13:00", "17:1", "", ""], Of(day));
        }

        Assert.Equal(["22:00", "02:00", "", ""], Of(6));
        Assert.Equal(["", ""], Of(7));
        Assert.Contains("2028-05-01", copied.All("[name=Date]").Select(input => input.GetAttribute("value")));

        var wrong = await copied.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(5, wrong.Errors.Count);
        Assert.All(wrong.Errors.Keys, field => Assert.Equal("13:00", wrong.Get($"#{field}").GetAttribute("value")));
        Assert.Contains(staff.Portal.Words("en", "Producers.Hours.Wrong|Friday"), wrong.Errors.Values);

        (action, fields) = wrong.Prepare();
        var saved = await browser.PostAsync(
            action, [.. fields.Select(field => field.Value == "17:1" ? KeyValuePair.Create("Until", "18:00") : field)]);
        Assert.Contains(
            staff.Portal.Words("en", "Producers.Notice.Saved"), saved.Text, StringComparison.Ordinal);
        var hours = (await staff.Portal.ProducerAsync(id)).Hours;
        Assert.Equal(11, hours.Count);
        Assert.All(
            hours.Where(item => item.Day <= IsoDayOfWeek.Friday),
            item => Assert.Contains((item.StartMinute, item.EndMinute), new[] { (480, 720), (780, 1080) }));

        // A day without hours has nothing to copy.
        var nothing = await saved.SubmitAsync(button: "[name=Copy][value='7']");
        Assert.Contains(
            staff.Portal.Words("en", "Producers.Hours.Copied.Nothing"), nothing.Get("#copied").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(
            10,
            nothing.All("[data-hours-day]:not([data-hours-day='6']) [name=From][value]:not([value=''])").Count);
    }

    [Fact]
    public async Task A_form_with_all_the_rows_that_it_takes_and_the_empty_ones_is_read()
    {
        var page = await staff.Browser.GetAsync("/staff/producers/2/hours");
        var (action, fields) = page.Prepare(button: "[name=Copy][value='7']");
        List<KeyValuePair<string, string>> typed =
            [.. fields.Where(field => field.Key is "Copy" or "Version" or "Seen" or "__RequestVerificationToken")];
        foreach (var row in Enumerable.Range(0, HoursInput.MostRows))
        {
            typed.AddRange(
            [
                new("Day", $"{(row / 5) + 1}"),
                new("From", $"{(row % 5) + 10}:00"), new("Until", $"{(row % 5) + 10}:30"),
                new("Date", $"2028-05-{row + 1:00}"), new("DateFrom", ""), new("DateUntil", ""),
            ]);
        }

        var full = await staff.Browser.PostAsync(action, typed);
        var again = await full.SubmitAsync(button: "[name=Copy][value='7']");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(30, again.All("[name=From][value]:not([value=''])").Count);
        Assert.Equal(30, again.All("[name=Date][value]:not([value=''])").Count);
    }
}
