using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Time;
using AssistPortal.Mail.Digests;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Sending;

/// <summary>
/// One attempt at one mail that its server has leased, in a scope of its own. Of a mail that goes at its first attempt
/// the outcome is left to be noted with those of others.
/// </summary>
internal sealed partial class MailAttempt(
    PortalDbContext database,
    IMailTransport transport,
    IEnumerable<IMailSecret> secrets,
    IEnumerable<IMailWitness> witnesses,
    MailMetrics metrics,
    IOptions<MailOptions> options,
    IClock clock,
    [FromKeyedServices(Clocks.Real)] IClock realClock,
    ILogger<MailAttempt> logger)
{
    /// <summary>So often servers may end over a mail before it is taken for the cause.</summary>
    public const int MostInterruptions = 5;

    /// <summary>Tries the mail.</summary>
    /// <param name="mail">The mail as it is leased.</param>
    /// <param name="owner">Who has the lease.</param>
    /// <param name="cancellationToken">Breaks off the sending; the mail is given back.</param>
    public async Task<SendOutcome> RunAsync(OutboxMail mail, Guid owner, CancellationToken cancellationToken)
    {
        using var activity = MailTracing.BeginAttempt(mail.TraceParent);
        var failure = mail.Interruptions >= MostInterruptions
            ? new MailException(MailFailure.Interrupted, "No server has lived to tell how it went.")
            : await SendAsync(mail, cancellationToken);
        if (failure is null && !mail.IsTriedAgain)
        {
            return SendOutcome.HandedOver;
        }

        // What a secret could not save is not to be tried again with the outcome.
        database.ChangeTracker.Clear();
        database.Attach(mail);
        try
        {
            return failure is null
                ? await NoteSentAsync(mail, owner)
                : await NoteAsync(mail, owner, failure, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogLeaseLost(mail.Id);
            return SendOutcome.None;
        }
    }

    /// <summary>Gives up a leased row that can't even be read, so that it holds up nobody else's.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="owner">Who has the lease.</param>
    /// <param name="failure">Why it can't be read.</param>
    public async Task BuryAsync(Guid id, Guid owner, Exception failure)
    {
        var error = HeaderText.Clean(failure.Message, OutboxMail.ErrorLength);
        await database.InTransactionAsync(
            async cancellationToken =>
            {
                var given = await database.Set<OutboxMail>()
                    .Where(mail => mail.Id == id && mail.LeaseOwner == owner)
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(mail => mail.State, OutboxMailState.Failed)
                            .SetProperty(mail => mail.Failure, MailFailure.Fault)
                            .SetProperty(mail => mail.LastError, error)
                            .SetProperty(mail => mail.LeaseOwner, (Guid?)null)
                            .SetProperty(mail => mail.LeaseUntil, (Instant?)null),
                        cancellationToken);
                if (given > 0)
                {
                    await TellGivenUpAsync(await database.Set<OutboxMail>()
                        .Where(mail => mail.Id == id)
                        .Select(mail => new WitnessedMail(id, mail.SubjectId, mail.Recipient, MailFailure.Fault))
                        .SingleAsync(cancellationToken));
                    await database.SaveChangesAsync(cancellationToken);
                }
            },
            CancellationToken.None);
        metrics.Failed(MailFailure.Fault, isFinal: true);
        LogUnreadable(id, failure.GetType().Name);
    }

    /// <summary>Sends it within the time that one attempt may take; null when that went well.</summary>
    private async Task<Exception?> SendAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.SendTimeout);
        try
        {
            await transport.SendAsync(await WholeAsync(mail, patience.Token), patience.Token);
            return null;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailException(
                MailFailure.Unreachable, $"No answer within {options.Value.SendTimeout.TotalSeconds:0} s.", late);
        }
#pragma warning disable CA1031 // Whatever a transport throws, the other mails go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    /// <summary>
    /// The mail with its secrets, and a digest with its mails' calendar entries; it is not to be saved.
    /// </summary>
    private async Task<OutboxMail> WholeAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        var whole = mail;
        foreach (var secret in secrets.Where(
            secret => mail.TextBody.Contains(secret.Placeholder, StringComparison.Ordinal)))
        {
            foreach (var (placeholder, text) in await secret.MakeAsync(mail, cancellationToken))
            {
                whole = whole.With(placeholder, text);
            }
        }

        await MailDigests.EncloseAsync(database, whole, cancellationToken);
        return whole;
    }

    private async Task<SendOutcome> NoteSentAsync(OutboxMail mail, Guid owner)
    {
        mail.MarkSent(owner, clock.GetCurrentInstant());
        await database.SaveChangesAsync(CancellationToken.None);
        metrics.Sent(1);
        foreach (var witness in witnesses)
        {
            await witness.SentAgainAsync(WitnessedMail.Of(mail), CancellationToken.None);
        }

        return SendOutcome.Sent;
    }

    private async Task<SendOutcome> NoteAsync(
        OutboxMail mail, Guid owner, Exception failure, CancellationToken cancellationToken)
    {
        var reason = MailException.Of(failure);
        if (cancellationToken.IsCancellationRequested && !reason.IsFinal())
        {
            mail.ReturnLease(owner);
            await database.SaveChangesAsync(CancellationToken.None);
            return SendOutcome.None;
        }

        mail.NoteFailure(
            owner, reason, failure.Message, new RetryTable(options.Value.Retry), realClock.GetCurrentInstant());
        if (mail.State == OutboxMailState.Failed)
        {
            await TellGivenUpAsync(WitnessedMail.Of(mail));
        }

        await database.SaveChangesAsync(CancellationToken.None);
        metrics.Failed(reason, mail.State == OutboxMailState.Failed);
        LogFailed(mail.Id, mail.Attempts, reason, mail.State, failure.GetType().Name);
        return reason.ConcernsAll() ? SendOutcome.ServerAway : SendOutcome.Failed;
    }

    private async Task TellGivenUpAsync(WitnessedMail mail)
    {
        foreach (var witness in witnesses)
        {
            await witness.GivenUpAsync(mail, CancellationToken.None);
        }
    }

    // A transport's message may name the recipient: logs get the kind of failure only.
    [LoggerMessage(
        1, LogLevel.Warning, "Mail {MailId} failed at attempt {Attempts}: {Failure}. It is {State} now. ({Exception})")]
    private partial void LogFailed(
        Guid mailId, int attempts, MailFailure failure, OutboxMailState state, string exception);

    [LoggerMessage(2, LogLevel.Warning, "Mail {MailId} took longer than its lease; another server has it.")]
    private partial void LogLeaseLost(Guid mailId);

    [LoggerMessage(3, LogLevel.Error, "Mail {MailId} can't be read and is given up. ({Exception})")]
    private partial void LogUnreadable(Guid mailId, string exception);
}
