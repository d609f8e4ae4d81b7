using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Starting;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>A new trial as typed.</summary>
public sealed class NewTrialInput : ServiceInput
{
    public string? Company { get; set; }

    /// <summary>A line each.</summary>
    public string? AdministratorEmails { get; set; }

    public string? Country { get; set; }

    public string? TimeZone { get; set; }

    public string? Language { get; set; }

    public string? LengthDays { get; set; }

    /// <summary>Names of the services that are ticked, with commas between.</summary>
    public string? Services { get; set; }

    internal override string? Ticked => Services;

    /// <summary>Several boxes of one name are ticked: all of them count, not the first.</summary>
    internal NewTrialInput WithTicked(IFormCollection form)
    {
        Services = $"{form[nameof(Services)]}";
        return this;
    }

    /// <summary>Each address once.</summary>
    internal IReadOnlyList<string> Administrators() =>
        [.. TrialLines.Read(AdministratorEmails).Select(Tolerant.Email).DistinctBy(MailKey.Of, StringComparer.Ordinal)];

    /// <summary>The trial; the form is valid.</summary>
    internal TrialRequest Read(Guid partnerId) => new(
        partnerId,
        Tolerant.Text(Company),
        Administrators(),
        Tolerant.Code(Country).ToUpperInvariant(),
        Tolerant.Zone(TimeZone)!.Id,
        Tolerant.Code(Language),
        Tolerant.Number(LengthDays)!.Value,
        Amounts(),
        ReadHost(),
        Has(AssistPortal.Trials.CloudService.Call) ? ReadNumbers() : []);
}
