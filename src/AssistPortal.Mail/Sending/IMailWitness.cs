using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Sending;

/// <summary>
/// Hears of mails that are given up, and of those that go through after all, so that somebody can be told.
/// </summary>
public interface IMailWitness
{
    /// <summary>
    /// Called in the transaction that gives the mail up, on the scope's context; what it adds is saved along.
    /// </summary>
    Task GivenUpAsync(WitnessedMail mail, CancellationToken cancellationToken);

    /// <summary>
    /// Called once a mail is sent that had failed, or that staff have had sent again; never for one that went at once,
    /// so that those cost nothing.
    /// </summary>
    Task SentAgainAsync(WitnessedMail mail, CancellationToken cancellationToken);
}

/// <summary>What is told of such a mail; it may be one that can't be read as a whole.</summary>
/// <param name="Id">The mail.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Recipient">Whom it goes to.</param>
/// <param name="Failure">Why it was given up; null where it was sent.</param>
public sealed record WitnessedMail(Guid Id, string SubjectId, string Recipient, MailFailure? Failure)
{
    internal static WitnessedMail Of(OutboxMail mail) => new(mail.Id, mail.SubjectId, mail.Recipient, mail.Failure);
}
