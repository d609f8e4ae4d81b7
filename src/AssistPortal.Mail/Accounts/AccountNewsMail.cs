using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Mail.Accounts;

/// <summary>
/// Tells somebody what has changed in how their account is entered. Nothing in it acts by itself: its link leads to a
/// page that asks who they are.
/// </summary>
internal sealed class AccountNewsMail(IStringLocalizer<MailTexts> texts, PortalAddress address)
{
    public static string CauseOf(AccountChange change) => OutboxMail.AccountNews + change switch
    {
        AccountChange.Password => "password",
        AccountChange.PasskeyAdded => "passkey-added",
        AccountChange.PasskeyRemoved => "passkey-removed",
        AccountChange.FactorOn => "factor-on",
        AccountChange.FactorOff => "factor-off",
        AccountChange.RecoveryCodes => "recovery-codes",
        AccountChange.FactorsTaken => "factors-taken",
        AccountChange.Email => "email",
        AccountChange.SingleSignOn => "single-sign-on",
        AccountChange.WrongCodes => "wrong-codes",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, message: null),
    };

    /// <param name="user">The account, with the address that the mail goes to.</param>
    /// <param name="change">What has changed.</param>
    /// <param name="revision">Tells it from others of the kind.</param>
    public MailToWrite For(PortalUser user, AccountChange change, int revision)
    {
        var language = user.MailLanguage ?? user.Language ?? PortalUser.DefaultLanguage;
        using var culture = MailCulture.Of(language);
        var name = PersonName.Of(user);
        var subject = texts[$"Account.News.{change}.Subject"].Value;
        var body = new MailBody(texts[$"Account.News.{change}.Preheader"])
            .Heading(subject)
            .Paragraph(texts["Account.Greeting", name])
            .Paragraph(texts[$"Account.News.{change}.Text", user.Email!])
            .Paragraph(texts["Account.News.You"]);
        body = change == AccountChange.Email
            ? body.Paragraph(texts["Account.News.NotYou.Email"])
            : body.Paragraph(texts["Account.News.NotYou"])
                .Link(texts["Account.News.Look"], address.Of("account"))
                .Note(texts["Account.News.Out"]);
        return new MailToWrite
        {
            Cause = CauseOf(change),
            SubjectId = user.Id.ToString(),
            Revision = revision,
            Recipient = user.Email!,
            RecipientName = name,
            Language = language,
            Subject = subject,
            Body = body,
        };
    }
}
