using NodaTime;

namespace AssistPortal.Mail.Queue;

/// <summary>What becomes of a mail once it is written.</summary>
public sealed partial class OutboxMail
{
    /// <summary>Ends the lease after the transport took the mail.</summary>
    /// <exception cref="InvalidOperationException">The mail does not wait, or another owner has its lease.</exception>
    public void MarkSent(Guid owner, Instant now)
    {
        GuardLease(owner);
        State = OutboxMailState.Sent;
        SentAt = now;
        (Failure, LastError) = (null, null);
        EndLease();
    }

    /// <summary>
    /// Notes why an attempt failed; gives up where no further one would help, or the retry table is used up.
    /// </summary>
    /// <inheritdoc cref="MarkSent" path="/exception" />
    internal void NoteFailure(Guid owner, MailFailure failure, string error, RetryTable retries, Instant now)
    {
        GuardLease(owner);
        Failure = failure;
        LastError = HeaderText.Clean(error, ErrorLength);
        if (!failure.IsFinal() && retries.WaitAfter(Attempts) is { } wait)
        {
            NextAttemptAt = now + wait;
        }
        else
        {
            State = OutboxMailState.Failed;
        }

        EndLease();
    }

    /// <summary>Notes an attempt after which none would help, as if the transport had told so.</summary>
    /// <exception cref="InvalidOperationException">It is on its way in this moment.</exception>
    public void GiveUp(MailFailure failure, string error, Instant now)
    {
        GuardNotBeingSent(now);
        (State, Failure, LastError) = (OutboxMailState.Failed, failure, HeaderText.Clean(error, ErrorLength));
        Attempts++;
        EndLease();
    }

    /// <summary>Gives the mail back unsent, as if the attempt had not begun.</summary>
    /// <inheritdoc cref="MarkSent" path="/exception" />
    public void ReturnLease(Guid owner)
    {
        GuardLease(owner);
        Attempts--;
        EndLease();
    }

    /// <summary>
    /// Has it sent now, by itself. One that was sent before goes under a new Message-ID, or it would be taken for the
    /// same mail and dropped.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is on its way in this moment.</exception>
    public void Resend(string from, Instant now)
    {
        GuardNotBeingSent(now);
        if (State is OutboxMailState.Sent or OutboxMailState.Digested)
        {
            ResentAt = now;
            MessageId = MessageIdOf($"{Id:N}.{now.ToUnixTimeMilliseconds():x}", from);
        }

        State = OutboxMailState.Waiting;
        SentAt = null;
        (Failure, LastError) = (null, null);
        (Attempts, Interruptions) = (0, 0);
        NextAttemptAt = now;
        EndLease();
    }

    /// <summary>Keeps it back until somebody has it sent.</summary>
    /// <exception cref="InvalidOperationException">It does not wait, or is on its way in this moment.</exception>
    public void Hold(Instant now)
    {
        GuardNotBeingSent(now);
        if (State is not (OutboxMailState.Waiting or OutboxMailState.Collected))
        {
            throw new InvalidOperationException($"Mail {Id} is {State}: there is nothing to keep back.");
        }

        State = OutboxMailState.Held;
        EndLease();
    }

    /// <summary>Encloses the calendar entries of a digest's mails.</summary>
    internal void Enclose(IReadOnlyList<string> calendars) => EnclosedCalendars = calendars;

    /// <summary>A copy in whose texts something else stands in a placeholder's place.</summary>
    internal OutboxMail With(string placeholder, string text)
    {
        var copy = (OutboxMail)MemberwiseClone();
        copy.TextBody = TextBody.Replace(placeholder, text, StringComparison.Ordinal);
        copy.HtmlBody = HtmlBody.Replace(placeholder, text, StringComparison.Ordinal);
        return copy;
    }

    private void GuardLease(Guid owner)
    {
        if (State != OutboxMailState.Waiting || LeaseOwner != owner)
        {
            throw new InvalidOperationException($"Mail {Id} is {State} and not leased by {owner}.");
        }
    }

    private void GuardNotBeingSent(Instant now)
    {
        if (IsBeingSentAt(now))
        {
            throw new InvalidOperationException($"Mail {Id} is on its way.");
        }
    }

    private void EndLease()
    {
        (LeaseOwner, LeaseUntil) = (null, null);
    }
}
