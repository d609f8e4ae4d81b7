using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AssistPortal.Data.Accounts;

/// <summary>
/// A hash of former days has fewer rounds, so that a wrong password would be refused sooner: the missing ones are made
/// up for, or the time would tell that there is such an account.
/// </summary>
public static class HashRounds
{
    // Identity's format: its number, then algorithm, rounds and the salt's length in four bytes each.
    private const int RoundsAt = 5;
    private const int HeadLength = 13;

    /// <summary>Does what a hash of so many rounds would have cost more than this one.</summary>
    public static void MakeUp(string hash, string password, int rounds)
    {
        Span<byte> head = stackalloc byte[HeadLength + 2];
        if (!Convert.TryFromBase64Chars(hash.AsSpan(0, Math.Min(hash.Length, 20)), head, out var read)
            || read < HeadLength)
        {
            return;
        }

        var missing = rounds - BinaryPrimitives.ReadInt32BigEndian(head[RoundsAt..]);
        if (missing > 0)
        {
            Span<byte> key = stackalloc byte[32];
            Rfc2898DeriveBytes.Pbkdf2(
                Encoding.UTF8.GetBytes(password), head, key, Math.Min(missing, rounds), HashAlgorithmName.SHA512);
        }
    }
}
