namespace AssistPortal.Trials.Lifecycle;

/// <summary>What a trial begins with.</summary>
/// <param name="PartnerId">Whose customer it is.</param>
/// <param name="OrganisationId">The customer's organisation.</param>
/// <param name="Company">The customer's name.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="TimeZone">IANA zone of the customer.</param>
/// <param name="Language">Culture name of the customer's mails.</param>
/// <param name="LengthDays">One of <see cref="Trial.Lengths"/>.</param>
/// <param name="Services">Licences of each service.</param>
public sealed record TrialStart(
    Guid PartnerId,
    Guid OrganisationId,
    string Company,
    string Country,
    string TimeZone,
    string Language,
    int LengthDays,
    IReadOnlyDictionary<CloudService, int> Services);
