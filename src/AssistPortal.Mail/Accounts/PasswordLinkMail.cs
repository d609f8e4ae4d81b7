using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Mail.Accounts;

/// <summary>Brings somebody the link to set a password: to a new account, or to one that has lost its own.</summary>
internal sealed class PasswordLinkMail(IStringLocalizer<MailTexts> texts, PortalAddress address)
{
    public static string CauseOf(PasswordLink link) =>
        link == PasswordLink.Invitation ? "account.invitation" : "account.password";

    /// <param name="user">The account.</param>
    /// <param name="link">For what.</param>
    /// <param name="count">How many such mails there were before.</param>
    public MailToWrite For(PortalUser user, PasswordLink link, int count)
    {
        var language = user.MailLanguage ?? user.Language ?? PortalUser.DefaultLanguage;
        using var culture = MailCulture.Of(language);
        var name = PersonName.Of(user);
        var body = new MailBody(texts[$"Account.{link}.Preheader"])
            .Heading(texts[$"Account.{link}.Heading"])
            .Paragraph(texts["Account.Greeting", name])
            .Paragraph(texts[$"Account.{link}.Text", user.Email!])
            .Link(texts["Account.Open"], address.Of($"account/set-password?token={PasswordLinkSecret.MailedKey}"))
            .Note(texts["Account.Once", PasswordLinks.LifetimeDays]);
        return new MailToWrite
        {
            Cause = CauseOf(link),
            SubjectId = user.Id.ToString(),
            Revision = count,
            Recipient = user.Email!,
            RecipientName = name,
            Language = language,
            Subject = texts[$"Account.{link}.Subject"],
            Body = body,
        };
    }
}

/// <summary>Why somebody gets a link to set a password.</summary>
public enum PasswordLink
{
    /// <summary>The account is new.</summary>
    Invitation,

    /// <summary>The password is lost.</summary>
    Password,
}
