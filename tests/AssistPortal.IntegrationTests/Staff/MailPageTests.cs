using System.Net;
using AssistPortal.Assist.Access;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Mail;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class MailPageTests : IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> שלום 👩‍💻 \u202Egnp";

    private readonly MailFixture room = new();

    private PortalClient Browser => room.Browser;

    public Task InitializeAsync() => room.InitializeAsync();

    public Task DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task The_page_tells_all_that_is_known_of_a_mail()
    {
        var order = await room.Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking().FirstAsync());
        var mail = await room.WriteAsync(mail => mail with { SubjectId = $"{order.Id}", Language = "zh-Hant" });
        await room.SendAsync(MailFailure.Refused);
        var page = await room.OpenAsync(mail.Id);

        Assert.Contains(
            room.Words("StaffMail.Failure.Refused"), page.Get(".mail-state").TextContent, StringComparison.Ordinal);
        Assert.Equal("552 5.2.2 <hannah.brooks@customer.example>: over <quota>", page.Get("#last-error").TextContent);
        Assert.Equal($"/staff/orders/{order.RequestNumber}", page.Get(".summary-list a").GetAttribute("href"));
        Assert.Equal("zh-Hant", page.Get("h1 bdi").GetAttribute("lang"));
        foreach (var fact in new[]
        {
            "Hannah Brooks",
            mail.MessageId,
            room.Words("StaffMail.Kind.order.placed"),
            "Tuesday, December 1, 2026, 4:00 AM",
        })
        {
            Assert.Contains(
                fact, PortalPage.Squeeze(page.Get(".page-columns__aside").TextContent), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await room.OpenAsync(Guid.NewGuid())).Status);
    }

    [Fact]
    public async Task The_HTML_part_stands_in_a_frame_that_may_do_nothing()
    {
        var mail = await room.WriteAsync(
            mail => mail with { Body = mail.Body.Link("Open", new Uri("https://portal.example/x")) });
        var page = await room.OpenAsync(mail.Id);
        var frame = page.Get("iframe");
        Assert.Equal("", frame.GetAttribute("sandbox"));
        Assert.Equal($"/staff/mail/{mail.Id}/html", frame.GetAttribute("src"));
        Assert.Contains("frame-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("DENY", page.Headers["X-Frame-Options"]);

        var framed = await Browser.GetAsync($"/staff/mail/{mail.Id}/html");
        AssertFramed(framed);
        Assert.Equal("Thank you.", framed.Get("td > p").TextContent);
        Assert.Equal("https://portal.example/x", framed.Get("a").GetAttribute("title"));
        Assert.Null(framed.Find("a[href]"));

        Assert.DoesNotContain(
            "frame-src",
            (await Browser.GetAsync("/staff/mail")).Headers["Content-Security-Policy"],
            StringComparison.Ordinal);
        var none = await Browser.GetAsync($"/staff/mail/{Guid.NewGuid()}/html");
        Assert.Equal(HttpStatusCode.NotFound, none.Status);
        Assert.Equal("DENY", none.Headers["X-Frame-Options"]);
        Assert.DoesNotContain("unsafe", none.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_typed_is_never_markup()
    {
        var mail = await room.WriteAsync(mail => mail with
        {
            Subject = Hostile,
            RecipientName = Hostile,
            Body = new MailBody(Hostile).Heading(Hostile).Paragraph(Hostile).Facts(new MailFact(Hostile, Hostile)),
        });
        await room.SendAsync(MailFailure.Fault);
        foreach (var view in new[] { "html", "text", "source" })
        {
            var page = await room.OpenAsync(mail.Id, view);
            AssertNoScript(page);
            Assert.DoesNotContain('\u202E', page.Heading);
        }

        Assert.Contains(
            "<script>alert(1)</script>",
            (await room.OpenAsync(mail.Id, "text")).Get("pre").TextContent,
            StringComparison.Ordinal);
        AssertNoScript(await Browser.GetAsync($"/staff/mail/{mail.Id}/html"));
        AssertNoScript(await Browser.GetAsync("/staff/mail"));
        AssertNoScript(
            await Browser.GetAsync($"/staff/mail?q={Uri.EscapeDataString(Hostile)}&state=%22%3E%3Cscript%3E"));
        await room.SendAgainAsync(mail.Id);
        await room.SendAsync();
        AssertNoScript(await Browser.GetAsync($"/staff/mail/{mail.Id}/resend"));
    }

    [Fact]
    public async Task A_secret_is_not_made_for_a_view()
    {
        var order = await room.Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking().FirstAsync());
        var mail = await room.WriteAsync(mail => mail with
        {
            SubjectId = $"{order.Id}",
            Recipient = order.Contact.Email,
            Body = mail.Body.Link("Open", new Uri($"https://portal.example/open?key={OrderAccessTokens.MailedToken}")),
        });
        foreach (var path in new[] { "?view=text", "/html" })
        {
            var page = await Browser.GetAsync($"/staff/mail/{mail.Id}{path}");
            Assert.Contains(OrderAccessTokens.MailedToken, page.Source, StringComparison.Ordinal);
        }

        var source = await room.OpenAsync(mail.Id, "source");
        Assert.Contains(room.Words("StaffMail.Secret"), source.Text, StringComparison.Ordinal);
        Assert.Contains(
            OrderAccessTokens.MailedToken, (await ReadSourceAsync(mail.Id)).Text!, StringComparison.Ordinal);
        Assert.Equal(0, await room.Portal.InDatabaseAsync(db => db.Set<OrderAccessToken>().CountAsync()));
    }

    [Fact]
    public async Task The_source_is_the_mail_as_it_goes_over_the_wire()
    {
        var mail = await room.WriteAsync();
        var page = await room.OpenAsync(mail.Id, "source");
        Assert.Contains(
            $"Message-ID: {mail.MessageId}", page.Get("pre").TextContent, StringComparison.OrdinalIgnoreCase);
        var download = await Browser.GetAsync(page.Get("a[href$='/source']").GetAttribute("href")!);
        Assert.Equal("message/rfc822", download.ContentType);
        Assert.Contains("attachment", download.Headers["Content-Disposition"], StringComparison.Ordinal);
        var read = await ReadSourceAsync(mail.Id);
        Assert.Equal(("Your order 1", 0), (read.Header("Subject"), read.Defects.Count));
        Assert.Contains("Thank you.", read.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_to_no_address_is_shown_although_it_has_no_source()
    {
        var mail = await room.WriteAsync(mail => mail with { Recipient = "nobody" });
        Assert.Contains(
            room.Words("StaffMail.Source.None"),
            (await room.OpenAsync(mail.Id, "source")).Text,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Browser.GetAsync($"/staff/mail/{mail.Id}/source")).Status);
    }

    internal static void AssertFramed(PortalPage framed)
    {
        var policy = framed.Headers["Content-Security-Policy"];
        Assert.StartsWith("sandbox; default-src 'none'; style-src 'unsafe-inline';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Equal(
            ("SAMEORIGIN", "nosniff"), (framed.Headers["X-Frame-Options"], framed.Headers["X-Content-Type-Options"]));
        Assert.Equal("no-store", framed.Headers["Cache-Control"]);
        Assert.Equal(HttpStatusCode.OK, framed.Status);
    }

    private static void AssertNoScript(PortalPage page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.All("script:not([src]), [onerror], main img, body > table img"));
    }

    private async Task<ReadMail> ReadSourceAsync(Guid id)
    {
        using var response = await Browser.SendOnceAsync(HttpMethod.Get, $"/staff/mail/{id}/source");
        var file = Path.Combine(room.Portal.Folder.Path, $"{id}.eml");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync());
        return await IndependentMailReader.ReadAsync(file);
    }
}
