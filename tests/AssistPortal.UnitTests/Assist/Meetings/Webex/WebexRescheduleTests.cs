using System.Text.Json;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Directories;
using AssistPortal.UnitTests.Assist.Orders;

namespace AssistPortal.UnitTests.Assist.Meetings.Webex;

public sealed class WebexRescheduleTests : IAsyncLifetime
{
    private WebexTestbed bed = null!;

    public async Task InitializeAsync() => bed = await WebexTestbed.StartAsync();

    public Task DisposeAsync()
    {
        bed.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_meeting_gets_its_new_time_in_the_orders_zone()
    {
        var meeting = bed.Stub.Add(new StubMeeting { Start = bed.In(20) });

        await RescheduleAsync(meeting.Id, SampleOrder.Time);

        Assert.Equal((SampleOrder.Time.Start, SampleOrder.Time.DurationMinutes), bed.Stub.TimeOf(meeting.Id));
        var request = Assert.Single(bed.Stub.Requests);
        Assert.Equal(
            ("PATCH", $"meetings/{meeting.Id}", "application/json"),
            (request.Method, request.Path, request.Headers["Content-Type"]));
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["start"] = "2027-03-16T23:30:00-04:00",
                ["end"] = "2027-03-17T01:00:00-04:00",
                ["timezone"] = "America/New_York",
                ["hostEmail"] = WebexTestbed.Host.Email,
                ["sendEmail"] = "True",
            },
            body.RootElement.EnumerateObject()
                .ToDictionary(field => field.Name, field => $"{field.Value}", StringComparer.Ordinal));
    }

    [Fact]
    public async Task Doing_it_twice_is_harmless()
    {
        var meeting = bed.Stub.Add(new StubMeeting { Start = bed.In(20) });

        await RescheduleAsync(meeting.Id, SampleOrder.Time);
        await RescheduleAsync(meeting.Id, SampleOrder.Time);

        Assert.Equal(SampleOrder.Time.Start, bed.Stub.TimeOf(meeting.Id)!.Value.Start);
    }

    [Fact]
    public async Task Of_a_series_only_the_occurrence_that_was_picked_is_moved()
    {
        var series = bed.Stub.Add(new StubMeeting { Start = bed.In(7), Occurrences = [bed.In(7), bed.In(14)] });
        var picked = (await bed.FindAsync())[1];

        await RescheduleAsync(picked.Key, SampleOrder.Time);

        Assert.Equal([bed.In(7), SampleOrder.Time.Start], (await bed.FindAsync()).Select(session => session.Start));
        Assert.Equal(bed.In(7), bed.Stub.TimeOf(series.Id)!.Value.Start);
    }

    [Fact]
    public async Task A_key_is_no_path()
    {
        var fault = await Assert.ThrowsAsync<DirectoryException>(
            () => RescheduleAsync("../people/me?x=1", SampleOrder.Time));

        Assert.Equal(DirectoryFault.NotFound, fault.Fault);
        Assert.Equal("meetings/..%2Fpeople%2Fme%3Fx%3D1", Assert.Single(bed.Stub.Requests).Path);
    }

    [Fact]
    public async Task A_users_token_speaks_for_itself_and_the_media_type_is_a_setting()
    {
        using var own = await WebexTestbed.StartAsync(
            null,
            (WebexTestbed.Setting("IsAdministrator"), "false"),
            ("Directories:PatchMediaType", "application/json-patch+json"));
        (own.Stub.IsAdministrator, own.Stub.PatchMediaType) = (false, "application/json-patch+json");
        var meeting = own.Stub.Add(new StubMeeting { Start = own.In(20) });

        await own.Directory.RescheduleAsync(
            own.Site, new SessionReference(meeting.Id, WebexTestbed.Host.Email), SampleOrder.Time, default);

        Assert.Equal(SampleOrder.Time.Start, own.Stub.TimeOf(meeting.Id)!.Value.Start);
        Assert.DoesNotContain("hostEmail", Assert.Single(own.Stub.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(24 * 60)]
    public async Task A_length_that_the_API_does_not_take_is_not_sent(int minutes)
    {
        var fault = await Assert.ThrowsAsync<DirectoryException>(
            () => RescheduleAsync("1", SampleOrder.Time with { DurationMinutes = minutes }));

        Assert.Equal(DirectoryFault.Rejected, fault.Fault);
        Assert.Empty(bed.Stub.Requests);
    }

    [Theory]
    [InlineData(403, DirectoryFault.AccessRefused)]
    [InlineData(409, DirectoryFault.Rejected)]
    [InlineData(410, DirectoryFault.NotFound)]
    [InlineData(415, DirectoryFault.Rejected)]
    [InlineData(503, DirectoryFault.Unavailable)]
    public async Task A_refusal_is_told_by_its_kind(int status, DirectoryFault expected)
    {
        bed.Stub.Next(StubFault.Status(status));

        var fault = await Assert.ThrowsAsync<DirectoryException>(() => RescheduleAsync("1", SampleOrder.Time));

        Assert.Equal((expected, "NA_01-23-45"), (fault.Fault, fault.TrackingId));
    }

    private Task RescheduleAsync(string key, EventTime time) =>
        bed.Directory.RescheduleAsync(
            bed.Site, new SessionReference(key, WebexTestbed.Host.Email), time, CancellationToken.None);
}
