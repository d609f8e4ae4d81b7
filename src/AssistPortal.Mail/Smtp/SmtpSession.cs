using System.Diagnostics;
using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using MailKit.Net.Smtp;
using MimeKit;

namespace AssistPortal.Mail.Smtp;

/// <summary>One connection to the mail server, for one mail at a time.</summary>
internal sealed class SmtpSession : IDisposable
{
    private const int PartingMilliseconds = 2000;

    private readonly Client client;
    private long lastUsed;

    /// <param name="patience">
    /// For how long an attempt may last. The caller's token ends it and tells so; twice that long the client waits by
    /// itself.
    /// </param>
    public SmtpSession(TimeSpan patience) => client = new Client(this)
    {
        CheckCertificateRevocation = false,
        Timeout = (int)(2 * patience).TotalMilliseconds,
    };

    /// <summary>Whether the last thing went well; after anything else it is not to be used again.</summary>
    public bool IsFit { get; private set; }

    /// <summary>What the server was asked last.</summary>
    public SmtpStage Stage { get; private set; }

    /// <summary>Since the last mail.</summary>
    public TimeSpan IdleTime => Stopwatch.GetElapsedTime(lastUsed);

    /// <summary>
    /// Returns when the server has taken the mail. One that needs SMTPUTF8 takes a new connection: others have it
    /// forgotten.
    /// </summary>
    /// <exception cref="MailException">It has not.</exception>
    /// <exception cref="OperationCanceledException">The token came first; the connection is broken off.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var format = MimeFile.FormatOf(message);
        if (!format.International)
        {
            // For an international domain MailKit would ask for it too, and a server further on may not offer it.
            client.Capabilities &= ~SmtpCapabilities.UTF8;
        }
        else if (!client.Capabilities.HasFlag(SmtpCapabilities.UTF8 | SmtpCapabilities.EightBitMime))
        {
            throw new MailException(
                MailFailure.Address,
                $"'{MimeFile.InternationalOf(message)!.Address}' needs SMTPUTF8, which the mail server does not "
                    + "offer.");
        }

        await DoAsync(SmtpStage.Server, async smtp => await smtp.SendAsync(format, message, cancellationToken));
    }

    /// <summary>
    /// Has the client do something; what the server refuses before it says more belongs to that stage.
    /// </summary>
    /// <exception cref="MailException">The server refuses, or there is none.</exception>
    public async Task DoAsync(SmtpStage stage, Func<SmtpClient, Task> act)
    {
        (IsFit, Stage) = (false, stage);
        try
        {
            await act(client);
        }
        catch (Exception failure)
        {
            if (SmtpFault.Of(failure, Stage) is { } fault)
            {
                throw fault;
            }

            throw;
        }

        IsFit = true;
        lastUsed = Stopwatch.GetTimestamp();
    }

    /// <summary>Says good-bye to the server where it can be said.</summary>
    public void Dispose()
    {
        if (IsFit)
        {
            client.Timeout = PartingMilliseconds;
            client.Disconnect(quit: true);
        }

        client.Dispose();
    }

    /// <summary>Tells the session how far a mail has come.</summary>
    private sealed class Client(SmtpSession session) : SmtpClient
    {
        protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
            session.Stage = SmtpStage.Recipient;

        protected override void OnRecipientAccepted(
            MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
            session.Stage = SmtpStage.Content;
    }
}
