namespace AssistPortal.Assist.Ordering;

/// <summary>An account for which a coordinator wants to order.</summary>
/// <param name="Id">The account.</param>
/// <param name="IsHost">Whether it may order itself.</param>
/// <param name="Language">Culture name of the language that it has chosen for mails or pages; null for none.</param>
/// <param name="SiteIds">The sites that it belongs to.</param>
public sealed record KnownCustomer(Guid Id, bool IsHost, string? Language, IReadOnlyList<int> SiteIds);
