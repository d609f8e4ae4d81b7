using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Accounts;

/// <summary>The keys of password links, made when the mail leaves: no table holds them.</summary>
internal sealed class PasswordLinkSecret(IServiceProvider services) : IMailSecret
{
    /// <summary>Stands in stored mails where the key is to be.</summary>
    public const string MailedKey = "mailed-password-key";

    public string Placeholder => MailedKey;

    public async Task<IReadOnlyDictionary<string, string>> MakeAsync(
        OutboxMail mail, CancellationToken cancellationToken) => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [MailedKey] = Guid.TryParse(mail.SubjectId, out var userId)
                ? await services.GetRequiredService<PasswordLinks>().MakeKeyAsync(userId, mail.Recipient) ?? ""
                : "",
        };
}
