using System.Net;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Faults;

/// <summary>Orders one after the other, each at a time of its own, until the portal answers something else.</summary>
/// <param name="began">The portal's time; orders are months after it, where nobody in the demo data is away.</param>
public sealed class OrdersInTurn(Instant began)
{
    private const string Package = "tc-premium";

    private int moments;

    /// <summary>The confirmation, or whatever came instead of a step.</summary>
    public async Task<PortalPage> PlaceAsync(PortalClient host) => await GoOnAsync(await host.BeginAsync(Package));

    public async Task<PortalPage> ToLastStepAsync(PortalClient host) =>
        (await GoOnAsync(await host.BeginAsync(Package), until: "event-information")).At("event-information");

    /// <summary>From any step to the confirmation.</summary>
    public async Task<PortalPage> GoOnAsync(PortalPage page, string until = "confirmation")
    {
        while (page.Status == HttpStatusCode.OK && page.Path.Split('?')[0].Split('/')[^1] is var step && step != until)
        {
            page = await page.SubmitAsync(step switch
            {
                "availability" => NextMoment().Fields(),
                "meeting-lookup" => new() { ["IsScheduled"] = "no" },
                "event-information" => Journeys.EventFields(),
                _ => throw new InvalidOperationException($"No step: {page.Describe()}"),
            });
        }

        return page;
    }

    /// <summary>How many were placed, and what came instead of the next one.</summary>
    public async Task<(int Placed, PortalPage Refused)> UntilRefusedAsync(PortalClient host)
    {
        for (var placed = 0; ; placed++)
        {
            var page = await PlaceAsync(host);
            if (page.Status != HttpStatusCode.OK)
            {
                return (placed, page);
            }
        }
    }

    private FreeMoment NextMoment()
    {
        var number = Interlocked.Increment(ref moments);
        var monday = began.InUtc().Date.PlusDays(140).Next(IsoDayOfWeek.Monday);
        return new FreeMoment(
            monday.PlusWeeks(number / 5).PlusDays(number % 5).At(new LocalTime(15, 0)), "Etc/UTC");
    }
}
