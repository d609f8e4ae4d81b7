using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Ordering;

public sealed class MonthStripTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string FirstDay = "button[name=Day] >> nth=0";
    private const string Lead = ".slots > p.muted";

    [Fact]
    public Task A_day_and_a_time_are_filled_in_without_a_round_trip() =>
        AtStripAsync(Look.Plain, visitor => StayOnPageAsync(visitor, async () =>
        {
            var day = await visitor.At("button[name=Day]").Nth(3).GetAttributeAsync("value");
            await visitor.At("button[name=Day]").Nth(3).ClickAsync();
            await Assertions.Expect(visitor.At("button[name=Pick]").First)
                .ToHaveAttributeAsync("value", $"{day}T09:00");
            var time = visitor.At("button[name=Pick]").Nth(2);
            var value = await time.GetAttributeAsync("value");
            await time.ClickAsync();
            Assert.Equal(value, await ChosenAsync(visitor));
            await Assertions.Expect(time).ToHaveAttributeAsync("aria-pressed", "true");
            await Assertions.Expect(visitor.At("#free-times [data-status]")).Not.ToBeEmptyAsync();
            await visitor.CheckAsync("1-availability-picked");
        }));

    [Fact]
    public Task Without_script_they_are_filled_in_too() =>
        AtStripAsync(Look.Plain with { Script = false }, async visitor =>
        {
            await visitor.At("#Company").FillAsync("Typed before the click");
            await visitor.PressAsync(visitor.At("button[name=Day]").Nth(3));
            var time = visitor.At("button[name=Pick]").Nth(5);
            var value = await time.GetAttributeAsync("value");
            await visitor.PressAsync(time);
            Assert.Equal(value, await ChosenAsync(visitor));
            await Assertions.Expect(visitor.At("#Company")).ToHaveValueAsync("Typed before the click");
            await visitor.CheckAsync("1-availability-picked");
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Its_months_turn_and_keep_what_was_typed(bool script) =>
        AtStripAsync(Look.Plain with { Script = script }, async visitor =>
        {
            await visitor.At("#Company").FillAsync("Typed before the turn");
            var first = await visitor.At(FirstDay).GetAttributeAsync("value");
            await visitor.At("button[name=FreeTimesFrom]").Last.ClickAsync();
            await Assertions.Expect(visitor.At(FirstDay)).Not.ToHaveAttributeAsync("value", first!);
            await visitor.At("button[name=FreeTimesFrom]").First.ClickAsync();
            await Assertions.Expect(visitor.At(FirstDay)).ToHaveAttributeAsync("value", first!);
            await Assertions.Expect(visitor.At("#Company")).ToHaveValueAsync("Typed before the turn");
            await visitor.CheckAsync("1-availability-turned");
        });

    [Fact]
    public Task It_follows_the_typed_date_length_and_zone_J9() => AtStripAsync(Look.Plain, visitor =>
        StayOnPageAsync(visitor, async () =>
        {
            await visitor.At("#StartDate").FillAsync("2027-02-26");
            await visitor.At("#StartDate").DispatchEventAsync("change");
            await Assertions.Expect(visitor.At("button[name=Day][value='2027-02-26']"))
                .ToHaveAttributeAsync("aria-pressed", "true");
            var before = await visitor.At(Lead).InnerTextAsync();
            await visitor.At("#DurationMinutes").SelectOptionAsync("720");
            await Assertions.Expect(visitor.At(Lead)).Not.ToHaveTextAsync(before);
        }));

    [Fact]
    public Task A_time_zone_is_typed_and_chosen_by_keyboard() => AtStripAsync(
        Look.Plain with { Language = "zh-Hant" },
        visitor => StayOnPageAsync(visitor, async () =>
        {
            await Assertions.Expect(visitor.At("#TimeZone")).ToHaveAttributeAsync("role", "combobox");
            await visitor.At("#TimeZone").ClickAsync();
            await visitor.At("#TimeZone").PressSequentiallyAsync("柏林");
            await Assertions.Expect(visitor.At("[role=option]").First).ToContainTextAsync("柏林");
            await Assertions.Expect(visitor.At("[role=option]")).ToHaveCountAsync(1);
            await visitor.CheckAsync("1-availability-zones");
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(visitor.At("#TimeZone")).ToHaveValueAsync("柏林，德國");
            await Assertions.Expect(visitor.At(Lead)).ToContainTextAsync("Europe/Berlin");

            // The visitor's browser is in New York: its times stand beside those of the event.
            await Assertions.Expect(visitor.At("button[name=Pick] small").First).ToHaveTextAsync("上午3:00");
        }));

    [Fact]
    public async Task A_zone_that_is_typed_before_the_script_comes_stays()
    {
        using var host = Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var path = (await host.BeginAsync()).Path;
        await VisitAsHostAsync(Look.Plain, TypeAsync);

        async Task TypeAsync(Visitor visitor)
        {
            var typed = new TaskCompletionSource();
            await visitor.Page.RouteAsync(url => url.Contains("zone-field", StringComparison.Ordinal), async route =>
            {
                await typed.Task;
                await route.ContinueAsync();
            });
            await visitor.GoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            await visitor.At("#TimeZone").FillAsync("Berlin");
            typed.SetResult();
            await Assertions.Expect(visitor.At("#TimeZone")).ToHaveAttributeAsync("role", "combobox");
            await Assertions.Expect(visitor.At("#TimeZone")).ToHaveValueAsync("Berlin");
        }
    }

    /// <summary>A host who is known, on a phone, in Traditional Chinese, from sign-in to confirmation.</summary>
    [Fact]
    public Task On_a_phone_an_order_takes_fewer_than_20_taps() =>
        VisitAsync(new Look("zh-Hant", "light", 375), async visitor =>
        {
            var taps = 0;
            async Task TapAsync(string selector, string? words = null)
            {
                taps++;
                await visitor.At(selector).First.ClickAsync();
                if (words is not null)
                {
                    await visitor.Page.Keyboard.TypeAsync(words);
                }
            }

            await visitor.GoAsync("/assist");
            await TapAsync("#Email", Journeys.Host);
            await TapAsync("#Password", Data.Accounts.DemoAccounts.Password);
            await visitor.ArriveAsync(() => TapAsync("main form button"));
            await visitor.ArriveAsync(() => TapAsync("form:has(input[name=PackageCode][value=mc-premium]) button"));
            var lowest = 0f;
            foreach (var target in new[]
            {
                "button[name=FreeTimesFrom] >> nth=-1", "button[name=Day][data-free='3']", "button[name=Pick]",
            })
            {
                var top = await visitor.At(target).First
                    .EvaluateAsync<float>("element => element.getBoundingClientRect().top + scrollY");
                Assert.True(top >= lowest - 1, $"{target} is at {top}, above {lowest}");
                lowest = top;
                await TapAsync(target);
                await Assertions.Expect(visitor.At("#free-times[aria-busy]")).ToHaveCountAsync(0);
            }

            await Assertions.Expect(visitor.At("#StartTime")).ToBeInViewportAsync();
            Assert.Equal(375, await visitor.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth"));
            await visitor.ArriveAsync(() => TapAsync(Wizard.Next));
            await TapAsync("input[name=IsScheduled][value=no]");
            await visitor.ArriveAsync(() => TapAsync(Wizard.Next));
            await TapAsync("#Topic", "春季說明會");
            await TapAsync("#ExpectedAttendees", "120");
            await visitor.ArriveAsync(() => TapAsync(Wizard.Next));
            new Wizard(visitor).At("confirmation");
            Assert.InRange(taps, 1, 19);
        });

    private Task AtStripAsync(Look look, Func<Visitor, Task> visit) => VisitAsHostAsync(look, async visitor =>
    {
        await new Wizard(visitor).BeginAsync();
        await visit(visitor);
    });

    private static async Task<string> ChosenAsync(Visitor visitor) =>
        $"{await visitor.At("#StartDate").InputValueAsync()}T{await visitor.At("#StartTime").InputValueAsync()}";

    private static async Task StayOnPageAsync(Visitor visitor, Func<Task> act)
    {
        await visitor.Page.EvaluateAsync("() => { window.sameDocument = true; }");
        await act();
        Assert.True(
            await visitor.Page.EvaluateAsync<bool>("() => window.sameDocument === true"), "The page was loaded anew.");
    }
}
