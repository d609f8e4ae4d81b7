using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace AssistPortal.TestSupport.SignIn;

/// <summary>
/// A passkey as an authenticator makes and uses it (WebAuthn, ES256, without attestation), for a portal at
/// <c>http://localhost</c>.
/// </summary>
public sealed class SoftwareKey : IDisposable
{
    private const string Origin = "http://localhost";
    private const string RelyingParty = "localhost";
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HoldsKey = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string owner = "";

    /// <summary>Whether it asks its owner for a PIN or a finger.</summary>
    public bool VerifiesOwner { get; set; } = true;

    /// <summary>Makes the key.</summary>
    /// <param name="options">What the portal hands to the browser, in JSON.</param>
    /// <returns>What the browser answers.</returns>
    public string Create(string options)
    {
        using var asked = JsonDocument.Parse(options);
        owner = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(includePrivateParameters: false).Q;

        // CBOR: what it is (EC2, ES256, P-256), then both coordinates.
        byte[] cose =
        [
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!,
        ];
        byte[] data = [.. Head(HoldsKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];

        // CBOR: fmt, attStmt, authData.
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8,
            0x58, (byte)data.Length, .. data,
        ];
        return Answer(new
        {
            clientDataJSON = Encode(Client("webauthn.create", asked)),
            attestationObject = Encode(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>Signs what the portal asks for.</summary>
    /// <inheritdoc cref="Create" path="/param" />
    /// <inheritdoc cref="Create" path="/returns" />
    public string Sign(string options)
    {
        using var asked = JsonDocument.Parse(options);
        var client = Client("webauthn.get", asked);
        var data = Head(0);
        return Answer(new
        {
            clientDataJSON = Encode(client),
            authenticatorData = Encode(data),
            signature = Encode(key.SignData(
                [.. data, .. SHA256.HashData(client)],
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence)),
            userHandle = owner,
        });
    }

    public void Dispose() => key.Dispose();

    private byte[] Head(byte holds)
    {
        var head = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(RelyingParty)).CopyTo(head, 0);
        head[32] = (byte)(UserPresent | (VerifiesOwner ? UserVerified : 0) | holds);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(33), 0);
        return head;
    }

    private static byte[] Client(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = asked.RootElement.GetProperty("challenge").GetString(),
        origin = Origin,
        crossOrigin = false,
    });

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Encode(id),
        rawId = Encode(id),
        type = "public-key",
        response,
        clientExtensionResults = new { },
    });

    private static string Encode(byte[] octets) => WebEncoders.Base64UrlEncode(octets);
}
