using System.Diagnostics;
using AssistPortal.Mail.Sending;

namespace AssistPortal.Mail.Smtp;

/// <summary>One connection to the mail server, for one mail at a time.</summary>
internal abstract class SmtpSession : IDisposable
{
    private long lastUsed;

    /// <summary>Whether the server took a mail over it: it knows the portal.</summary>
    public bool HasDelivered { get; private set; }

    /// <summary>Whether the last mail went over it; after anything else it is not to be used again.</summary>
    public bool IsFit { get; private set; }

    /// <summary>How far the last mail came.</summary>
    public SmtpStage Stage { get; protected set; }

    /// <summary>Since the last mail.</summary>
    public TimeSpan IdleTime => Stopwatch.GetElapsedTime(lastUsed);

    /// <summary>Returns when the server has taken the mail.</summary>
    /// <exception cref="MailException">It has not.</exception>
    /// <exception cref="OperationCanceledException">The token came first; the connection is broken off.</exception>
    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        (IsFit, Stage) = (false, SmtpStage.Server);
        await HandOverAsync(letter, cancellationToken);
        HasDelivered = true;
        IsFit = !cancellationToken.IsCancellationRequested;
        lastUsed = Stopwatch.GetTimestamp();
    }

    /// <summary>Says good-bye to the server where it can be said.</summary>
    public abstract void Dispose();

    /// <inheritdoc cref="SendAsync" />
    protected abstract Task HandOverAsync(Letter letter, CancellationToken cancellationToken);
}
