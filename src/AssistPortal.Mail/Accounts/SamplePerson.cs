using AssistPortal.Data.Accounts;

namespace AssistPortal.Mail.Accounts;

/// <summary>The made-up owner of an account.</summary>
internal static class SamplePerson
{
    /// <param name="language">Culture name of what they read.</param>
    public static PortalUser Reading(string language)
    {
        var isChinese = language.StartsWith("zh", StringComparison.Ordinal);
        var user = new PortalUser(isChinese ? "小明" : "Alex", isChinese ? "王" : "Morgan")
        {
            Id = Guid.Empty,
            Email = "alex.morgan@customer.example",
        };
        user.ChooseLanguage(language);
        return user;
    }
}
