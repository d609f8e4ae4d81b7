using System.Globalization;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Meetings.Webex;
using AssistPortal.TestSupport.Directories;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Meetings.Webex;

public sealed class WebexFaultTests : IAsyncLifetime
{
    private WebexTestbed bed = null!;

    public static TheoryData<string, string, DirectoryFault> Rubbish => new()
    {
        { "", "application/json", DirectoryFault.Unreadable },
        { "null", "application/json", DirectoryFault.Unreadable },
        { "{}", "application/json", DirectoryFault.Unreadable },
        { "[]", "application/json", DirectoryFault.Unreadable },
        { """{"items":{}}""", "application/json", DirectoryFault.Unreadable },
        { """{"items":[{"id":7}]}""", "application/json", DirectoryFault.Unreadable },
        { """{"items":[""", "application/json", DirectoryFault.Unreadable },
        { "<html>Sign in</html>", "text/html", DirectoryFault.Unreadable },
    };

    public async Task InitializeAsync() => bed = await WebexTestbed.StartAsync();

    public Task DisposeAsync()
    {
        bed.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(400, DirectoryFault.Rejected)]
    [InlineData(401, DirectoryFault.AccessRefused)]
    [InlineData(403, DirectoryFault.AccessRefused)]
    [InlineData(404, DirectoryFault.NotFound)]
    [InlineData(405, DirectoryFault.Rejected)]
    [InlineData(408, DirectoryFault.Unavailable)]
    [InlineData(409, DirectoryFault.Rejected)]
    [InlineData(410, DirectoryFault.NotFound)]
    [InlineData(415, DirectoryFault.Rejected)]
    [InlineData(423, DirectoryFault.Busy)]
    [InlineData(428, DirectoryFault.Rejected)]
    [InlineData(429, DirectoryFault.Busy)]
    [InlineData(500, DirectoryFault.Unavailable)]
    [InlineData(502, DirectoryFault.Unavailable)]
    [InlineData(503, DirectoryFault.Unavailable)]
    [InlineData(504, DirectoryFault.Unavailable)]
    public async Task A_refusal_is_told_by_its_kind_and_the_tracking_id_alone(int status, DirectoryFault expected)
    {
        bed.Stub.Next(StubFault.Status(status, status is 423 or 429 ? "3600" : null));

        var fault = await bed.FaultAsync();

        Assert.Equal((expected, "NA_01-23-45"), (fault.Fault, fault.TrackingId));
        Assert.DoesNotContain(StubFault.RawMessage, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(bed.Stub.Token, fault.ToString(), StringComparison.Ordinal);
        Assert.Single(bed.Stub.Requests);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("a\r\nb <script>", "abscript")]
    [InlineData("???", null)]
    public async Task A_tracking_id_is_made_harmless_and_may_be_missing(string? sent, string? kept)
    {
        bed.Stub.Next(StubFault.Status(400, trackingId: sent));

        Assert.Equal(kept, (await bed.FaultAsync()).TrackingId);
    }

    [Fact]
    public async Task A_tracking_id_is_cut()
    {
        bed.Stub.Next(StubFault.Status(400, trackingId: new string('x', 5000)));

        Assert.Equal(100, (await bed.FaultAsync()).TrackingId!.Length);
    }

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task An_answer_that_makes_no_sense_is_unreadable(
        string body, string contentType, DirectoryFault expected)
    {
        bed.Stub.Next(StubFault.Says(body, contentType));

        Assert.Equal(expected, (await bed.FaultAsync()).Fault);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_it()
    {
        bed.Stub.Next(StubFault.Endless());

        Assert.Equal(DirectoryFault.Unreadable, (await bed.FaultAsync()).Fault);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_a_directory_that_is_away()
    {
        bed.Stub.Next(StubFault.Cut());
        Assert.Equal(DirectoryFault.Unavailable, (await bed.FaultAsync()).Fault);

        // Nothing listens on port 1.
        bed.MoveTo("http://127.0.0.1:1/v1/");
        Assert.Equal(DirectoryFault.Unavailable, (await bed.FaultAsync()).Fault);
    }

    [Fact]
    public async Task A_directory_that_hangs_is_given_up()
    {
        using var hasty = await WebexTestbed.StartAsync(new WebexLimits { Lookup = TimeSpan.FromMilliseconds(200) });
        hasty.Stub.Next(StubFault.Hangs());

        Assert.Equal(DirectoryFault.Unavailable, (await hasty.FaultAsync()).Fault);
        Assert.Contains(
            hasty.Log.Lines, line => line.Message.EndsWith("was not reached: TimedOut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_who_goes_away_is_no_fault_of_the_directory()
    {
        for (var visit = 0; visit < DirectoryCircuit.MostFailures; visit++)
        {
            using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            bed.Stub.Always(StubFault.Hangs());
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bed.FindAsync(cancellationToken: gone.Token));
        }

        bed.Stub.Always(null);
        Assert.Empty(await bed.FindAsync());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(423)]
    public async Task A_pause_that_fits_into_the_time_is_kept(int status)
    {
        bed.Stub.Add(new StubMeeting { Start = bed.In(1) });
        bed.Stub.Next(StubFault.Status(status, "1"), StubFault.Status(status, "0"));

        Assert.Single(await bed.FindAsync());
        Assert.Equal(3, bed.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_directory_that_stays_busy_is_not_asked_for_ever()
    {
        bed.Stub.Always(StubFault.Status(429, "0"));

        Assert.Equal(DirectoryFault.Busy, (await bed.FaultAsync()).Fault);
        Assert.Equal(3, bed.Stub.Requests.Count);
    }

    [Theory]
    [InlineData("60")]
    [InlineData("date")]
    public async Task A_pause_that_does_not_fit_fails_at_once_and_is_remembered(string header)
    {
        bed.Stub.Next(StubFault.Status(
            429, header == "date" ? Http(bed.Clock.GetCurrentInstant() + Duration.FromSeconds(60)) : header));
        Assert.Equal(DirectoryFault.Busy, (await bed.FaultAsync()).Fault);

        bed.Clock.Advance(Duration.FromSeconds(59));
        Assert.Equal(DirectoryFault.Busy, (await bed.FaultAsync()).Fault);
        Assert.Single(bed.Stub.Requests);

        bed.Clock.Advance(Duration.FromSeconds(1));
        Assert.Empty(await bed.FindAsync());
    }

    [Theory]
    [InlineData("99999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_pause_beyond_reason_ends_all_the_same(string header)
    {
        bed.Stub.Next(StubFault.Status(429, header));
        Assert.Equal(DirectoryFault.Busy, (await bed.FaultAsync()).Fault);

        bed.Clock.Advance(DirectoryCircuit.LongestPause);
        Assert.Empty(await bed.FindAsync());
    }

    private static string Http(Instant time) =>
        time.ToString("ddd, dd MMM uuuu HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
