namespace AssistPortal.Data.Accounts.Audit;

/// <summary>What people choose for themselves.</summary>
public sealed record UserSettingsSnapshot(string? TimeZone, bool WantsMailDigest, string? MailLanguage)
{
    public static UserSettingsSnapshot Of(PortalUser user) =>
        new(user.TimeZone, user.WantsMailDigest, user.MailLanguage);
}
