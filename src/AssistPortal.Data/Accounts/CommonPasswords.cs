namespace AssistPortal.Data.Accounts;

/// <summary>
/// The 30,000 passwords that npm's zxcvbn knows as the most frequent ones: see <c>tools/vendor-passwords.sh</c>. They
/// are read through when somebody sets a password, which is rare, instead of being kept in memory.
/// </summary>
internal static class CommonPasswords
{
    /// <summary>Whether one of some words, in small letters, is among them.</summary>
    public static bool Contains(params IReadOnlyCollection<string> words)
    {
        using var list = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(list);
        while (reader.ReadLine() is { } known)
        {
            if (words.Contains(known))
            {
                return true;
            }
        }

        return false;
    }
}
