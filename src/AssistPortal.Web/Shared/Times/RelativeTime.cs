using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Shared.Times;

/// <summary>How far a moment is away, in words: 5 minutes ago, in 2 hours.</summary>
public sealed class RelativeTime(IStringLocalizer<SharedTexts> texts)
{
    public string Of(Instant moment, Instant now)
    {
        var distance = moment > now ? moment - now : now - moment;
        if (distance < Duration.FromMinutes(1))
        {
            return texts["Time.Now"];
        }

        return moment > now ? texts["Time.In", Length(distance)] : texts["Time.Ago", Length(distance)];
    }

    private string Length(Duration distance) => distance switch
    {
        { TotalMinutes: < 2 } => texts["Time.Minute"],
        { TotalHours: < 1 } => texts["Time.Minutes", (int)distance.TotalMinutes],
        { TotalHours: < 2 } => texts["Time.Hour"],
        { TotalDays: < 1 } => texts["Time.Hours", (int)distance.TotalHours],
        { TotalDays: < 2 } => texts["Time.Day"],
        _ => texts["Time.Days", (int)distance.TotalDays],
    };
}
