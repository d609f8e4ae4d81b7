using AssistPortal.BrowserTests.Browsing;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.BrowserTests.Trials;

/// <summary>Every page of the trials module, as each of its roles sees it.</summary>
public sealed class TrialPageTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public async Task Partners(string language, string theme, int width)
    {
        var (active, ended) = (await TrialAsync("Harbour Books"), await TrialAsync("Orchard Foods"));
        var withDevices = await TrialAsync("Blue Heron Media");
        var look = new Look(language, theme, width);
        await VisitAsync(
            look,
            "partner@demo.example",
            "/trials",
            "/trials/new",
            $"/trials/{active}",
            $"/trials/{active}/edit",
            $"/trials/{active}/convert",
            $"/trials/extend?Trials={active}&Trials={ended}",
            $"/trials/{ended}",
            $"/trials/{withDevices}/devices",
            "/trials/orders",
            "/trials/shipment-question");
        await VisitAsHostAsync(
            look,
            async visitor =>
            {
                await visitor.GoAsync($"/trials/{active}/convert");
                await visitor.At("[name='Offer'][value='A-SPK']").CheckAsync();
                await visitor.At("[name='Items'][value='M2']").CheckAsync();
                await visitor.At("[name='AdminEmail']").FillAsync("customer@demo.example");
                await visitor.PressAsync("main form .btn-primary");
                await visitor.CheckAsync("trials-id-convert-confirm");
            },
            "partner@demo.example");
    }

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task Customers(string language, string theme, int width) => VisitAsync(
        new Look(language, theme, width),
        "customer3@demo.example",
        "/my-trial",
        "/my-trial/subscription",
        "/my-trial/users",
        "/my-trial/usage",
        "/my-trial/devices",
        "/my-trial/export",
        "/guide",
        "/guide/users");

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public async Task The_help_desk(string language, string theme, int width)
    {
        var label = await Portal.InDatabaseAsync(db => db.Set<HelpDeskRequest>()
            .Where(request => request.Kind == HelpDeskRequestKind.Label)
            .Select(request => request.Id)
            .FirstAsync());
        var shipment = await Portal.InDatabaseAsync(db => db.Set<Shipment>()
            .OrderByDescending(item => item.ShippedAt)
            .Select(item => item.Id)
            .FirstAsync());
        await VisitAsync(
            new Look(language, theme, width),
            "helpdesk@demo.example",
            "/staff/trials",
            $"/staff/trials/requests/{label}",
            "/staff/trials/shipments",
            "/staff/trials/shipments/new",
            $"/staff/trials/shipments/{shipment}",
            "/staff/trials/ending",
            "/staff/trials/partners");
    }

    private Task VisitAsync(Look look, string email, params IReadOnlyList<string> paths) => VisitAsHostAsync(
        look,
        async visitor =>
        {
            foreach (var path in paths)
            {
                await visitor.GoAsync(path);
                await visitor.CheckAsync(NameOf(path));
            }
        },
        email);

    private static string NameOf(string path) =>
        string.Join('-', path.Split('?')[0]
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Length > 30 ? "id" : part));

    private Task<Guid> TrialAsync(string company) => Portal.InDatabaseAsync(db =>
        db.Set<Trial>().Where(trial => trial.Company == company).Select(trial => trial.Id).SingleAsync());
}
