using System.Net;
using AssistPortal.Data.Limits;

namespace AssistPortal.Data.SignIn;

/// <summary>
/// How often one may try to sign in, in each <see cref="AttemptLimits.Window"/>. A device on which the account has
/// signed in before counts for itself: what strangers use up does not keep it out.
/// </summary>
public sealed class SignInLimits(AttemptLimits limits)
{
    /// <summary>Tries of one network for one account.</summary>
    public const int FreeForAccount = 5;

    /// <summary>Tries of one network, whatever the account.</summary>
    public const int FreeForNetwork = 30;

    /// <summary>Tries for one account of all strangers together.</summary>
    public const int FreeForStrangers = 20;

    /// <summary>Tries of a device that the account knows.</summary>
    public const int FreeForDevice = 10;

    /// <summary>Wrong codes of the second factor, by strangers or on one device.</summary>
    public const int FreeCodes = 5;

    /// <summary>
    /// Counts a try before the password is looked at: of many at once no more go through than one by one.
    /// </summary>
    /// <param name="account">The address that was typed, whether it is known or not.</param>
    /// <param name="client">Where the try comes from.</param>
    /// <param name="deviceId">The account's device, where it is one.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    public Task<CountedAttempt> CountPasswordAsync(
        string account, IPAddress? client, Guid? deviceId, CancellationToken cancellationToken)
    {
        var (key, network) = (account.ToUpperInvariant(), ClientNetwork.Of(client));
        return limits.CountAsync(
            deviceId is { } device
                ? [new AttemptLimit("sign-in by device", $"{device}", FreeForDevice)]
                :
                [
                    new AttemptLimit("sign-in by address and account", $"{network} {key}", FreeForAccount),
                    new AttemptLimit("sign-in by address", network, FreeForNetwork),
                    new AttemptLimit("sign-in by account", key, FreeForStrangers),
                ],
            cancellationToken);
    }

    /// <summary>Counts a try of the second factor; whoever makes one has shown the password.</summary>
    public Task<CountedAttempt> CountCodeAsync(Guid userId, Guid? deviceId, CancellationToken cancellationToken) =>
        limits.CountAsync(
            [
                deviceId is { } device
                    ? new AttemptLimit("code by device", $"{device}", FreeCodes)
                    : new AttemptLimit("code by account", $"{userId}", FreeCodes),
            ],
            cancellationToken);

    /// <summary>Counts a try of the password by somebody who is signed in.</summary>
    public Task<CountedAttempt> CountOwnPasswordAsync(Guid userId, CancellationToken cancellationToken) =>
        limits.CountAsync([new AttemptLimit("own password", $"{userId}", FreeForDevice)], cancellationToken);

    /// <summary>Takes an authenticator's code: once, for as long as it may be good.</summary>
    /// <returns>False where it was used before.</returns>
    public async Task<bool> UseUpAsync(Guid userId, string code, CancellationToken cancellationToken) =>
        (await limits.CountAsync([new AttemptLimit("code used", $"{userId} {code}", 1)], cancellationToken)).Wait
            is null;

    /// <summary>
    /// Whether something is to be written once more: only so often by the same, so that nobody fills tables.
    /// </summary>
    public async Task<bool> MayNoteAsync(string what, string by, CancellationToken cancellationToken) =>
        (await limits.CountAsync([new AttemptLimit($"noted {what}", by, 1)], cancellationToken)).Wait is null;

    /// <inheritdoc cref="AttemptLimits.TakeBackAsync" />
    public Task TakeBackAsync(CountedAttempt attempt, CancellationToken cancellationToken) =>
        limits.TakeBackAsync(attempt, cancellationToken);
}
