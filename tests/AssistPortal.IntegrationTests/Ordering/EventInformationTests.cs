using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class EventInformationTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    public static TheoryData<string> Texts => new(
        "Zoë 🎉👩‍👩‍👧",
        "سلام دنیا \u202Eevil\u202C",
        "<script>alert(1)</script>",
        "</textarea><b>bold</b>",
        "Ｆｕｌｌ　ｗｉｄｔｈ １２３",
        "e\u0301 \u00E9 & &amp; {0}",
        "=?utf-8?B?eA==?= \u2028 x");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_text_is_stored_exactly_and_shown_safely(string text)
    {
        var lines = $"{text}\n\n\t{text}";
        var page = await host.Browser.OrderAsync(changes: new()
        {
            ["Topic"] = $" {text} ",
            ["Presenters"] = $"\n{text}\n",
            ["Agenda"] = lines,
            ["OtherComments"] = lines,
        });
        var order = await host.OrderAsync(page);
        Assert.Equal(
            (text, text, lines, lines),
            (order.Event.Topic, order.Event.Presenters, order.Event.Agenda, order.Event.OtherComments));
        foreach (var path in new[]
        {
            page.Path,
            "/resources",
            $"/resources/orders/{order.RequestNumber}",
            $"/resources/orders/{order.RequestNumber}/print",
        })
        {
            var shown = await host.Browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.Empty(shown.All("script:not([src]), main b, [onerror]"));
            Assert.Contains(
                shown.All("bdi").Select(element => element.TextContent), shownText => shownText == text);
        }
    }

    [Fact]
    public async Task Codes_and_numbers_are_read_tolerantly()
    {
        var order = await host.OrderAsync(await host.Browser.OrderAsync(changes: new()
        {
            ["MeetingNumber"] = " ７２６　401-938 ",
            ["MeetingUrl"] = "  https://NORTHWIND.meetings.example/meet/726401938?x=1 ",
            ["ExpectedAttendees"] = " １,２00 ",
            ["SessionWish1"] = "2027-01-05T14:00",
            ["SessionWish2"] = "2027/1/6 9:30",
            ["SessionWish3"] = "２０２７年１月７日　１４：００",
            ["RecordingFormat"] = "Mp4",
            ["Language"] = "zh-Hant",
        }));
        Assert.Equal("726401938", order.Event.MeetingNumber);
        Assert.Equal("https://NORTHWIND.meetings.example/meet/726401938?x=1", order.Event.MeetingUrl);
        Assert.Equal(
            (1200, RecordingFormat.Mp4, "zh-Hant"),
            (order.Event.ExpectedAttendees, order.Event.RecordingFormat, order.Event.Language));
        Assert.Equal(
            [new(2027, 1, 5, 14, 0), new(2027, 1, 6, 9, 30), new(2027, 1, 7, 14, 0)],
            order.SessionWishes);
    }

    [Fact]
    public async Task The_longest_texts_are_taken_whole()
    {
        Dictionary<string, string?> longest = new(StringComparer.Ordinal)
        {
            ["Topic"] = new string('題', EventDetails.TopicLength),
            ["Presenters"] = new string('x', EventDetails.PresentersLength),
            ["Agenda"] = string.Concat(Enumerable.Repeat("議程\n", 433)) + "x",
            ["OtherComments"] = new string('意', EventDetails.OtherCommentsLength),
            ["ExpectedAttendees"] = "10000",
            ["MeetingNumber"] = "12345678901",
        };
        var order = await host.OrderAsync(await host.Browser.OrderAsync(changes: longest));
        Assert.Equal(
            (longest["Topic"], longest["Presenters"], longest["Agenda"], longest["OtherComments"]),
            (order.Event.Topic, order.Event.Presenters, order.Event.Agenda, order.Event.OtherComments));
    }

    [Fact]
    public async Task The_fee_is_the_base_the_extra_time_and_the_extras()
    {
        var moment = FreeMoment.Next() with { Minutes = 90 };
        var step = await host.Browser.ToEventInformationAsync("ec-standard", moment);
        Assert.Equal("USD\u00a01,380.00", step.Get("[data-fee-total]").TextContent);
        var page = await step.SubmitAsync(Journeys.EventFields(new()
        {
            ["ConsultationHours"] = "1.5", ["RehearsalHours"] = "2", ["RecordingEditingHours"] = "0",
        }));
        var order = await host.OrderAsync(page);
        Assert.Equal((201_000, "USD"), (order.StandardFeeMinor, order.Currency));
        Assert.Equal(
            [
                (FeeKind.Base, null, 120_000),
                (FeeKind.ExtraTime, 30, 18_000),
                (FeeKind.Consultation, 90, 27_000),
                (FeeKind.Rehearsal, 120, 36_000),
            ],
            order.StandardFee.Lines.Select(line => (line.Kind, line.Minutes, line.AmountMinor)));
        Assert.Equal("USD\u00a02,010.00", page.Get("[data-fee-total]").TextContent);
    }

    [Fact]
    public async Task The_fee_beside_the_form_is_that_of_the_extras_that_stand_in_it()
    {
        var step = await host.Browser.ToEventInformationAsync("ec-standard");
        var refused = await step.SubmitAsync(new() { ["ConsultationHours"] = "1.5" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("USD\u00a01,470.00", refused.Get("[data-fee-total]").TextContent);
        var lookup = await refused.SubmitAsync(new() { ["ConsultationHours"] = "2" }, "button[name=Back]");
        Assert.Equal("USD\u00a01,560.00", lookup.At("meeting-lookup").Get("[data-fee-total]").TextContent);
        var again = (await lookup.SubmitAsync()).At("event-information");
        Assert.Equal("USD\u00a01,560.00", again.Get("[data-fee-total]").TextContent);
        Assert.NotNull(
            again.Find($"tr[data-fee-line='{again.Get("#ConsultationHours").GetAttribute("data-fee-line")}']"));
    }

    [Theory]
    [InlineData("ec-premium", new[] { "RehearsalHours", "RecordingEditingHours" })]
    [InlineData(
        "ec-standard",
        new[] { "ConsultationHours", "RehearsalHours", "RecordingEditingHours", "RegistrationManagementHours" })]
    public async Task Only_the_extras_of_the_package_are_offered(string package, string[] fields)
    {
        var step = await host.Browser.ToEventInformationAsync(package);
        Assert.Equal(fields, step.All("select[name$=Hours]").Select(field => field.GetAttribute("name")));
    }

    [Fact]
    public async Task An_extra_that_the_package_does_not_offer_is_not_charged()
    {
        var step = await host.Browser.ToEventInformationAsync("ec-premium");
        var (action, fields) = step.Prepare(Journeys.EventFields());
        var page = await host.Browser.PostAsync(action, fields.Append(KeyValuePair.Create("ConsultationHours", "3")));
        Assert.Equal(240_000, (await host.OrderAsync(page.At("confirmation"))).StandardFeeMinor);
    }

    [Fact]
    public async Task The_whole_order_so_far_stands_beside_the_form_with_a_way_to_change_each_part()
    {
        var step = await host.Browser.ToEventInformationAsync("ec-standard", FreeMoment.Next());
        var summary = step.Get(".page-columns__aside");
        Assert.Contains("Event Center Standard Assist", summary.TextContent, StringComparison.Ordinal);
        Assert.Contains("Northwind Events", summary.TextContent, StringComparison.Ordinal);
        Assert.Contains("America/New York (UTC−04:00)", summary.TextContent, StringComparison.Ordinal);
        Assert.Contains("host@demo.example", summary.TextContent, StringComparison.Ordinal);
        Assert.Contains(host.Portal.Words("en", "Assist.Fee.Note"), summary.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, summary.QuerySelectorAll("ul li").Length);
        Assert.Equal(
            ["availability", "availability", "availability", "availability", "meeting-lookup"],
            summary.QuerySelectorAll(".summary-list__action button")
                .Select(button => button.GetAttribute("formaction")!.Split("%2F")[^1]));
    }

    [Fact]
    public async Task Back_keeps_what_was_typed_even_when_it_is_wrong()
    {
        var step = await host.Browser.ToEventInformationAsync();
        Dictionary<string, string?> typed = new(StringComparer.Ordinal)
        {
            ["Topic"] = " half a topic",
            ["ExpectedAttendees"] = "some",
            ["Agenda"] = "\n1\n2",
            ["RecordingFormat"] = "Wmv",
            ["RehearsalHours"] = "2.5",
        };
        var back = (await step.SubmitAsync(typed, "button[name=Back]")).At("meeting-lookup");
        var again = (await back.SubmitAsync()).At("event-information");
        Assert.All(typed, field => Assert.Equal(
            field.Value, again.Value(field.Key)?.Replace("\r\n", "\n", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Changing_step_1_keeps_what_was_typed_in_step_3()
    {
        var step = await host.Browser.ToEventInformationAsync();
        await step.SubmitAsync(new() { ["Topic"] = "A topic", ["ExpectedAttendees"] = "some" });
        var availability = await host.Browser.GetAsync($"/assist/order/{step.Draft()}/availability");
        var moved = FreeMoment.Next();
        var page = await availability.SubmitAsync(moved.Fields());
        page = page.Path.EndsWith("meeting-lookup", StringComparison.Ordinal) ? await page.SubmitAsync() : page;
        Assert.Equal(
            ("A topic", "some"), (page.At("event-information").Value("Topic"), page.Value("ExpectedAttendees")));
        var order = await host.OrderAsync(
            (await page.SubmitAsync(new() { ["ExpectedAttendees"] = "10" })).At("confirmation"));
        Assert.Equal(moved.Start, order.Time.Start);
    }

    [Fact]
    public async Task Asking_for_another_language_takes_a_producer_who_speaks_it_where_one_is_free()
    {
        var moment = new FreeMoment(new(2027, 4, 6, 9, 0));
        var order = await host.OrderAsync(
            await host.Browser.OrderAsync(moment: moment, changes: new() { ["Language"] = "pt" }));
        var producer = await host.Portal.InDatabaseAsync(
            db => db.Set<Assist.Producers.Producer>().FindAsync(order.ProducerId).AsTask());
        Assert.Equal("Renata Moreira", producer!.Name);
        Assert.Equal(Duration.FromMinutes(60), order.Time.End - order.Time.Start);
    }
}
