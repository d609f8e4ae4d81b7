using System.Net;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing.Audit;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class ProducersTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private PortalFactory Portal => staff.Portal;

    private PortalClient Browser => staff.Browser;

    [Fact]
    public async Task A_new_producer_is_found_and_works_from_the_hours_that_are_entered()
    {
        var add = await (await Browser.GetAsync("/staff/producers")).FollowAsync("a[href='/staff/producers/add']");
        var packages = add.All("input[name=Qualified]").Select(item => item.GetAttribute("value")!).ToList();
        var hours = await add.SubmitAsync(new()
        {
            ["Name"] = "Nadia Novak",
            ["Email"] = "nadia@producers.example",
            ["Phone"] = "+１ 212 555 0100",
            ["TimeZone"] = "Europe/Prague",
            ["Qualified"] = packages[0],
        });
        Assert.Equal(HttpStatusCode.OK, hours.Status);
        var id = int.Parse(hours.Path.Split('/')[3], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal($"/staff/producers/{id}/hours", hours.Path);

        Assert.NotNull(hours.Find("#no-hours"));
        Assert.Equal(7, hours.All("[data-hours-day] [name=Day]").Count);

        var saved = await Browser.SubmitRowAsync(
            hours, 0, new() { ["Day"] = "5", ["From"] = "22:00", ["Until"] = "02:15" });
        Assert.Contains(Portal.Words("en", "Producers.Notice.Saved"), saved.Text, StringComparison.Ordinal);
        saved = await Browser.SubmitRowAsync(saved, 0, new() { ["Date"] = "2027-05-03" });
        var producer = await Portal.ProducerAsync(id);
        Assert.Equal(
            (IsoDayOfWeek.Friday, 22 * 60, (26 * 60) + 15),
            producer.Hours.Select(item => (item.Day, item.StartMinute, item.EndMinute)).Single());
        Assert.Equal(
            (new LocalDate(2027, 5, 3), null),
            producer.ExceptionalHours.Select(item => (item.Date, item.StartMinute)).Single());
        Assert.Equal("+1 212 555 0100", producer.Phone);
        Assert.Equal(packages[0], $"{producer.Qualifications.Single().PackageId}");
        Assert.Equal(2, producer.Version);
        Assert.Equal("02:15", saved.Get("[data-hours-day='5'] [name=Until]").GetAttribute("value"));

        Assert.Single(await Portal.AuditAsync<ProducerAdded>(id));
        var change = (await Portal.AuditAsync<ProducerChanged>(id))[0].Producer;
        Assert.Contains("5 Friday 1320-1575", change.After!.Hours);
        Assert.Equal(change.Before!.Name, change.After.Name);

        Assert.Equal("Nadia Novak", (await Browser.GetAsync("/staff/producers?q=novak")).Get("tbody th a").TextContent);
        Assert.Single((await Browser.GetAsync($"/staff/producers?q=nadia&package={packages[0]}")).All("tbody tr"));
        Assert.Empty((await Browser.GetAsync($"/staff/producers?q=nadia&package={packages[1]}")).All("tbody tr"));
        Assert.Empty((await Browser.GetAsync("/staff/producers?q=nadia&active=no")).All("tbody tr"));
    }

    [Fact]
    public async Task Hours_that_leave_an_order_without_cover_are_saved_after_a_yes_and_mark_it_until_they_are_back()
    {
        var order = await Portal.PlaceAsync();
        var before = await Portal.ProducerAsync(order.ProducerId);
        var form = await Browser.GetAsync($"/staff/producers/{order.ProducerId}/hours");
        var asked = await Browser.SubmitRowAsync(
            form, form.All("[name=Date]").Count - 1, new() { ["Date"] = before.Day(order) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains(order.RequestNumber.ToString(), asked.Get("#uncovered").TextContent, StringComparison.Ordinal);
        Assert.Contains(before.Day(order), asked.All("[name=Date]").Select(item => item.GetAttribute("value")));
        Assert.Equal(before.Version, (await Portal.ProducerAsync(order.ProducerId)).Version);
        Assert.Empty(await Portal.NoCoverAsync(order.Id));

        var saved = await asked.SubmitAsync(button: "#confirm");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains(order.RequestNumber.ToString(), saved.Get("#no-cover").TextContent, StringComparison.Ordinal);
        var row = Assert.Single(await Portal.NoCoverAsync(order.Id));
        Assert.Equal(Portal.Clock.GetCurrentInstant(), row.DueAt);

        // What a coordinator has dealt with does not come back with a change that makes no difference.
        await (await Browser.GetAsync(
            $"/staff/orders/{order.RequestNumber}")).SubmitFormAsync("form[action$='/settle']");
        Assert.Empty(await Portal.NoCoverAsync(order.Id));
        await (await Browser.GetAsync($"/staff/producers/{order.ProducerId}")).SubmitAsync(
            new() { ["Phone"] = "+1 212 555 0188" });
        Assert.Empty(await Portal.NoCoverAsync(order.Id));
        saved = await Browser.GetAsync($"/staff/producers/{order.ProducerId}/hours");

        var index = saved.All("[name=Date]")
            .ToList()
            .FindIndex(item => item.GetAttribute("value") == before.Day(order));
        var back = await Browser.SubmitRowAsync(saved, index, new() { ["Date"] = "" });
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Empty(await Portal.NoCoverAsync(order.Id));
        Assert.Null(back.Find("#no-cover"));
    }

    [Fact]
    public async Task Time_off_and_the_end_of_work_count_as_no_cover_too()
    {
        var order = await Portal.PlaceAsync();
        var producer = await Portal.ProducerAsync(order.ProducerId);
        var off = await Browser.GetAsync($"/staff/producers/{producer.Id}/time-off");
        var asked = await off.SubmitAsync(new() { ["From"] = producer.Day(order), ["To"] = "" });
        Assert.Contains(order.RequestNumber.ToString(), asked.Get("#uncovered").TextContent, StringComparison.Ordinal);
        var noted = await asked.SubmitAsync(button: "#confirm");
        Assert.Single(await Portal.NoCoverAsync(order.Id));
        var number = (await Portal.ProducerAsync(producer.Id)).TimeOff.Single(item => item.FirstDay == item.LastDay
            && item.Start <= order.Time.Start && order.Time.Start < item.End).Id;
        var removed = await noted.SubmitFormAsync($"#off-list li:has(input[name=Off][value='{number}']) form");
        Assert.Contains(Portal.Words("en", "Producers.Notice.OffRemoved"), removed.Text, StringComparison.Ordinal);
        Assert.Null(removed.Find("#no-cover"));
        Assert.Empty(await Portal.NoCoverAsync(order.Id));

        var profile = await Browser.GetAsync($"/staff/producers/{producer.Id}");
        asked = await profile.SubmitAsync(new() { ["Active"] = null });
        Assert.Contains(order.RequestNumber.ToString(), asked.Get("#uncovered").TextContent, StringComparison.Ordinal);
        Assert.True((await Portal.ProducerAsync(producer.Id)).IsActive);
        var saved = await asked.SubmitAsync(button: "#confirm");
        Assert.Single(await Portal.NoCoverAsync(order.Id));
        await saved.SubmitAsync(new() { ["Active"] = "yes" });
        Assert.Empty(await Portal.NoCoverAsync(order.Id));
    }

    [Fact]
    public async Task The_second_of_two_who_change_a_producer_is_told_and_keeps_what_was_typed()
    {
        var id = await Portal.InDatabaseAsync(db => db.Set<Producer>()
            .Where(item => item.Name.StartsWith("Haruka"))
            .Select(item => item.Id)
            .SingleAsync());
        var profile = await Browser.GetAsync($"/staff/producers/{id}");
        var hours = await Browser.GetAsync($"/staff/producers/{id}/hours");
        Assert.Equal(HttpStatusCode.OK, (await Browser.SubmitRowAsync(hours, 0, new() { ["Until"] = "20:15" })).Status);

        var told = await profile.SubmitAsync(new() { ["Phone"] = "+81 3 5555 0111" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal("+81 3 5555 0111", told.Value("Phone"));
        Assert.Contains("+1 212 555 0111", told.Get("#changed-meanwhile").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await told.SubmitAsync()).Status);

        var late = await Browser.SubmitRowAsync(hours, 0, new() { ["Until"] = "20:30" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("20:30", late.Get("#Until-0").GetAttribute("value"));
        var producer = await Portal.ProducerAsync(id);
        Assert.Equal("+81 3 5555 0111", producer.Phone);
        Assert.Equal((20 * 60) + 15, producer.Hours.Single(item => item.Day == IsoDayOfWeek.Monday).EndMinute);
    }

    [Fact]
    public async Task D15_hours_are_saved_though_time_off_was_added_meanwhile_and_a_conflict_tells_what_differs()
    {
        var id = (await Portal.PlaceAsync()).ProducerId;
        var hours = await Browser.GetAsync($"/staff/producers/{id}/hours");
        var off = await (await Browser.GetAsync($"/staff/producers/{id}/time-off")).SubmitAsync(
            new() { ["From"] = "2028-08-01", ["To"] = "2028-08-02" });
        Assert.Equal(HttpStatusCode.OK, off.Status);
        var last = hours.All("[name=Date]").Count - 1;
        var saved = await Browser.SubmitRowAsync(hours, last, new() { ["Date"] = "2028-09-01" });
        Assert.Equal(HttpStatusCode.OK, saved.Status);

        // The same once more is what stands there already.
        Assert.Equal(
            HttpStatusCode.OK,
            (await Browser.SubmitRowAsync(hours, last, new() { ["Date"] = "2028-09-01" })).Status);
        var late = await Browser.SubmitRowAsync(hours, last, new() { ["Date"] = "2028-09-02" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("2028-09-01", late.Get("#changed-meanwhile dd").TextContent, StringComparison.Ordinal);
        Assert.Single(late.All("#changed-meanwhile dd"));
        var producer = await Portal.ProducerAsync(id);
        Assert.Equal(
            [new LocalDate(2028, 9, 1)],
            producer.ExceptionalHours.Select(item => item.Date).Where(date => date.Year == 2028));
        Assert.Single(producer.TimeOff, item => item.FirstDay == new LocalDate(2028, 8, 1));
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field()
    {
        var add = await Browser.GetAsync("/staff/producers/add");
        var told = await add.SubmitAsync(new()
        {
            ["Languages"] = null,
            ["Account"] = "host@demo.example",
            ["Qualified"] = add.Get("[name=Qualified]").GetAttribute("value"),
            ["ValidFrom"] = "soon",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Equal(
            ["Account", "Email", "Languages", "Name", "Phone", "TimeZone", "ValidFrom-0"],
            told.Errors.Keys.Order(StringComparer.Ordinal));

        var taken = await add.SubmitAsync(new()
        {
            ["Name"] = "A",
            ["Email"] = "a@producers.example",
            ["Phone"] = "12345",
            ["TimeZone"] = "Etc/UTC",
            ["Account"] = "producer@demo.example",
        });
        Assert.Equal(Portal.Words("en", "Producers.Account.Taken"), taken.Errors["Account"]);

        var hours = await Browser.GetAsync("/staff/producers/1/hours");
        told = await Browser.SubmitRowAsync(hours, 0, new() { ["Until"] = "17:10" });
        Assert.Equal(Portal.Words("en", "Producers.Hours.Quarter|Monday"), told.Errors["From-0"]);

        var off = await Browser.GetAsync("/staff/producers/1/time-off");
        told = await off.SubmitAsync(new() { ["From"] = "2027-06-02", ["To"] = "2027-06-01" });
        Assert.Equal(Portal.Words("en", "Producers.Span.Order"), told.Errors["To"]);
        told = await off.SubmitAsync(new() { ["From"] = "2027-06-02", ["FromTime"] = "10:00" });
        Assert.Equal(Portal.Words("en", "Producers.Span.Time.Wrong"), told.Errors["ToTime"]);
        Assert.Equal(HttpStatusCode.NotFound, (await Browser.GetAsync("/staff/producers/4711/hours")).Status);
    }
}
