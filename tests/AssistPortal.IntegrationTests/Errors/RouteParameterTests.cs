using System.Net;
using AssistPortal.Assist.Meetings;
using AssistPortal.IntegrationTests.Staff;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>The long fuzz saved a meeting whose form had a field called as the address's own parameter.</summary>
public sealed class RouteParameterTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Theory]
    [InlineData("aaaa")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    public async Task What_the_address_says_no_field_says(string id)
    {
        var meeting = await staff.Portal.InDatabaseAsync(db => db.Set<MeetingSession>().AsNoTracking().FirstAsync());
        var path = $"/staff/meetings/{meeting.Id}";
        var (_, fields) = (await staff.Browser.GetAsync(path)).Prepare(new() { ["Topic"] = $"Called {id}" });

        var saved = await staff.Browser.PostAsync(path, fields.Append(KeyValuePair.Create("id", id)));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal($"Called {id}", (await staff.Browser.GetAsync(path)).Value("Topic"));
    }
}
