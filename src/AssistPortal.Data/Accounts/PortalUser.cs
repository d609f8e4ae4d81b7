using Microsoft.AspNetCore.Identity;

namespace AssistPortal.Data.Accounts;

/// <summary>A person who signs in. The e-mail address is the user name.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int NameLength = 60;
    public const int CompanyLength = 120;

    /// <summary>Until when a deactivated account is locked out. Databases keep no moment that is much later.</summary>
    public static readonly DateTimeOffset Forever = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string Company { get; set; } = "";

    /// <summary>Language of pages and mails, as a culture name; null follows cookie and browser.</summary>
    public string? Language { get; set; }

    /// <summary>IANA time zone; null where the person never chose one.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Whether mails that can wait come as one a day instead of singly; customers' mails never wait.</summary>
    public bool WantsMailDigest { get; set; }

    /// <summary>Whether an administrator has locked it out for good.</summary>
    public bool IsDeactivated => LockoutEnd == Forever;
}

public sealed class PortalRole : IdentityRole<Guid>;
