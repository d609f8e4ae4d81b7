namespace AssistPortal.Trials.Extending;

/// <summary>What a partner changes of a trial, all at once or nothing.</summary>
/// <param name="Extends">Whether it is extended.</param>
/// <param name="Services">Licences of each service that is added.</param>
/// <param name="SiteHost">
/// The site that comes with Meeting, as <see cref="Organisations.SiteHost"/> reads it; null without it.
/// </param>
/// <param name="PhoneNumbers">Numbers that are added, as <see cref="Starting.PhoneNumbers"/> reads them.</param>
public sealed record TrialEdit(
    bool Extends, IReadOnlyDictionary<CloudService, int> Services, string? SiteHost, IReadOnlyList<string> PhoneNumbers)
{
    /// <summary>Nothing but the extension.</summary>
    public static readonly TrialEdit Extension =
        new(Extends: true, new Dictionary<CloudService, int>(), SiteHost: null, []);
}
