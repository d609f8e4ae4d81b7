using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>How somebody signs in, and where they are signed in.</summary>
public sealed record OwnAccountPage
{
    public required PortalUser User { get; init; }

    public required PasswordChangeInput Input { get; init; }

    public required IReadOnlyList<PasskeyRow> Passkeys { get; init; }

    /// <summary>Recovery codes that were not used yet.</summary>
    public required int RecoveryCodes { get; init; }

    /// <summary>Whether the session may change passkeys and second factor: see <see cref="OwnFactors"/>.</summary>
    public required bool MayChangeFactors { get; init; }

    public required IReadOnlyList<KnownDevice> Devices { get; init; }

    /// <summary>The session that looks.</summary>
    public required Guid? SessionId { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<SignInRow> SignIns { get; init; }

    public required OwnTime Time { get; init; }

    /// <summary>What has just been done.</summary>
    public string? Notice { get; init; }

    /// <summary>Why nothing was done.</summary>
    public string? Refusal { get; init; }
}

/// <summary>A try to sign in to the account.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">The act's key: what became of it.</param>
/// <param name="Way">By what.</param>
/// <param name="Device">What the browser said of itself; null where it was not let in.</param>
public sealed record SignInRow(Instant At, string Outcome, SignInWay Way, DeviceKind? Device);

/// <summary>A passkey of the account.</summary>
/// <param name="Id">Its key, as addresses have it.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
public sealed record PasskeyRow(string Id, string Name, Instant CreatedAt)
{
    public static PasskeyRow Of(UserPasskeyInfo passkey) => new(
        Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(passkey.CredentialId),
        passkey.Name ?? "",
        Instant.FromDateTimeOffset(passkey.CreatedAt));
}
