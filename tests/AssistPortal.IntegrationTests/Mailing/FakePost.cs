using System.Collections.Concurrent;
using System.Diagnostics;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AssistPortal.IntegrationTests.Mailing;

/// <summary>Takes a portal's mails as a mail server would, but those to addresses that it does not know.</summary>
internal sealed class FakePost : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<OutboxMail> delivered = [];

    /// <summary>An address that takes no mail.</summary>
    public string? Unknown { get; set; }

    /// <summary>What such mails fail with.</summary>
    public MailFailure Failure { get; init; } = MailFailure.Address;

    public IEnumerable<OutboxMail> Delivered => delivered;

    public PortalSetup Setup => new()
    {
        Services = services => services.RemoveAll<IMailTransport>().AddSingleton<IMailTransport>(this),
    };

    public Task SendAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (mail.Recipient == Unknown)
        {
            throw new MailException(Failure, "5.1.1 Not taken");
        }

        delivered.Enqueue(mail);
        return Task.CompletedTask;
    }

    /// <summary>Waits for a mail as it was sent.</summary>
    /// <exception cref="TimeoutException">It was not sent.</exception>
    public async Task<OutboxMail> WaitAsync(Func<OutboxMail, bool> isWanted)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience;)
        {
            if (delivered.FirstOrDefault(isWanted) is { } mail)
            {
                return mail;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException("That mail was not sent.");
    }
}
