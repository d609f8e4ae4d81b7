using System.Security.Cryptography;
using System.Text;

namespace AssistPortal.Data;

/// <summary>A key in a link or a code that opens something: handed out once, stored as its hash only.</summary>
public static class SecretKey
{
    /// <summary>Random bytes, two letters or digits each; 128 bits where nothing else is asked for.</summary>
    public static string Make(int bytes = 16) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>
    /// What is stored of a key: its SHA-256. One of blanks, which MVC makes null, has that of none and opens nothing.
    /// </summary>
    public static string HashOf(string? key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key ?? "")));
}
