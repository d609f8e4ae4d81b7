using System.Diagnostics;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport;
using AssistPortal.UnitTests.Assist.Orders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moq;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Assist.Meetings;

public sealed class MeetingLookupTests
{
    private static readonly SessionHost Host = new("secret-host-id", "secret-host@demo.example");

    private static readonly DirectorySession Session = new()
    {
        Key = "1", Topic = "Launch", Start = SampleOrder.Time.Start, DurationMinutes = 60,
    };

    private readonly Mock<IMeetingDirectory> directory = new();
    private readonly Mock<ILogger<MeetingLookup>> logger = new();
    private readonly FakeClock clock = TestClock.AtStartOfDecember2026();

    public MeetingLookupTests() => logger.Setup(log => log.IsEnabled(It.IsAny<LogLevel>())).Returns(true);

    [Fact]
    public async Task An_answer_is_passed_on()
    {
        Answers((_, _) => Task.FromResult<IReadOnlyList<DirectorySession>>([Session]));

        Assert.Equal([Session], await FindAsync());
        Assert.DoesNotContain(logger.Invocations, IsEntry);
    }

    [Fact]
    public async Task Sessions_are_wanted_from_now_to_the_horizon_in_whatever_zone()
    {
        NodaTime.Interval asked = default;
        Answers((starts, _) =>
        {
            asked = starts;
            return Task.FromResult<IReadOnlyList<DirectorySession>>([]);
        });

        Assert.Empty((await FindAsync())!);
        Assert.Equal(clock.GetCurrentInstant(), asked.Start);
        Assert.True(asked.End >= Instant.FromUtc(2027, 12, 2, 12, 0));
    }

    [Fact]
    public async Task A_directory_that_throws_at_once_gives_no_answer()
    {
        Answers((_, _) => throw new InvalidOperationException("broken"));

        Assert.Null(await FindAsync());
        Assert.Single(logger.Invocations, IsEntry);
    }

    [Fact]
    public async Task A_directory_that_fails_later_gives_no_answer()
    {
        Answers(async (_, _) =>
        {
            await Task.Yield();
            throw new HttpRequestException("down");
        });

        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_directory_that_answers_nothing_gives_no_answer()
    {
        Answers((_, _) => Task.FromResult<IReadOnlyList<DirectorySession>>(null!));

        Assert.Null(await FindAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_directory_that_hangs_is_given_up_after_three_seconds(bool listensToTheToken)
    {
        Answers(async (_, token) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(2), listensToTheToken ? token : CancellationToken.None);
            return [Session];
        });
        var watch = Stopwatch.StartNew();

        Assert.Null(await FindAsync());
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_not_told_that_the_directory_is_silent()
    {
        using var caller = new CancellationTokenSource();
        Answers(async (_, token) =>
        {
            await caller.CancelAsync();
            await Task.Delay(TimeSpan.FromMinutes(2), token);
            return [];
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FindAsync(caller.Token));
        Assert.DoesNotContain(logger.Invocations, IsEntry);
    }

    [Fact]
    public async Task A_site_whose_directory_is_not_installed_gives_no_answer()
    {
        var site = SampleOrder.Site();
        site.LookUpIn(DirectoryKind.Webex);
        Answers((_, _) => Task.FromResult<IReadOnlyList<DirectorySession>>([Session]));

        Assert.Null(await Lookup().FindAsync(site, Host, CancellationToken.None));
    }

    [Fact]
    public async Task The_log_names_the_site_and_not_the_host()
    {
        Answers((_, _) => throw new InvalidOperationException("broken"));

        await FindAsync();

        var entry = logger.Invocations.Single(IsEntry);
        var written = $"{entry.Arguments[2]}";
        Assert.Contains("site 0", written, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_names_the_fault_and_nothing_that_was_said()
    {
        Answers(
            (_, _) => throw new DirectoryException(DirectoryFault.Busy, "NA_1", new HttpRequestException("secret")));

        await FindAsync();

        var entry = logger.Invocations.Single(IsEntry);
        Assert.Contains("Busy, tracking id NA_1", $"{entry.Arguments[2]}", StringComparison.Ordinal);
        Assert.Null(entry.Arguments[3]);
    }

    [Fact]
    public async Task A_key_that_an_order_has_no_room_for_is_left_out()
    {
        var longest = Session with { Key = new string('k', DirectorySession.KeyLength) };
        Answers((_, _) => Task.FromResult<IReadOnlyList<DirectorySession>>(
            [longest, Session with { Key = longest.Key + "k" }]));

        Assert.Equal([longest], await FindAsync());
    }

    private void Answers(
        Func<NodaTime.Interval, CancellationToken, Task<IReadOnlyList<DirectorySession>>> answer)
    {
        directory.Setup(item => item.Kind).Returns(DirectoryKind.Portal);
        directory
            .Setup(item => item.FindAsync(
                It.IsAny<Site>(),
                It.IsAny<SessionHost>(),
                It.IsAny<NodaTime.Interval>(),
                It.IsAny<CancellationToken>()))
            .Returns(
                (Site _, SessionHost _, NodaTime.Interval starts, CancellationToken token) => answer(starts, token));
    }

    private static bool IsEntry(IInvocation call) => call.Method.Name == nameof(ILogger.Log);

    private MeetingLookup Lookup() =>
        new(
            [directory.Object],
            Options.Create(new BookingOptions()),
            Options.Create(new DirectoryOptions()),
            clock,
            logger.Object);

    private Task<IReadOnlyList<DirectorySession>?> FindAsync(CancellationToken cancellationToken = default) =>
        Lookup().FindAsync(SampleOrder.Site(), Host, cancellationToken);
}
