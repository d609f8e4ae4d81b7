namespace AssistPortal.Mail.Smtp;

/// <summary>Connections that wait for a next mail, and are closed when none comes.</summary>
internal sealed class IdleSessions : IDisposable
{
    private readonly Stack<SmtpSession> sessions = [];
    private readonly Timer timer;
    private readonly TimeSpan atMost;
    private bool isDisposed;

    /// <param name="atMost">
    /// For how long one may wait; half a minute, which servers put up with, where it is not said.
    /// </param>
    public IdleSessions(TimeSpan? atMost = null)
    {
        this.atMost = atMost ?? TimeSpan.FromSeconds(30);
        timer = new Timer(_ => CloseOld(), state: null, this.atMost / 4, this.atMost / 4);
    }

    /// <summary>The one that was used last; null where there is none.</summary>
    public SmtpSession? Take()
    {
        lock (sessions)
        {
            return sessions.TryPop(out var session) ? session : null;
        }
    }

    /// <summary>Takes it back; closes it where it is of no more use.</summary>
    public void Keep(SmtpSession session)
    {
        lock (sessions)
        {
            if (session.IsFit && !isDisposed)
            {
                sessions.Push(session);
                return;
            }
        }

        session.Dispose();
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (sessions)
        {
            isDisposed = true;
        }

        Close(_ => true);
    }

    private void CloseOld() => Close(session => session.IdleTime >= atMost);

    private void Close(Predicate<SmtpSession> isOver)
    {
        List<SmtpSession> closing = [];
        lock (sessions)
        {
            var staying = sessions.Reverse().ToList();
            closing.AddRange(staying.FindAll(isOver));
            staying.RemoveAll(isOver);
            sessions.Clear();
            staying.ForEach(sessions.Push);
        }

        closing.ForEach(session => session.Dispose());
    }
}
