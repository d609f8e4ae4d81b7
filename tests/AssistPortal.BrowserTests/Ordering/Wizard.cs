using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Ordering;

/// <summary>The steps of ordering, as a visitor works through them.</summary>
internal sealed class Wizard(Visitor visitor)
{
    public const string Next = "#step-form button[data-busy]";

    /// <summary>'Order now' of a package, to step 1.</summary>
    public async Task BeginAsync(string package = "ec-premium")
    {
        await visitor.GoAsync("/assist");
        await visitor.PressAsync($"form:has(input[name=PackageCode][value={package}]) button");
        At("availability");
    }

    public void At(string step) =>
        Assert.True(
            visitor.Path.EndsWith($"/{step}", StringComparison.Ordinal), $"Not at {step}, but at {visitor.Path}.");

    public Task NextAsync() => visitor.PressAsync(Next);

    public async Task FillTimeAsync(FreeMoment moment)
    {
        var fields = moment.Fields();
        await visitor.At("#TimeZone").FillAsync(fields["TimeZone"]!);
        await visitor.At("#DurationMinutes").SelectOptionAsync(fields["DurationMinutes"]!);
        await visitor.At("#StartDate").FillAsync(fields["StartDate"]!);
        await visitor.At("#StartTime").FillAsync(fields["StartTime"]!);
    }

    /// <summary>Step 1 with what is preset, at a moment of its own; to step 2.</summary>
    public async Task PassAvailabilityAsync(FreeMoment? moment = null)
    {
        await FillTimeAsync(moment ?? FreeMoment.Next());
        await NextAsync();
        At("meeting-lookup");
    }

    /// <summary>Step 2: nothing is scheduled yet; to step 3.</summary>
    public async Task PassMeetingLookupAsync()
    {
        await visitor.At("input[name=IsScheduled][value=no]").CheckAsync();
        await NextAsync();
        At("event-information");
    }

    public async Task FillEventAsync(string topic)
    {
        await visitor.At("#Topic").FillAsync(topic);
        await visitor.At("#ExpectedAttendees").FillAsync("120");
    }

    /// <summary>A whole order.</summary>
    /// <returns>Its request number.</returns>
    public async Task<string> OrderAsync(string topic = "How we plan the spring")
    {
        await BeginAsync();
        await PassAvailabilityAsync();
        await PassMeetingLookupAsync();
        await FillEventAsync(topic);
        await NextAsync();
        At("confirmation");
        return await RequestNumberAsync();
    }

    public Task<string> RequestNumberAsync() => visitor.At("#request-number").InnerTextAsync();

    /// <summary>The page shows the form again, with an error at that field, and the summary leads there.</summary>
    public async Task AssertErrorAsync(string field)
    {
        var problem = Words.Shared(visitor.Look.Language, "Form.Problem");
        var prefix = string.Format(null, Words.Shared(visitor.Look.Language, "Form.ErrorTitle"), "");
        var summary = visitor.At(".error-summary");
        await Assertions.Expect(summary.Locator("h2")).ToHaveTextAsync(problem);
        Assert.StartsWith(prefix.Trim(), await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await Assertions.Expect(visitor.At($"#{field}-error")).ToBeVisibleAsync();
        var link = summary.Locator($"a[href='#{field}']");
        if (visitor.Look.Script)
        {
            await Assertions.Expect(summary).ToBeFocusedAsync();
            await link.ClickAsync();
            await Assertions.Expect(visitor.At($"#{field}")).ToBeFocusedAsync();
        }
        else
        {
            await link.ClickAsync();
        }

        await Assertions.Expect(visitor.At($"#{field}")).ToBeInViewportAsync();
    }
}
