using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;

namespace AssistPortal.Mail.Accounts;

/// <summary>A mail with a link by which a made-up person sets a password.</summary>
internal sealed class PasswordLinkSample(PasswordLink link, PasswordLinkMail message) : IMailSample
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
