using AssistPortal.Trials;
using AssistPortal.Trials.Organisations;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Services with how many licences of each, as typed, and what some of them bring along.</summary>
public abstract class ServiceInput
{
    [FromForm(Name = "Amount_Message")]
    public string? AmountMessage { get; set; }

    [FromForm(Name = "Amount_Meeting")]
    public string? AmountMeeting { get; set; }

    [FromForm(Name = "Amount_Call")]
    public string? AmountCall { get; set; }

    [FromForm(Name = "Amount_Room")]
    public string? AmountRoom { get; set; }

    /// <summary>With Meeting.</summary>
    public string? SiteUrl { get; set; }

    /// <summary>With Call, a line each.</summary>
    public string? PhoneNumbers { get; set; }

    /// <summary>Names of the services that are ticked, with commas between.</summary>
    internal abstract string? Ticked { get; }

    /// <summary>The services that are ticked; null where one is none that there is.</summary>
    internal IReadOnlyList<CloudService>? Chosen()
    {
        List<CloudService?> read = [.. TrialLines.Read(Ticked).Select(Read)];
        return read.Contains(null) ? null : [.. read.OfType<CloudService>().Distinct().Order()];
    }

    internal bool Has(CloudService service) => Chosen()?.Contains(service) == true;

    internal string? AmountOf(CloudService service) => service switch
    {
        CloudService.Message => AmountMessage,
        CloudService.Meeting => AmountMeeting,
        CloudService.Call => AmountCall,
        _ => AmountRoom,
    };

    /// <summary>Licences of each service that is ticked; the form is valid.</summary>
    internal IReadOnlyDictionary<CloudService, int> Amounts() =>
        Chosen()!.ToDictionary(service => service, service => Tolerant.Number(AmountOf(service))!.Value);

    internal string? ReadHost() => Has(CloudService.Meeting) ? SiteHost.Read(SiteUrl) : null;

    /// <summary>Each number once; the form is valid.</summary>
    internal IReadOnlyList<string> ReadNumbers() =>
        [.. TrialLines.Read(PhoneNumbers)
            .Select(AssistPortal.Trials.Starting.PhoneNumbers.Read)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];

    private static CloudService? Read(string typed) =>
        Enum.GetValues<CloudService>()
            .Where(service => service.ToString().Equals(typed, StringComparison.OrdinalIgnoreCase))
            .Select(service => (CloudService?)service)
            .FirstOrDefault();
}
