using System.Net;
using AssistPortal.Data.Limits;
using NodaTime;

namespace AssistPortal.Data.SignIn;

/// <summary>Takes requests for a link to set a password. Whether there is such an account is looked up later.</summary>
public sealed class PasswordRequests(PortalDbContext db, AttemptLimits limits, IClock clock)
{
    /// <summary>Requests from one network in <see cref="AttemptLimits.Window"/>.</summary>
    public const int MostFromNetwork = 10;

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
                new AttemptLimit("passwords by address", network, MostFromNetwork),
                new AttemptLimit(
                    "passwords by address and e-mail", $"{network} {email.ToUpperInvariant()}", MostForEmail),
            ],
            cancellationToken);
        if (counted.Wait is { } wait)
        {
            return wait;
        }

        db.Add(new PasswordRequest { Email = email, AskedAt = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
