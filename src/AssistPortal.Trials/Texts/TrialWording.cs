using System.Globalization;
using AssistPortal.Data.Texts;
using AssistPortal.Trials.Lifecycle;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Trials.Texts;

/// <summary>
/// Services, states and days of trials in words, in the current culture: the same on pages and in mails.
/// </summary>
public sealed class TrialWording
{
    private readonly IStringLocalizer<TrialTexts> texts;

    internal TrialWording(IStringLocalizer<TrialTexts> texts) => this.texts = texts;

    public string Service(CloudService service) => texts[$"Service.{service}"];

    /// <summary>Services one after the other, in their usual order.</summary>
    public string Services(IEnumerable<CloudService> services) =>
        DateWords.List(services.Order().Select(Service));

    /// <summary>Message: 50, Meeting: 25.</summary>
    public string Licences(IEnumerable<TrialService> services) => DateWords.List(
        services.OrderBy(service => service.Service)
            .Select(service => texts["Licences.Of", Service(service.Service), service.Amount].Value));

    public string State(TrialState trialState) => texts[$"State.{trialState}"];

    /// <summary>1 day, 12 days.</summary>
    public string Days(int days) => days == 1 ? texts["Days.One"] : texts["Days.Many", days];

    /// <summary>A day with the zone in which it begins.</summary>
    public static string Day(LocalDate day, DateTimeZone zone) =>
        CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh"
            ? $"{DateWords.Date(day)}（{DateWords.Zone(zone.Id)}）"
            : $"{DateWords.Date(day)} ({DateWords.Zone(zone.Id)})";
}
