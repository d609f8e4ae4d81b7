using System.Net;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Billing;

/// <summary>The invoices of the demo data: of the host three and a credit note, of others two.</summary>
public sealed class InvoicePageTests : IAsyncLifetime
{
    private const string Coordinator = "coordinator@demo.example";

    private readonly PortalFactory portal = new();
    private PortalClient host = null!;
    private PortalClient staff = null!;

    public async Task InitializeAsync()
    {
        (host, staff) = (portal.CreatePortalClient(), portal.CreatePortalClient());
        await host.SignInAsync(Journeys.Host);
        await staff.SignInAsync(Coordinator);
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        staff.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_host_sees_the_own_ones_and_staff_all()
    {
        var own = await (await host.GetAsync("/resources")).FollowAsync("a[href='/resources/invoices']");
        Assert.Equal(["2026-000006", "2026-000004", "2026-000003", "2026-000001"], Numbers(own));
        Assert.Equal(6, Numbers(await staff.GetAsync("/staff/invoices")).Count());
        using var colleague = portal.CreatePortalClient();
        await colleague.SignInAsync(await portal.AddHostAsync("Colleague", PortalPeople.Northwind));
        Assert.Empty(Numbers(await colleague.GetAsync("/resources/invoices")));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync("/resources/invoices/2026-000001")).Status);
        foreach (var path in new[] { "", "/print" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound, (await host.GetAsync($"/resources/invoices/2026-000002{path}")).Status);
            Assert.Equal(
                HttpStatusCode.NotFound, (await host.GetAsync($"/resources/invoices/2025-000001{path}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/staff/invoices/nothing{path}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/staff/invoices/２０２６-2{path}")).Status);
        }
    }

    [Theory]
    [InlineData("q=2026-000003", 1)]
    [InlineData("q=２０２６-3", 1)]
    [InlineData("q=2026–3", 1)]
    [InlineData("q=2026 000003", 1)]
    [InlineData("q=2026000003", 1)]
    [InlineData("q=2026−000003 winter", 0)]
    [InlineData("q=winter", 1)]
    [InlineData("q=winter autumn", 0)]
    [InlineData("q=northwind", 5)]
    [InlineData("q=host2@demo.example", 1)]
    [InlineData("kind=credit", 1)]
    [InlineData("kind=INVOICE", 5)]
    [InlineData("year=2026", 6)]
    [InlineData("year=2025", 0)]
    [InlineData("site=2", 1)]
    public async Task Staff_search_by_words_year_kind_and_site(string query, int count)
    {
        var page = await staff.GetAsync($"/staff/invoices?{query}");
        Assert.Equal(count, Numbers(page).Count());
        Assert.Equal(count == 0, page.Find(".empty-state a[href='/staff/invoices']") is not null);
    }

    [Fact]
    public async Task A_number_is_also_a_word_of_an_order()
    {
        await portal.InDatabaseAsync(async db =>
        {
            var order = await db.Set<Order>()
                .SingleAsync(item => item.Id == db.Set<Invoice>().Single(invoice => invoice.Sequence == 1).OrderId);
            return await db.Set<Order>().Where(item => item.Id == order.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.SearchText, order.SearchText + " plan 2026-3"));
        });
        Assert.Equal(["2026-000003", "2026-000001"], Numbers(await host.GetAsync("/resources/invoices?q=2026-3")));
    }

    [Theory]
    [InlineData("year=abc", "Year")]
    [InlineData("site=abc", "Site")]
    [InlineData("kind=abc", "Kind")]
    public async Task A_filter_that_can_not_be_read_is_told(string query, string field)
    {
        foreach (var (browser, list) in new[] { (host, "/resources/invoices"), (staff, "/staff/invoices") })
        {
            var page = await browser.GetAsync($"{list}?{query}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal([portal.Words("en", $"Invoices.Filter.{field}.Error")], page.ErrorSummary);
            Assert.Empty(page.All("tbody"));
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"{list}/export?{query}")).Status);
        }
    }

    [Fact]
    public async Task A_host_reads_what_the_filter_comes_to_in_each_currency()
    {
        await portal.InDatabaseAsync(db => db.Set<Invoice>().Where(invoice => invoice.Sequence == 1)
            .ExecuteUpdateAsync(set => set
                .SetProperty(invoice => invoice.Currency, "TWD")
                .SetProperty(invoice => invoice.TotalMinor, 3_600_000)));
        var own = await portal.InDatabaseAsync(db => db.Set<Invoice>()
            .Where(invoice => invoice.Currency == "USD"
                && db.Users.Any(user => user.Id == invoice.HostUserId && user.Email == Journeys.Host)).ToListAsync());
        var sums = PortalWords.In(
            "en",
            () => $"TWD 36,000.00 · {new Money(own.Sum(invoice => invoice.TotalMinor), "USD")}".Replace('\u00a0', ' '));
        var page = await host.GetAsync("/resources/invoices");
        Assert.Equal(portal.Words("en", $"Invoices.Sums|{sums}"), PortalPage.Squeeze(page.Get("#sums").TextContent));
        Assert.EndsWith(
            "TWD 36,000.00",
            PortalPage.Squeeze((await host.GetAsync("/resources/invoices?q=2026-1")).Get("#sums").TextContent),
            StringComparison.Ordinal);
        Assert.Null((await host.GetAsync("/resources/invoices?year=2025")).Find("#sums"));
    }

    [Fact]
    public async Task What_an_invoice_prints_stays_when_site_and_package_get_other_names()
    {
        var before = (await host.GetAsync("/resources/invoices/2026-000001")).Get(".summary-card").TextContent;
        Assert.Contains("(UTC)", before, StringComparison.Ordinal);
        var file = (await host.GetAsync("/resources/invoices/export")).Source;
        await portal.InDatabaseAsync(db => db.EditAsync(db.Set<Site>(), site => site.Rename("Renamed site")));
        await portal.InDatabaseAsync(db => db.EditPackagesAsync(details => details with
        {
            Texts = new(details.Texts.ToDictionary(
                text => text.Key, text => text.Value with { Name = "Renamed package" }, StringComparer.Ordinal)),
        }));
        Assert.Equal(before, (await host.GetAsync("/resources/invoices/2026-000001")).Get(".summary-card").TextContent);
        Assert.Equal(file, (await host.GetAsync("/resources/invoices/export")).Source);
        await (await staff.GetAsync("/staff/invoices/2026-000001/credit")).SubmitAsync(new() { ["Note"] = "Illness" });
        var credited = await portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().SingleAsync(mail => mail.Cause == "invoice.credited"));
        Assert.DoesNotContain("Renamed", credited.TextBody, StringComparison.Ordinal);

        await portal.InDatabaseAsync(db => db.Set<Invoice>()
            .ExecuteUpdateAsync(set => set.SetProperty(invoice => invoice.Print, (InvoicePrint?)null)));
        var older = await host.GetAsync("/resources/invoices/2026-000001");
        Assert.Contains("Renamed site", older.Text, StringComparison.Ordinal);
        Assert.Contains("Renamed package", older.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_credit_note_staff_issue_a_corrected_invoice_once()
    {
        var wrong = await staff.GetAsync("/staff/invoices/2026-000001");
        Assert.Null(wrong.Find("a[href$='/correct']"));
        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync("/staff/invoices/2026-000001/correct", [
            .. (await wrong.FollowAsync("a[href$='/credit']")).Prepare().Fields,
        ])).Status);
        await (await wrong.FollowAsync("a[href$='/credit']")).SubmitAsync(new() { ["Note"] = "Wrong contract" });
        var invoice = await portal.InDatabaseAsync(
            db => db.Set<Invoice>().AsNoTracking().SingleAsync(item => item.Sequence == 1));
        var order = await portal.InDatabaseAsync(
            db => db.Set<Order>().AsNoTracking().SingleAsync(item => item.Id == invoice.OrderId));
        await portal.InDatabaseAsync(db =>
        {
            var contract = new Contract(order.SiteId, order.PackageId, order.Currency);
            contract.Agree(new ContractTerms(77_777, null, null, new()));
            db.Add(contract);
            return db.SaveChangesAsync();
        });

        var asked = await (await staff.GetAsync("/staff/invoices/2026-000001")).FollowAsync("a[href$='/correct']");
        Assert.Contains(
            "USD 777.77", asked.Get(".fee-table").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Contract>(), contract => contract.Agree(new ContractTerms(66_666, null, null, new()))));
        var again = await asked.SubmitAsync();
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, portal.Words("en", "Invoices.Correct.OtherTotal")),
            (again.Status, Assert.Single(again.ErrorSummary)));
        var corrected = await again.SubmitAsync();
        Assert.Equal("/staff/invoices/2026-000008", corrected.Path);
        Assert.Contains(
            "USD 666.66", corrected.Get(".fee-table").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.NotNull(corrected.Find(".summary-list a[href$='/2026-000001']"));
        Assert.Equal(HttpStatusCode.Conflict, (await again.SubmitAsync()).Status);

        Assert.NotNull((await host.GetAsync("/resources/invoices/2026-000001")).Find(
            ".notice a[href='/resources/invoices/2026-000008']"));
        Assert.Contains(
            portal.Words("en", "Timeline.Invoice.Corrected"),
            (await host.GetAsync($"/resources/orders/{order.RequestNumber}")).Get(".timeline").TextContent,
            StringComparison.Ordinal);
        Assert.NotNull((await portal.InDatabaseAsync(
            db => db.Set<AuditEntry>().SingleAsync(entry => entry.Action == "invoice.corrected"))).ActorId);
        var mails = await portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == "invoice.issued")
            .ToListAsync());
        Assert.Contains(mails, mail =>
            mail.TextBody.Contains(portal.Words("en", "Assist.Invoice.Corrects|2026-000001"), StringComparison.Ordinal)
                && mail.TextBody.Contains("(UTC)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_speaks_the_readers_language_and_tells_what_a_credit_note_takes_back()
    {
        using var reader = portal.CreatePortalClient();
        reader.AcceptLanguage = PortalWords.BrowserOf("zh-Hant");
        await reader.SignInAsync(Journeys.Host);
        var rows = (await reader.GetAsync("/resources/invoices/export")).Source.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(portal.Words("zh-Hant", "Invoices.Csv.Credited"), rows[0], StringComparison.Ordinal);
        var credit = Assert.Single(
            rows, row => row.Contains(portal.Words("zh-Hant", "Invoices.Kind.CreditNote"), StringComparison.Ordinal));
        var (credited, note) = await portal.InDatabaseAsync(async db =>
        {
            var found = await db.Set<Invoice>().SingleAsync(invoice => invoice.Kind == InvoiceKind.CreditNote);
            return ((await db.Set<Invoice>()
                .SingleAsync(invoice => invoice.Id == found.CreditedId)).Number, found.Note);
        });
        Assert.Contains($",{credited},", credit, StringComparison.Ordinal);
        Assert.Contains(note.Split(',')[0], credit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_has_lines_that_add_up_on_its_page_in_print_and_in_the_file()
    {
        var page = await host.GetAsync("/resources/invoices/2026-000001");
        var print = await page.FollowAsync("a[href$='/print']");
        Assert.Empty(print.All("header, nav, form"));
        Assert.Equal(page.Get(".fee-table").TextContent, print.Get(".fee-table").TextContent);
        var invoices = await portal.InDatabaseAsync(
            db => db.Set<Invoice>().Include(invoice => invoice.Lines).ToListAsync());
        Assert.All(invoices, invoice => Assert.Equal(invoice.TotalMinor, invoice.Lines.Sum(line => line.AmountMinor)));
        var first = invoices.Single(invoice => invoice.Sequence == 1);
        Assert.Equal(
            [.. first.Lines.OrderBy(line => line.Position).Select(line => line.AmountMinor), first.TotalMinor],
            page.All(".fee-table td").Select(cell =>
                (long)(decimal.Parse(cell.TextContent[4..], System.Globalization.CultureInfo.InvariantCulture) * 100)));

        await portal.InDatabaseAsync(db => db.Set<Invoice>().Where(invoice => invoice.Sequence == 4)
            .ExecuteUpdateAsync(set => set.SetProperty(invoice => invoice.RecipientCompany, "=cmd")));
        var file = await host.GetAsync("/resources/invoices/export");
        var rows = file.Source.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(row => row.TrimEnd('\r'))
            .ToList();
        var own = invoices.Where(invoice => invoice.HostUserId == first.HostUserId).ToList();
        Assert.Equal(own.Sum(invoice => invoice.Lines.Count), rows.Count);
        Assert.Contains(rows, row => row.StartsWith("2026-000004,2026-11-", StringComparison.Ordinal)
            && row.Contains(",Credit note,", StringComparison.Ordinal)
            && row.Contains(",'=cmd,", StringComparison.Ordinal)
                && row.Contains(".00,USD,", StringComparison.Ordinal)
                && row.Contains(",-", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(
            portal.Words("en", $"Assist.Fee.WithShare|{portal.Words("en", "Assist.Fee.Cancellation")}|50"),
            StringComparison.Ordinal));
        Assert.Equal(
            file.Source.Length, (await staff.GetAsync("/staff/invoices/export?q=host@demo.example")).Source.Length);
    }

    [Fact]
    public async Task D6_D19_An_order_with_one_invoice_leads_to_it_and_its_print_tells_the_credit_note()
    {
        var number = (await staff.GetAsync("/staff/invoices/2026-000001"))
            .Get(".summary-list a[href^='/staff/orders/']").TextContent;
        Task<PortalPage> Order() => staff.GetAsync($"/staff/orders/{number}");
        Assert.NotNull((await Order()).Find(".page-actions a[href='/staff/invoices/2026-000001']"));

        await (await staff.GetAsync("/staff/invoices/2026-000001/credit")).SubmitAsync(new() { ["Note"] = "Illness" });

        var print = await staff.GetAsync("/staff/invoices/2026-000001/print");
        Assert.Contains(
            $"{portal.Words("en", "Invoices.CreditedBy")}{portal.Words("en", "Invoices.Title.Credit|2026-000007")}",
            PortalPage.Squeeze(print.Get(".summary-list").TextContent),
            StringComparison.Ordinal);
        Assert.NotNull((await Order()).Find($".page-actions a[href='/staff/invoices?q={number}']"));
    }

    [Fact]
    public async Task Staff_take_an_invoice_back_with_a_reason_once()
    {
        var asked = await (await staff.GetAsync("/staff/invoices/2026-000001")).FollowAsync("a[href$='/credit']");
        var late = await staff.GetAsync("/staff/invoices/2026-000001/credit");
        var empty = await asked.SubmitAsync(new() { ["Note"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal([portal.Words("en", "Invoices.Credit.Note.Missing")], empty.ErrorSummary);
        var credit = await empty.SubmitAsync(new() { ["Note"] = "No <recording>" });
        Assert.Equal("/staff/invoices/2026-000007", credit.Path);
        Assert.Contains(
            portal.Words("en", "Invoices.Credit.Done|2026-000001"),
            credit.Get("[role=status]").TextContent,
            StringComparison.Ordinal);
        Assert.Contains("No <recording>", credit.Text, StringComparison.Ordinal);
        Assert.Contains(
            "USD -", credit.Get(".fee-table tfoot td").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);

        var refused = await late.SubmitAsync(new() { ["Note"] = "Again" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(
            portal.Words("en", "Invoices.Credit.Late"),
            refused.Get("[role=alert]").TextContent,
            StringComparison.Ordinal);
        Assert.Null(refused.Find("a[href$='/credit']"));
        Assert.Equal("/staff/invoices/2026-000001", (await staff.GetAsync("/staff/invoices/2026-000001/credit")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/staff/invoices/2026-000007/credit")).Status);

        Assert.Equal(7, await portal.InDatabaseAsync(db => db.Set<Invoice>().CountAsync()));
        var entry = await portal.InDatabaseAsync(
            db => db.Set<AuditEntry>().SingleAsync(item => item.Action == "invoice.credited"));
        Assert.NotNull(entry.ActorId);
        var mail = await portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().SingleAsync(item => item.Cause == "invoice.credited"));
        Assert.Equal(Journeys.Host, mail.Recipient);
        Assert.Contains("&to=invoices/2026-000007", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(
            portal.Words("en", "Invoices.TakenBack"),
            (await host.GetAsync("/resources/invoices?q=winter&kind=invoice")).Text,
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Numbers(PortalPage page) =>
        page.All("tbody th a").Select(link => link.TextContent);
}
