using System.Collections.Concurrent;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;

namespace AssistPortal.UnitTests.Mail;

/// <summary>Remembers what it was given, in order, and fails when told.</summary>
internal sealed class RecordingTransport : IMailTransport
{
    private readonly ConcurrentQueue<(Guid Id, string MessageId, string Subject)> sent = [];

    public IReadOnlyCollection<(Guid Id, string MessageId, string Subject)> Sent => sent;

    public Func<OutboxMail, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task SendAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        await Before(mail);
        cancellationToken.ThrowIfCancellationRequested();
        sent.Enqueue((mail.Id, mail.MessageId, mail.Subject));
    }
}
