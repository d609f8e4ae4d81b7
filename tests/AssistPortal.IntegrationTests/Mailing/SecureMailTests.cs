using AssistPortal.Data.Database;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Mail;
using NodaTime;

namespace AssistPortal.IntegrationTests.Mailing;

/// <summary>
/// Real portal processes and real servers, for each way in which a connection is secured and signed in.
/// </summary>
public sealed class SecureMailTests
{
    private const string User = "portal";
    private const string Secret = "open sesame";

    [Theory]
    [InlineData("None", null)]
    [InlineData("StartTls", "XOAUTH2")]
    [InlineData("ImplicitTls", "OAUTHBEARER")]
    public async Task Mails_arrive_octet_by_octet_where_the_certificate_is_trusted(string security, string? mechanism)
    {
        if (!OperatingSystem.IsLinux())
        {
            // Only there does a variable say whom to trust.
            return;
        }

        using var certificate = new TestCertificate();
        await using var tokens = await TokenEndpoint.StartAsync(Secret);
        await using var smtp = await SmtpServer.StartAsync(new SmtpServerOptions
        {
            Certificate = security == "None" ? null : certificate.PathOfBoth,
            IsTlsImplicit = security == "ImplicitTls",
            Account = (User, Secret),
            Mechanism = mechanism,
        });
        await using var portal = new MailingPortal(DatabaseProvider.Sqlite, smtp.Port);

        // On a busy machine a mail that was taken after that time would be sent once more.
        portal.Settings["Mail:SendTimeout"] = "00:05:00";
        portal.Settings["Mail:Smtp:Security"] = security;
        portal.Settings["Mail:Smtp:UserName"] = User;
        if (mechanism is null)
        {
            portal.Settings["Mail:Smtp:PasswordFile"] = Path.Combine(certificate.Folder, "password");
            await File.WriteAllTextAsync(portal.Settings["Mail:Smtp:PasswordFile"], $"{Secret}\n");
        }
        else
        {
            portal.Settings["Mail:Smtp:OAuth2:TokenEndpoint"] = $"{tokens.Address}";
            portal.Settings["Mail:Smtp:OAuth2:ClientId"] = TokenEndpoint.ClientId;
            portal.Settings["Mail:Smtp:OAuth2:ClientSecret"] = TokenEndpoint.ClientSecret;
        }

        portal.Variables["SSL_CERT_FILE"] = certificate.PathOfCertificate;

        var mails = await portal.WriteAsync(AwkwardTexts.All.Append("x\r\nBcc: evil@x.example").Select(Mail));
        await portal.StartAsync();
        await portal.UntilAsync(mails.Count, OutboxMailState.Sent);

        var taken = smtp.Taken();
        Assert.Equal(mails.Count, taken.Count);
        Assert.All(taken, mail => Assert.Equal(security != "None", mail.IsSecure));
        var read = (await IndependentMailReader.ReadFolderAsync(smtp.Folder)).ToDictionary(
            mail => mail.Header("Message-ID")!, StringComparer.Ordinal);
        Assert.All(mails, mail => Assert.Empty(MailComparison.Differences(mail, read[mail.MessageId])));
        Assert.All(read.Values, mail => Assert.Empty(MailComparison.Faults(mail)));
        Assert.InRange((await smtp.CountAsync()).SignIns, 1, 4);
        Assert.Equal(mechanism is null ? 0 : 1, tokens.Given);
    }

    private static MailToWrite Mail(string text, int number) => new()
    {
        Cause = "order.placed",
        SubjectId = $"order-{number}",
        Revision = 0,
        Recipient = $"host-{number}@demo.example",
        RecipientName = text,
        Language = "en",
        Subject = text,
        Body = new MailBody(text).Paragraph(string.Concat(Enumerable.Repeat($"{text}.\n.", 20))),
        Calendar = new CalendarInvitation(CalendarMethod.Request, new CalendarEvent
        {
            Uid = $"order-{number}@portal.example",
            Sequence = 0,
            Start = Instant.FromUtc(2027, 3, 14, 9, 30),
            End = Instant.FromUtc(2027, 3, 14, 11, 0),
            Summary = text,
            Description = text,
        }),
    };
}
