using AssistPortal.Data.Accounts;

namespace AssistPortal.Assist.People;

/// <summary>What the audit trail says of an account; never a password or a stamp.</summary>
internal static class UserSnapshot
{
    public static Dictionary<string, object?> Of(PortalUser user, UserDetails details) => new(StringComparer.Ordinal)
    {
        [nameof(user.FirstName)] = details.FirstName,
        [nameof(user.LastName)] = details.LastName,
        [nameof(user.Email)] = details.Email,
        [nameof(user.Company)] = details.Company,
        [nameof(user.PhoneNumber)] = details.Phone,
        [nameof(user.Language)] = details.Language,
        [nameof(user.TimeZone)] = details.TimeZone,
        [nameof(details.Roles)] = string.Join(", ", details.Roles.Order(StringComparer.Ordinal)),
        ["Sites"] = string.Join(", ", details.SiteIds.Order()),
    };

    /// <summary>The fields that differ.</summary>
    public static (Dictionary<string, object?> Before, Dictionary<string, object?> After) Between(
        Dictionary<string, object?> before, Dictionary<string, object?> after)
    {
        var changed = before.Keys.Where(field => !Equals(before[field], after[field])).ToHashSet(StringComparer.Ordinal);
        return (Only(before), Only(after));

        Dictionary<string, object?> Only(Dictionary<string, object?> all) =>
            all.Where(field => changed.Contains(field.Key)).ToDictionary(StringComparer.Ordinal);
    }
}
