namespace AssistPortal.Assist.People;

/// <summary>What administrators say of an account.</summary>
public sealed record UserDetails
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    /// <summary>Also the name with which the person signs in.</summary>
    public required string Email { get; init; }

    public string Company { get; init; } = "";

    public string? Phone { get; init; }

    /// <summary>Culture name; null follows cookie and browser.</summary>
    public string? Language { get; init; }

    /// <summary>IANA zone.</summary>
    public string? TimeZone { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The sites at which the person may order.</summary>
    public IReadOnlyList<int> SiteIds { get; init; } = [];
}

/// <summary>What became of an act with an account.</summary>
public enum UserOutcome
{
    Saved,

    /// <summary>There is no such account.</summary>
    Gone,

    /// <summary>Somebody else has changed it since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>Another account has the address.</summary>
    EmailTaken,

    /// <summary>Nobody takes the administrator's role from themselves, or deactivates their own account.</summary>
    OwnAccount,

    /// <summary>A deactivated account gets no link.</summary>
    Deactivated,
}
