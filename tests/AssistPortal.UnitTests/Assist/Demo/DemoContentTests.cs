using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Demo;

public sealed class DemoContentTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task Two_sites_differ_in_packages_currency_and_hosts()
    {
        var sites = await portal.ReadAsync(db => db.Set<Site>()
            .Include(site => site.Packages)
            .Include(site => site.Members)
            .AsSplitQuery()
            .OrderBy(site => site.Id)
            .ToListAsync());
        var hosts = await portal.ReadAsync(db => db.Users.ToDictionaryAsync(user => user.Id, user => user.Email!));

        Assert.Equal(
            ["northwind.meetings.example", "formosa.meetings.example"],
            sites.Select(site => site.HostName),
            StringComparer.Ordinal);
        Assert.Equal(["USD", "TWD"], sites.Select(site => site.Currency), StringComparer.Ordinal);
        Assert.Equal(
            ["ec-premium ec-standard mc-premium tc-premium", "ec-standard mc-premium tc-premium"],
            sites.Select(
                site => string.Join(' ', site.Packages.Select(package => package.Code).Order(StringComparer.Ordinal))),
            StringComparer.Ordinal);
        var members = sites.ConvertAll(site => site.Members.Select(member => hosts[member.UserId]).ToList());
        Assert.Contains("host@demo.example", members[0], StringComparer.Ordinal);
        Assert.DoesNotContain("host@demo.example", members[1], StringComparer.Ordinal);
        Assert.Contains("host2@demo.example", members[1], StringComparer.Ordinal);
        Assert.DoesNotContain("host2@demo.example", members[0], StringComparer.Ordinal);
        Assert.Equal(
            "sophia.grant@northwind.example", Assert.Single(members[0].Intersect(members[1], StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Sessions_lie_ahead_on_quarter_hours_of_hosts_of_their_site()
    {
        var now = portal.Clock.GetCurrentInstant();
        var sessions = await portal.ReadAsync(db => db.Set<MeetingSession>().ToListAsync());
        var sites = await portal.ReadAsync(
            db => db.Set<Site>().Include(site => site.Members).ToDictionaryAsync(site => site.Id));
        var users = await portal.ReadAsync(
            db => db.Users.ToDictionaryAsync(user => user.Email!, user => user.Id, StringComparer.Ordinal));

        Assert.InRange(sessions.Count, 12, 14);
        Assert.All(sessions, session =>
        {
            var site = sites[session.SiteId];
            var local = session.Start.InZone(DateTimeZoneProviders.Tzdb[session.TimeZone]);
            Assert.InRange((session.Start - now).TotalDays, 15, 121);
            Assert.Equal((0, 0), (local.Minute % 15, local.Second));
            Assert.True(local.DayOfWeek < IsoDayOfWeek.Saturday);
            Assert.InRange(session.DurationMinutes, EventTime.MinimumMinutes, EventTime.MaximumMinutes);
            Assert.Matches("^[0-9]{9,11}$", session.MeetingNumber);
            Assert.StartsWith($"https://{site.HostName}/", session.MeetingUrl, StringComparison.Ordinal);
            Assert.Contains(users[session.HostEmail], site.Members.Select(member => member.UserId));
        });
        Assert.Distinct(sessions.Select(session => session.MeetingNumber), StringComparer.Ordinal);
        Assert.True(sessions.Count(session => session is { HostId: "host", HostEmail: "host@demo.example" }) >= 3);
        Assert.True(sessions.Count(session => session is { HostId: "host2", HostEmail: "host2@demo.example" }) >= 3);
    }

    [Fact]
    public async Task Twelve_producers_speak_many_languages_and_one_signs_in()
    {
        var producers = await portal.ReadAsync(db => db.Set<Producer>()
            .Include(producer => producer.Languages)
            .Include(producer => producer.TimeOff)
            .AsSplitQuery()
            .ToListAsync());
        var account = await portal.ReadAsync(db => db.Users.SingleAsync(user => user.Email == "producer@demo.example"));
        var spoken = producers.SelectMany(producer => producer.Languages)
            .Select(language => language.Language)
            .ToList();

        Assert.Equal(12, producers.Count);
        Assert.Equal(
            "producer@demo.example", Assert.Single(producers, producer => producer.UserId == account.Id).Email);
        Assert.All(producers, producer => Assert.Matches(@"^\+1 [0-9]{3} 555 01[0-9]{2}$", producer.Phone));
        Assert.All(producers, producer => Assert.EndsWith(".example", producer.Email, StringComparison.Ordinal));
        Assert.Empty(spoken.Except(AssistLanguages.All, StringComparer.Ordinal));
        Assert.Empty(AssistLanguages.All.Except(spoken, StringComparer.Ordinal));
        Assert.NotEmpty(producers.SelectMany(producer => producer.TimeOff));
    }
}
