using System.Diagnostics;
using System.Net;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class SilentDirectoryTests
{
    private static readonly Dictionary<string, string?> Asked = new(StringComparer.Ordinal)
    {
        ["IsScheduled"] = "yes", ["HostId"] = "host", ["HostEmail"] = Journeys.Host,
    };

    [Fact]
    public async Task A_directory_that_fails_does_not_keep_anybody_from_ordering()
    {
        using var portal = With(_ => throw new HttpRequestException("host key 12345 is wrong"));
        await AssertGoesOnByHandAsync(portal);
        Assert.Empty(portal.Log.Errors);
    }

    [Fact]
    public async Task A_directory_that_hangs_is_given_up_after_three_seconds()
    {
        using var portal = With(_ => new TaskCompletionSource<IReadOnlyList<DirectorySession>>().Task);
        var took = await AssertGoesOnByHandAsync(portal);
        Assert.InRange(took, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_directory_that_answers_nothing_at_all_is_taken_for_silent()
    {
        using var portal = With(_ => Task.FromResult<IReadOnlyList<DirectorySession>>(null!));
        await AssertGoesOnByHandAsync(portal);
    }

    [Fact]
    public async Task Rubbish_sessions_never_break_a_page()
    {
        IReadOnlyList<DirectorySession> rubbish =
        [
            null!,
            Session("no-topic") with { Topic = null! },
            Session(null!),
            Session(""),
            Session("same"),
            Session("same"),
            Session(new string('k', 500)),
            Session("<script>alert(1)</script>") with { Topic = "<script>alert(2)</script>" },
            Session("backwards") with { DurationMinutes = -60 },
            Session("endless") with { DurationMinutes = int.MaxValue },
            Session("never") with { Start = Instant.MaxValue },
            Session("ever") with { Start = Instant.MinValue },
            Session("far") with { Start = Instant.FromUtc(9998, 1, 1, 0, 0) },
            Session("null-texts") with
            {
                Agenda = null!,
                Presenters = null!,
                MeetingNumber = null!,
                MeetingUrl = null!,
            },
            Session("wild") with
            {
                Agenda = new string('\u0001', 9000), MeetingNumber = "not a number at all, and far too long",
                MeetingUrl = "javascript:alert(1)", ExpectedAttendees = -5,
            },
        ];
        using var portal = With(_ => Task.FromResult(rubbish));
        using var browser = await HostAsync(portal);
        var step = await browser.ToMeetingLookupAsync("tc-premium");
        var listed = await step.SubmitAsync(Asked);
        Assert.True(listed.Status == HttpStatusCode.OK, listed.Describe());
        Assert.Empty(listed.All("script:not([src])"));
        foreach (var key in listed.All("input[name=SessionKey]").Select(radio => radio.GetAttribute("value")!).ToList())
        {
            foreach (var button in new[] { "use", "keep" })
            {
                var page = await listed.SubmitAsync(new() { ["SessionKey"] = key });
                if (page.Find($"button[name=SessionTime][value={button}]") is not null)
                {
                    page = await page.SubmitAsync(
                        new() { ["SessionKey"] = key }, $"button[name=SessionTime][value={button}]");
                }

                Assert.True((int)page.Status < 500, page.Describe());
                page = await browser.GetAsync($"/assist/order/{step.Draft()}/continue");
                Assert.True((int)page.Status < 500, page.Describe());
                Assert.Empty(page.All("script:not([src])"));
            }
        }

        var information = await (await step.SubmitAsync(new() { ["IsScheduled"] = "no" })).SubmitAsync(
            Journeys.EventFields(new() { ["MeetingNumber"] = "", ["MeetingUrl"] = "", ["Agenda"] = "" }));
        information.At("confirmation");
    }

    private static DirectorySession Session(string key) => new()
    {
        Key = key,
        Topic = "Rubbish",
        MeetingNumber = "123456789",
        Start = Instant.FromUtc(2027, 2, 3, 15, 0),
        DurationMinutes = 60,
    };

    private static async Task<TimeSpan> AssertGoesOnByHandAsync(PortalFactory portal)
    {
        using var browser = await HostAsync(portal);
        var step = await browser.ToMeetingLookupAsync("tc-premium");
        var began = Stopwatch.GetTimestamp();
        var page = await step.SubmitAsync(Asked);
        var took = Stopwatch.GetElapsedTime(began);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(portal.Words("en", "Ordering.Directory.Silent"), page.Text, StringComparison.Ordinal);
        Assert.Equal("host", page.Value("HostId"));
        Assert.DoesNotContain("12345", page.Source, StringComparison.Ordinal);
        var information =
            (await page.SubmitAsync(button: "button[name=SessionKey][value=by-hand]")).At("event-information");
        (await information.SubmitAsync(Journeys.EventFields())).At("confirmation");
        return took;
    }

    private static async Task<PortalClient> HostAsync(PortalFactory portal)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        return browser;
    }

    private static PortalFactory With(Func<SessionHost, Task<IReadOnlyList<DirectorySession>>> answer) =>
        PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Directories:Patience"] = "00:00:03" },
            Services = services =>
            {
                services.RemoveAll<IMeetingDirectory>();
                services.AddSingleton<IMeetingDirectory>(new Directory(answer));
            },
        });

    private sealed class Directory(Func<SessionHost, Task<IReadOnlyList<DirectorySession>>> answer) : IMeetingDirectory
    {
        public DirectoryKind Kind => DirectoryKind.Portal;

        public Task<IReadOnlyList<DirectorySession>> FindAsync(
            Site site, SessionHost host, Interval starts, CancellationToken cancellationToken) => answer(host);

        public Task RescheduleAsync(
            Site site, SessionReference session, EventTime time, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
