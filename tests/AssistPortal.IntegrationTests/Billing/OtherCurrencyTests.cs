using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Billing;

/// <summary>Currencies without minor units and with a thousand of them, at rates that leave halves.</summary>
public sealed class OtherCurrencyTests
{
    [Theory]
    [InlineData("JPY", new[] { 90_001L, 5_556, 3_002 })]
    [InlineData("KWD", new[] { 90_001L, 5_556, 3_002 })]
    public async Task Lines_on_page_in_mail_and_in_the_file_add_up_to_the_total(string currency, long[] lines)
    {
        using var portal = new PortalFactory();
        await PriceAsync(portal, currency);
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var confirmation = await host.OrderAsync(
            "ec-standard", FreeMoment.Next() with { Minutes = 75 }, new() { ["RehearsalHours"] = "1.5" });
        var order = await portal.ReadAsync(confirmation.RequestNumber());
        Assert.Equal((currency, 95_001 + 5_556 + 4_502), (order.Currency, order.StandardFeeMinor));
        portal.Clock.Reset(order.Time.End + Duration.FromHours(1));
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        await staff.CompleteAsync(order);

        var total = lines.Sum();
        var written = lines.Append(total)
            .Select(minor => PortalWords.In("en", () => new Money(minor, currency).ToString()))
            .ToList();
        var page = await (await staff.GetAsync($"/staff/invoices?q={order.RequestNumber}")).FollowAsync("tbody th a");
        Assert.Equal(written, page.All(".fee-table td").Select(cell => cell.TextContent));
        var mail = await portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .SingleAsync(item => item.SubjectId == $"{order.Id}" && item.Cause == "invoice.issued"));
        Assert.All(written, amount => Assert.Contains(amount, mail.TextBody, StringComparison.Ordinal));
        var file = await staff.GetAsync($"/staff/invoices/export?q={order.RequestNumber}");
        var amounts = file.Source.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(row => decimal.Parse(row.TrimEnd('\r').Split(',')[^3], CultureInfo.InvariantCulture));
        Assert.Equal(lines, amounts.Select(amount => (long)(amount * Money.MinorUnits(currency))));
    }

    /// <summary>
    /// Base 95,001 (90,001 by contract), extra hour 11,111, an hour of rehearsal 3,001 (2,001 by contract).
    /// </summary>
    private static async Task PriceAsync(PortalFactory portal, string currency)
    {
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<ServicePackage>().Include(package => package.RateCards).ThenInclude(card => card.Extras)
                .AsSplitQuery()
                .Where(package => package.Code == "ec-standard"),
            package => package.Price(
                currency, new RateCardDetails(95_001, 60, 11_111, new() { [ExtraKind.Rehearsal] = new(3_001, 90) }))));
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Site>().Where(site => site.HostName == PortalPeople.Northwind), site => site.PriceIn(currency)));
        await portal.InDatabaseAsync(async db =>
        {
            var contract = new Contract(
                await db.Set<Site>()
                    .Where(site => site.HostName == PortalPeople.Northwind)
                    .Select(site => site.Id)
                    .SingleAsync(),
                await db.Set<ServicePackage>()
                    .Where(package => package.Code == "ec-standard")
                    .Select(package => package.Id)
                    .SingleAsync(),
                currency);
            contract.Agree(new ContractTerms(90_001, null, null, new() { [ExtraKind.Rehearsal] = new(2_001, 30) }));
            db.Add(contract);
            return await db.SaveChangesAsync();
        });
    }
}
