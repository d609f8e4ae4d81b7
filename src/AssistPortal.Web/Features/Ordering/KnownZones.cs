namespace AssistPortal.Web.Features.Ordering;

/// <summary>Zones of earlier orders, and of the host's profile.</summary>
/// <param name="Preset">The zone of the host's last order, else of the profile; null where neither tells.</param>
/// <param name="Common">IANA names of the zones in which the site's events take place most often.</param>
public sealed record KnownZones(string? Preset, IReadOnlyList<string> Common);
