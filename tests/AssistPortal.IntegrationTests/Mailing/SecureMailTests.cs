using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;

namespace AssistPortal.IntegrationTests.Mailing;

public sealed class SecureMailTests
{
    [Fact]
    public async Task Mails_go_by_STARTTLS_and_with_the_password_of_a_file_where_the_certificate_is_trusted()
    {
        if (!OperatingSystem.IsLinux())
        {
            // Only there does a variable say whom to trust.
            return;
        }

        using var certificate = new TestCertificate();
        await using var smtp = await SmtpServer.StartAsync(
            new SmtpServerOptions { Certificate = certificate.PathOfBoth, Account = ("portal", "open sesame") });
        await using var portal = new MailingPortal(DatabaseProvider.Sqlite, smtp.Port);
        var password = Path.Combine(certificate.Folder, "password");
        await File.WriteAllTextAsync(password, "open sesame\n");
        portal.Settings["Mail:Smtp:Security"] = "StartTls";
        portal.Settings["Mail:Smtp:UserName"] = "portal";
        portal.Settings["Mail:Smtp:PasswordFile"] = password;
        portal.Variables["SSL_CERT_FILE"] = certificate.PathOfCertificate;

        var mails = (await portal.WriteOrdersAsync(5)).Values.Sum(ids => ids.Count);
        await portal.StartAsync();
        await portal.UntilAsync(mails, OutboxMailState.Sent);

        Assert.All(smtp.Taken(), mail => Assert.True(mail.IsSecure));
        Assert.Equal(mails, smtp.Taken().Count);
        Assert.InRange((await smtp.CountAsync()).SignIns, 1, 4);
    }
}
