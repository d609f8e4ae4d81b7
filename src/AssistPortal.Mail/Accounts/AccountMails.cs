using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using AssistPortal.Mail.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Accounts;

/// <summary>Mails about accounts, written beside the change that causes them.</summary>
public sealed class AccountMails
{
    private readonly PortalDbContext db;
    private readonly Outbox outbox;
    private readonly PasswordLinkMail message;

    internal AccountMails(PortalDbContext db, Outbox outbox, PasswordLinkMail message)
    {
        this.db = db;
        this.outbox = outbox;
        this.message = message;
    }

    /// <summary>Adds the mail to the scope's context; the caller saves.</summary>
    public async Task WriteAsync(PortalUser user, PasswordLink link, CancellationToken cancellationToken)
    {
        var (subjectId, cause) = (user.Id.ToString(), PasswordLinkMail.CauseOf(link));
        var before = await db.Set<OutboxMail>()
            .CountAsync(mail => mail.SubjectId == subjectId && mail.Cause == cause, cancellationToken);
        outbox.Write(message.For(user, link, before));
    }
}

public static class AccountMailSetup
{
    /// <summary>Mails about accounts. They need the accounts.</summary>
    public static IServiceCollection AddAccountMails(this IServiceCollection services) => services
        .AddSingleton<PasswordLinkMail>()
        .AddScoped(provider => new AccountMails(
            provider.GetRequiredService<PortalDbContext>(),
            provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<PasswordLinkMail>()))
        .AddScoped<IMailSecret, PasswordLinkSecret>()
        .AddSample(PasswordLink.Invitation)
        .AddSample(PasswordLink.Password);

    private static IServiceCollection AddSample(this IServiceCollection services, PasswordLink link) =>
        services.AddScoped<IMailSample>(provider => new PasswordLinkSample(link, provider.GetRequiredService<PasswordLinkMail>()));

    private sealed class PasswordLinkSample(PasswordLink link, PasswordLinkMail message) : IMailSample
    {
        public string Key => PasswordLinkMail.CauseOf(link);

        public MailToWrite Compose(string language)
        {
            var isChinese = language.StartsWith("zh", StringComparison.Ordinal);
            var user = new PortalUser(isChinese ? "小明" : "Alex", isChinese ? "王" : "Morgan")
            {
                Id = Guid.Empty,
                Email = "alex.morgan@customer.example",
            };
            user.ChooseLanguage(language);
            return message.For(user, link, count: 0);
        }
    }
}
