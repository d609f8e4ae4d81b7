namespace AssistPortal.Assist.People.Audit;

/// <summary>What the audit trail says of an account; never a password or a stamp.</summary>
internal sealed record UserSnapshot
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    public required string Company { get; init; }

    public required string? PhoneNumber { get; init; }

    public required string? Language { get; init; }

    public required string? TimeZone { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<int> Sites { get; init; }

    public static UserSnapshot Of(UserDetails details) => new()
    {
        FirstName = details.FirstName,
        LastName = details.LastName,
        Email = details.Email,
        Company = details.Company,
        PhoneNumber = details.Phone,
        Language = details.Language,
        TimeZone = details.TimeZone,
        Roles = [.. details.Roles.Order(StringComparer.Ordinal)],
        Sites = [.. details.SiteIds.Order()],
    };
}
