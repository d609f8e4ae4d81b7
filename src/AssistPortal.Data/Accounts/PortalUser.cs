using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace AssistPortal.Data.Accounts;

/// <summary>A person who signs in. The e-mail address is the user name.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int NameLength = 60;
    public const int CompanyLength = 120;
    public const int LanguageLength = 12;
    public const int TimeZoneLength = 64;

    internal static readonly int SearchTextLength = TypedText.Units((4 * NameLength) + CompanyLength);

    /// <summary>Culture name of mails to whoever has chosen no language.</summary>
    public const string DefaultLanguage = "en";

    /// <summary>Until when a deactivated account is locked out. Databases keep no moment that is much later.</summary>
    public static readonly DateTimeOffset Forever = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public PortalUser() => SecurityStamp = NewStamp();

    public PortalUser(string firstName, string lastName, string company = "")
        : this()
    {
        Rename(firstName, lastName);
        WorkFor(company);
    }

    public string FirstName { get; private set; } = "";

    public string LastName { get; private set; } = "";

    public string Company { get; private set; } = "";

    /// <summary>Name and company as they are searched: see <see cref="FoldedText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>
    /// Language of pages, and of mails where no other is chosen, as a culture name; null follows cookie and browser.
    /// </summary>
    public string? Language { get; private set; }

    /// <summary>Language in which the portal writes to them, as a culture name; null for that of the pages.</summary>
    public string? MailLanguage { get; private set; }

    /// <summary>IANA time zone; null where the person never chose one.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Whether mails that can wait come as one a day instead of singly; customers' mails never wait.</summary>
    public bool WantsMailDigest { get; private set; }

    /// <summary>
    /// When a role of staff was last taken from it: what it looked after is nobody's, unless it has one again. Null
    /// where none was.
    /// </summary>
    public Instant? LeftStaffAt { get; private set; }

    /// <summary>Whether an administrator has locked it out for good.</summary>
    public bool IsDeactivated => LockoutEnd == Forever;

    /// <summary>Gives it another name, of which either part may be empty.</summary>
    /// <exception cref="ArgumentException">A part is longer than <see cref="NameLength"/>.</exception>
    public void Rename(string firstName, string lastName)
    {
        (FirstName, LastName) = (Guard.Typed(NameLength, firstName), Guard.Typed(NameLength, lastName));
        Fold();
    }

    /// <exception cref="ArgumentException">The name is longer than <see cref="CompanyLength"/>.</exception>
    public void WorkFor(string company)
    {
        Company = Guard.Typed(CompanyLength, company);
        Fold();
    }

    /// <summary>Chooses the language of pages and mails; null for that of cookie and browser.</summary>
    /// <exception cref="ArgumentException">It is no culture's name.</exception>
    public void ChooseLanguage(string? culture) =>
        Language = culture is null ? null : Guard.Filled(LanguageLength, culture);

    /// <summary>Chooses the language of mails; null for that of the pages.</summary>
    /// <exception cref="ArgumentException">It is no culture's name.</exception>
    public void ChooseMailLanguage(string? culture) =>
        MailLanguage = culture is null ? null : Guard.Filled(LanguageLength, culture);

    /// <summary>Chooses the time zone of the pages; null for none.</summary>
    /// <exception cref="ArgumentException">It is no IANA zone.</exception>
    public void ChooseTimeZone(string? zone) => TimeZone = zone is null ? null : Guard.TimeZone(zone);

    /// <summary>Chooses whether mails that can wait come as one a day.</summary>
    public void ChooseMailDigest(bool isWanted) => WantsMailDigest = isWanted;

    /// <summary>Notes that a role of staff is taken from it.</summary>
    public void LeaveStaff(Instant now) => LeftStaffAt = now;

    /// <summary>Ends its sessions, and the links that were mailed to it.</summary>
    public void EndSessions() => (SecurityStamp, ConcurrencyStamp) = (NewStamp(), NewStamp());

    /// <summary>Has its row written with whatever is saved: of two who do so at once the database takes one.</summary>
    public void Touch() => ConcurrencyStamp = NewStamp();

    // A name of Han characters is written in one, the family name first.
    private void Fold() => SearchText = FoldedText.Of(
        SearchTextLength, FirstName, LastName, LastName + FirstName, Company);

    private static string NewStamp() => Guid.NewGuid().ToString("N").ToUpperInvariant();
}

public sealed class PortalRole : IdentityRole<Guid>;
