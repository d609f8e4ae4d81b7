using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace AssistPortal.TestSupport.Portal;

/// <summary>An authenticator app: RFC 6238 with SHA-1, six digits and 30 seconds, by this machine's time.</summary>
/// <param name="key">In base 32, blanks between groups.</param>
public sealed class Authenticator(string key)
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Seconds = 30;

    private readonly byte[] secret = Decode(key.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>What it shows; <paramref name="later"/> steps from now.</summary>
    public string Code(int later = 0)
    {
        var step = new byte[8];
        var now = SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds();
        BinaryPrimitives.WriteInt64BigEndian(step, (now / Seconds) + later);
#pragma warning disable CA5350 // The standard's.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Select(
            digit => Convert.ToString(Digits.IndexOf(digit, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8)
            .Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
