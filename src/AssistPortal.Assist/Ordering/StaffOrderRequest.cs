namespace AssistPortal.Assist.Ordering;

/// <summary>What a coordinator begins an order with.</summary>
/// <param name="SiteId">The site.</param>
/// <param name="PackageId">The package.</param>
/// <param name="HostUserId">Whose order it will be; null where it will belong to the site alone.</param>
/// <param name="ContactEmail">Address of a customer without an account; empty where it is not known yet.</param>
/// <param name="OverrideReason">Why it may start sooner than the lead time; null for no reason.</param>
/// <param name="MailLanguage">Culture name of the customer's mails; null for that of the pages.</param>
public sealed record StaffOrderRequest(
    int SiteId, int PackageId, Guid? HostUserId, string ContactEmail, string? OverrideReason, string? MailLanguage);
