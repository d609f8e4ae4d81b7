using System.Data.Common;
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
/// One attempt at one mail, in a scope of its own. It is leased by a conditional update right before it is sent; a
/// server that dies keeps its lease until it runs out, then the mail goes again under the same Message-ID.
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

    private readonly Guid owner = Guid.NewGuid();

    /// <summary>Tries the mail, unless it is not due or another server has it.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="cancellationToken">Breaks off the sending; the mail is given back.</param>
    public async Task<SendOutcome> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        // From the claim to the note of its outcome nothing is cancelled but the sending itself: no lease is left
        // behind.
        if (cancellationToken.IsCancellationRequested || !await ClaimAsync(id))
        {
            return SendOutcome.None;
        }

        OutboxMail mail;
        try
        {
            mail = await database.Set<OutboxMail>().SingleAsync(row => row.Id == id, CancellationToken.None);
        }
        catch (Exception failure) when (!ComesFromDatabase(failure))
        {
            await BuryAsync(id, failure);
            return SendOutcome.Failed;
        }

        using var activity = MailTracing.BeginAttempt(mail.TraceParent);
        try
        {
            if (mail.LeaseOwner == owner)
            {
                return await RunAsync(mail, cancellationToken);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another server has taken it over.
        }

        LogLeaseLost(id);
        return SendOutcome.None;
    }

    private async Task<bool> ClaimAsync(Guid id)
    {
        var now = realClock.GetCurrentInstant();
        Instant? until = now + options.Value.Lease;
        Guid? claimant = owner;
        return await database.Set<OutboxMail>()
            .Where(mail => mail.Id == id)
            .Free(now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(
                        mail => mail.Interruptions,
                        mail => mail.LeaseOwner == null ? mail.Interruptions : mail.Interruptions + 1)
                    .SetProperty(mail => mail.LeaseOwner, claimant)
                    .SetProperty(mail => mail.LeaseUntil, until)
                    .SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1),
                CancellationToken.None) == 1;
    }

    private async Task<SendOutcome> RunAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        var failure = mail.Interruptions >= MostInterruptions
            ? new MailException(MailFailure.Interrupted, "No server has lived to tell how it went.")
            : await SendAsync(mail, cancellationToken);
        if (failure is null)
        {
            var isTriedAgain = mail.IsTriedAgain;
            mail.MarkSent(owner, clock.GetCurrentInstant());
            await database.SaveChangesAsync(CancellationToken.None);
            metrics.Sent();
            if (isTriedAgain)
            {
                await TellSentAsync(mail);
            }

            return SendOutcome.Sent;
        }

        var reason = MailException.Of(failure);
        if (cancellationToken.IsCancellationRequested && !reason.IsFinal())
        {
            mail.ReturnLease(owner);
            await database.SaveChangesAsync(CancellationToken.None);
            return SendOutcome.None;
        }

        await NoteAsync(mail, reason, failure);
        return reason.ConcernsAll() ? SendOutcome.ServerAway : SendOutcome.Failed;
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
        finally
        {
            // What a secret could not save is not to be tried again with the outcome.
            database.ChangeTracker.Clear();
            database.Attach(mail);
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

    private async Task NoteAsync(OutboxMail mail, MailFailure reason, Exception failure)
    {
        mail.NoteFailure(
            owner, reason, failure.Message, new RetryTable(options.Value.Retry), realClock.GetCurrentInstant());
        if (mail.State == OutboxMailState.Failed)
        {
            await TellGivenUpAsync(WitnessedMail.Of(mail));
        }

        await database.SaveChangesAsync(CancellationToken.None);
        metrics.Failed(reason, mail.State == OutboxMailState.Failed);
        LogFailed(mail.Id, mail.Attempts, reason, mail.State, failure.GetType().Name);
    }

    private async Task TellGivenUpAsync(WitnessedMail mail)
    {
        foreach (var witness in witnesses)
        {
            await witness.GivenUpAsync(mail, CancellationToken.None);
        }
    }

    private async Task TellSentAsync(OutboxMail mail)
    {
        foreach (var witness in witnesses)
        {
            await witness.SentAgainAsync(WitnessedMail.Of(mail), CancellationToken.None);
        }
    }

    /// <summary>Gives up a row that can't even be read, so that it holds up nobody else's.</summary>
    private async Task BuryAsync(Guid id, Exception failure)
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

    private static bool ComesFromDatabase(Exception? failure) =>
        failure is not null
            && (failure is DbException or TimeoutException || ComesFromDatabase(failure.InnerException));

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
