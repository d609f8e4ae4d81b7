using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Smtp;

namespace AssistPortal.UnitTests.Mail.Smtp;

public sealed class SmtpReplyTests
{
    [Theory]
    [InlineData(550, "5.1.1 No such user", SmtpStage.Recipient, MailFailure.Address)]
    [InlineData(551, "not here", SmtpStage.Recipient, MailFailure.Address)]
    [InlineData(553, "bad name", SmtpStage.Recipient, MailFailure.Address)]
    [InlineData(554, "5.1.10 unknown", SmtpStage.Recipient, MailFailure.Address)]
    [InlineData(554, "5.1.1 unknown", SmtpStage.Content, MailFailure.Address)]
    [InlineData(552, "5.2.2 full", SmtpStage.Recipient, MailFailure.Refused)]
    [InlineData(550, "5.7.1 policy", SmtpStage.Recipient, MailFailure.Refused)]
    [InlineData(554, "5.7.1 Relay access denied", SmtpStage.Recipient, MailFailure.Refused)]
    [InlineData(550, "5.7.60 May not send as this sender", SmtpStage.Server, MailFailure.Unreachable)]
    [InlineData(552, "5.3.4 Too big", SmtpStage.Server, MailFailure.Refused)]
    [InlineData(500, "What?", SmtpStage.SignIn, MailFailure.Unreachable)]
    [InlineData(550, "spam", SmtpStage.Content, MailFailure.Refused)]
    [InlineData(554, "5.7.1 spam", SmtpStage.Content, MailFailure.Refused)]
    [InlineData(450, "4.2.0 greylisted", SmtpStage.Recipient, MailFailure.Deferred)]
    [InlineData(451, "4.7.1 later", SmtpStage.Content, MailFailure.Deferred)]
    [InlineData(452, "4.3.1 disk", SmtpStage.Server, MailFailure.Deferred)]
    [InlineData(421, "4.3.2 shutting down", SmtpStage.Content, MailFailure.Unreachable)]
    [InlineData(554, "no service", SmtpStage.Server, MailFailure.Unreachable)]
    [InlineData(530, "5.7.0 Authentication required", SmtpStage.Server, MailFailure.SignIn)]
    [InlineData(535, "5.7.8 wrong", SmtpStage.Server, MailFailure.SignIn)]
    [InlineData(530, "5.7.0 Must issue a STARTTLS command first", SmtpStage.Server, MailFailure.Insecure)]
    [InlineData(454, "4.7.0 TLS not available", SmtpStage.Server, MailFailure.Insecure)]
    public void A_reply_has_one_meaning(int code, string text, object stage, MailFailure failure) =>
        Assert.Equal(failure, SmtpReply.FailureOf(code, text, (SmtpStage)stage));
}
