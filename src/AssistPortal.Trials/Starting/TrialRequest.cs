namespace AssistPortal.Trials.Starting;

/// <summary>A trial that a partner wants to start; what people typed is read and proven already.</summary>
/// <param name="PartnerId">Whose customer it is.</param>
/// <param name="Company">The customer.</param>
/// <param name="Administrators">Addresses of its administrators, each once.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="TimeZone">IANA zone of the customer.</param>
/// <param name="Language">Culture name of the customer's mails.</param>
/// <param name="LengthDays">One of <see cref="Lifecycle.Trial.Lengths"/>.</param>
/// <param name="Services">Licences of each service.</param>
/// <param name="SiteHost">As <see cref="Organisations.SiteHost"/> reads it; null without Meeting.</param>
/// <param name="PhoneNumbers">As <see cref="PhoneNumbers"/> reads them, each once; none without Call.</param>
public sealed record TrialRequest(
    Guid PartnerId,
    string Company,
    IReadOnlyList<string> Administrators,
    string Country,
    string TimeZone,
    string Language,
    int LengthDays,
    IReadOnlyDictionary<CloudService, int> Services,
    string? SiteHost,
    IReadOnlyList<string> PhoneNumbers);
