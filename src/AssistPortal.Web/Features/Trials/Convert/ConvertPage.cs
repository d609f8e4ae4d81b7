using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Convert;

/// <summary>The form by which a trial is converted, or the page that asks for the confirmation.</summary>
public sealed record ConvertPage
{
    public required ConversionCase Case { get; init; }

    public required ConvertInput Input { get; init; }

    public required Instant Now { get; init; }

    public Trial Trial => Case.Trial;

    public string Path => PathOf(Trial.Id);

    /// <summary>The day on which the trial's site goes by itself.</summary>
    public LocalDate SiteGoesOn => Trial.EndDate.PlusDays(TrialLife.GraceDays);

    /// <summary>The page that asks for the confirmation.</summary>
    public string Question => $"{Path}/confirm";

    public ConversionPlan Plan => Case.PlanOf(Input.Read());

    public static string PathOf(Guid trialId) => $"/trials/{trialId}/convert";
}
