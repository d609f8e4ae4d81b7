using AssistPortal.Assist.Orders;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.TestSupport.Portal;

/// <summary>Customers without an account, and the orders that they look after.</summary>
public static class Customers
{
    public const string Email = "contact@customer.example";

    /// <summary>An order that a host places for a contact.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="moment">When; a moment of its own is taken where none is given.</param>
    /// <param name="package">Code of the package.</param>
    /// <param name="email">The contact's e-mail.</param>
    /// <param name="session">Number of the meeting that is picked in step 2.</param>
    /// <param name="language">Language of the pages.</param>
    public static async Task<Order> PlaceAsync(
        this PortalFactory portal, FreeMoment? moment = null, string package = "ec-premium", string email = Email,
        string? session = null, string language = "en")
    {
        using var host = portal.CreatePortalClient();
        host.AcceptLanguage = PortalWords.BrowserOf(language);
        await host.SignInAsync(Journeys.Host);
        var fields = (moment ?? FreeMoment.Next()).Fields();
        fields["Email"] = email;
        var lookup = (await (await host.BeginAsync(package)).SubmitAsync(fields)).At("meeting-lookup");
        var step = session is null
            ? await lookup.SubmitAsync(new() { ["IsScheduled"] = "no" })
            : await PickAsync(lookup, session);
        var changes = Journeys.EventFields(session is null ? null : new() { ["Topic"] = "Picked" });
        var confirmation = (await step.At("event-information").SubmitAsync(changes)).At("confirmation");
        return await portal.ReadAsync(confirmation.RequestNumber());
    }

    /// <summary>Searches with number and e-mail.</summary>
    public static async Task<PortalPage> SearchAsync(this PortalClient browser, string number, string email) =>
        await (await browser.GetAsync("/assist/manage")).SubmitAsync(
            new() { ["RequestNumber"] = number, ["Email"] = email });

    /// <summary>A new browser that has found the order.</summary>
    public static async Task<(PortalClient Browser, PortalPage Page)> FindAsync(this PortalFactory portal, Order order)
    {
        var browser = portal.CreatePortalClient();
        var page = await browser.SearchAsync(order.RequestNumber.ToString(), order.Contact.Email);
        return (browser, page.At("availability"));
    }

    /// <summary>The fields of another time.</summary>
    public static Dictionary<string, string?> To(FreeMoment moment)
    {
        var fields = moment.Fields();
        return new(StringComparer.Ordinal) { ["StartDate"] = fields["StartDate"], ["StartTime"] = fields["StartTime"] };
    }

    /// <summary>Presses 'Update date/time' and Next: to the Meeting Lookup page, or to what is wrong.</summary>
    public static async Task<PortalPage> MoveAsync(this PortalPage order, PortalClient browser, FreeMoment moment)
    {
        var edit = await browser.GetAsync($"{order.Path.Split('?')[0]}?update=true");
        return await edit.SubmitAsync(To(moment));
    }

    /// <summary>The order as it is now.</summary>
    public static Task<Order> ReadAsync(this PortalFactory portal, RequestNumber number)
    {
        var compact = number.Compact;
        return portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking()
            .SingleAsync(order => order.Number == compact));
    }

    private static async Task<PortalPage> PickAsync(PortalPage lookup, string session)
    {
        var sessions = await lookup.SubmitAsync(
            new() { ["IsScheduled"] = "yes", ["HostId"] = "host", ["HostEmail"] = Journeys.Host });
        var key = sessions.All("#sessions .form-check")
            .Single(item => item.TextContent.Contains(session, StringComparison.Ordinal))
            .QuerySelector("input")!.GetAttribute("value");
        var picked = await sessions.SubmitAsync(new() { ["SessionKey"] = key });
        return picked.Find("button[name=SessionTime]") is null
            ? picked
            : await picked.SubmitAsync(new() { ["SessionKey"] = key }, "button[name=SessionTime][value=keep]");
    }
}
