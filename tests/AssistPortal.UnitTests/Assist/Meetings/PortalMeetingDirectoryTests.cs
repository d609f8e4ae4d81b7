using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Details;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.UnitTests.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Meetings;

public abstract class PortalMeetingDirectoryTests(DatabaseProvider provider) : IAsyncLifetime
{
    private static readonly Instant From = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly Instant To = Instant.FromUtc(2027, 12, 1, 0, 0);

    private readonly PortalFile file = new(provider);
    private Site site = null!;

    public async Task InitializeAsync() => site = await file.AddSiteAsync();

    public Task DisposeAsync()
    {
        file.Dispose();
        return Task.CompletedTask;
    }

    [DatabaseFact]
    public async Task A_session_is_found_with_all_that_is_known_of_it()
    {
        var stored = await AddAsync(From + Duration.FromDays(20), topic: "春季課程");

        var found = Assert.Single(await FindAsync());

        Assert.Equal(
            new DirectorySession
            {
                Key = stored.Id.ToString(),
                HostId = "host",
                Topic = "春季課程",
                Agenda = "Welcome",
                Presenters = "Hannah",
                MeetingNumber = "726401938",
                MeetingUrl = "https://northwind.meetings.example/m/1",
                Start = stored.Start,
                DurationMinutes = 60,
                TimeZone = stored.TimeZone,
                ExpectedAttendees = 350,
            },
            found);
    }

    [DatabaseFact]
    public async Task The_address_alone_finds_all_that_is_scheduled_under_it_and_nothing_else()
    {
        await AddAsync(From, hostId: "host");
        await AddAsync(From, hostId: "assistant");
        await AddAsync(From, hostId: "host", email: "host2@demo.example");

        Assert.Equal(
            ["assistant", "host"], (await FindAsync(hostId: null)).Select(session => session.HostId).Order());
    }

    [DatabaseFact]
    public async Task Sessions_come_by_start_and_only_those_that_start_in_the_time_asked_for()
    {
        foreach (var start in new[]
        {
            To - Duration.FromMinutes(1),
            From,
            From + Duration.FromDays(1),
            From - Duration.FromMinutes(1),
            To,
        })
        {
            await AddAsync(start);
        }

        Assert.Equal(
            [From, From + Duration.FromDays(1), To - Duration.FromMinutes(1)],
            (await FindAsync()).Select(session => session.Start));
    }

    [DatabaseFact]
    public async Task Sessions_of_other_hosts_and_sites_are_nobody_elses_business()
    {
        var other = await file.AddSiteAsync("other.meetings.example");
        await AddAsync(From, hostId: "host2");
        await AddAsync(From, email: "host2@demo.example");
        await AddAsync(From, atSite: other);

        Assert.Empty(await FindAsync());
    }

    [DatabaseTheory]
    [InlineData("HOST", "Host@Demo.Example")]
    [InlineData("Host", "host@demo.example")]
    public async Task Case_does_not_matter(string hostId, string email)
    {
        await AddAsync(From, hostId: "hOST", email: "HOST@demo.example");

        Assert.Single(await FindAsync(hostId, email));
    }

    [DatabaseTheory]
    [InlineData("王小明")]
    [InlineData("Änne.Østergård")]
    public async Task A_host_id_with_letters_beyond_ASCII_is_found_as_it_was_stored(string hostId)
    {
        await AddAsync(From, hostId: hostId);

        Assert.Single(await FindAsync(hostId));
    }

    [DatabaseTheory]
    [InlineData("%")]
    [InlineData("ho_t")]
    [InlineData("host' OR 1=1 --")]
    public async Task A_host_id_is_no_pattern(string hostId)
    {
        await AddAsync(From);

        Assert.Empty(await FindAsync(hostId));
    }

    [DatabaseFact]
    public async Task A_new_time_does_not_undo_what_staff_have_just_changed()
    {
        var stored = await AddAsync(From);
        await using var late = file.NewContext();
        await late.Set<MeetingSession>().SingleAsync(session => session.Id == stored.Id);
        await using (var staff = file.NewContext())
        {
            await staff.Set<MeetingSession>()
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.Topic, "By staff"));
        }

        await new PortalMeetingDirectory(late).RescheduleAsync(
            site, new SessionReference($"{stored.Id}", stored.HostEmail), SampleOrder.Time, CancellationToken.None);

        await using var db = file.NewContext();
        var now = await db.Set<MeetingSession>().SingleAsync(session => session.Id == stored.Id);
        Assert.Equal(("By staff", SampleOrder.Time.Start, 90), (now.Topic, now.Start, now.DurationMinutes));
    }

    [DatabaseFact]
    public async Task A_session_that_is_not_there_is_told_so()
    {
        await using var db = file.NewContext();
        foreach (var key in new[] { $"{Guid.NewGuid()}", "no key" })
        {
            var fault =
                await Assert.ThrowsAsync<DirectoryException>(() => new PortalMeetingDirectory(db).RescheduleAsync(
                    site, new SessionReference(key, "host@demo.example"), SampleOrder.Time, CancellationToken.None));
            Assert.Equal(DirectoryFault.NotFound, fault.Fault);
        }
    }

    private Task<MeetingSession> AddAsync(
        Instant start,
        string hostId = "host",
        string email = "host@demo.example",
        string topic = "Launch",
        Site? atSite = null) =>
        file.AddAsync(new MeetingSession((atSite ?? site).Id, SampleDetails.Meeting(start) with
        {
            HostId = hostId,
            HostEmail = email,
            Topic = topic,
            Agenda = "Welcome",
            Presenters = "Hannah",
            MeetingUrl = "https://northwind.meetings.example/m/1",
            ExpectedAttendees = 350,
        }));

    private async Task<IReadOnlyList<DirectorySession>> FindAsync(
        string? hostId = "host", string email = "host@demo.example")
    {
        await using var db = file.NewContext();
        return await new PortalMeetingDirectory(db).FindAsync(
            site, new SessionHost(hostId, email), new NodaTime.Interval(From, To), CancellationToken.None);
    }
}

public sealed class PortalMeetingDirectoryOnSqlite() : PortalMeetingDirectoryTests(DatabaseProvider.Sqlite);

public sealed class PortalMeetingDirectoryOnPostgreSql() : PortalMeetingDirectoryTests(DatabaseProvider.PostgreSql);

public sealed class PortalMeetingDirectoryOnSqlServer() : PortalMeetingDirectoryTests(DatabaseProvider.SqlServer);
