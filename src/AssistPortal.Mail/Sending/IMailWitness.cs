using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Sending;

/// <summary>Hears of mails that are given up, so that somebody can be told.</summary>
public interface IMailWitness
{
    /// <summary>
    /// Called in the transaction that gives the mail up, on the scope's context; what it adds is saved along.
    /// </summary>
    Task GivenUpAsync(OutboxMail mail, CancellationToken cancellationToken);
}
