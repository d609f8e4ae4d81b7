namespace AssistPortal.Data.Accounts;

public static class PersonName
{
    /// <summary>
    /// A person's name as its script has it: 王小明, but Hannah Brooks, in whatever language the page is. Either part may
    /// be empty.
    /// </summary>
    public static string Of(string first, string last) =>
        IsHan(first) && IsHan(last) ? last + first : $"{first} {last}".Trim();

    /// <summary>What an account's owner is called: the name; the address where it is not known.</summary>
    public static string Of(PortalUser user) => OrAddress(Of(user.FirstName, user.LastName), user.Email ?? "");

    /// <summary>What somebody is called: the name; the address where it is not known.</summary>
    public static string OrAddress(string name, string email) => name.Length > 0 ? name : email;

    /// <summary>The parts of a name that was written in one, as far as blanks tell them.</summary>
    public static (string First, string Last) Split(string name)
    {
        var clean = name.Trim();
        var blank = clean.LastIndexOf(' ');
        return blank < 0 ? (Cut(clean), "") : (Cut(clean[..blank].TrimEnd()), Cut(clean[(blank + 1)..]));
    }

    private static string Cut(string part) => TypedText.Cut(part, PortalUser.NameLength).TrimEnd();

    private static bool IsHan(string part) => !part.AsSpan().ContainsAnyExceptInRange('\u3400', '\u9fff');
}
