using System.Net;
using AssistPortal.Data;
using AssistPortal.Data.Limits;
using NodaTime;

namespace AssistPortal.Assist.Access;

/// <summary>
/// Takes requests for the links of an e-mail. Whether there are any is looked up later, by somebody else: the one who
/// asks learns nothing, neither by words nor by time.
/// </summary>
public sealed class LinkRequests(PortalDbContext db, AttemptLimits limits, IClock clock)
{
    /// <summary>Requests from one address in <see cref="AttemptLimits.Window"/>.</summary>
    public const int MostFromAddress = 10;

    /// <summary>Of these for the same e-mail; other people's requests for it do not count.</summary>
    public const int MostForEmail = 3;

    /// <summary>Takes a request.</summary>
    /// <param name="email">In its normal form.</param>
    /// <param name="client">Where it comes from.</param>
    /// <param name="cancellationToken">Nothing is taken then.</param>
    /// <returns>How long to wait before the next one; null when it was taken.</returns>
    public async Task<Duration?> AskAsync(string email, IPAddress? client, CancellationToken cancellationToken)
    {
        var network = ClientNetwork.Of(client);
        var counted = await limits.CountAsync(
            [
                new AttemptLimit("links by address", network, MostFromAddress),
                new AttemptLimit("links by address and e-mail", $"{network} {email.ToUpperInvariant()}", MostForEmail),
            ],
            cancellationToken);
        if (counted.Wait is { } wait)
        {
            return wait;
        }

        db.Add(new LinkRequest { Email = email, AskedAt = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
