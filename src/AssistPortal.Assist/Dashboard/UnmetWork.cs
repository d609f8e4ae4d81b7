using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Assist.Dashboard;

/// <summary>The time of a producer that an unmet wish would have taken, on a wall clock.</summary>
/// <param name="Wish">The wish.</param>
/// <param name="Date">The date on which the work begins.</param>
/// <param name="StartMinute">Minutes since midnight, lead included.</param>
/// <param name="EndMinute">Minutes since that midnight, trail included: over 1440 on the next day.</param>
public sealed record UnmetWork(UnmetWishFacts Wish, LocalDate Date, int StartMinute, int EndMinute)
{
    public IsoDayOfWeek Day => Date.DayOfWeek;

    public static UnmetWork Of(UnmetWishFacts wish, ServicePackage package, DateTimeZone zone)
    {
        var time = EventShape.Of(wish.DurationMinutes, package.LeadMinutes, package.TrailMinutes).Around(wish.Start);
        var start = time.Start.InZone(zone);
        var minute = (start.Hour * 60) + start.Minute;
        return new UnmetWork(wish, start.Date, minute, minute + (int)(time.End - time.Start).TotalMinutes);
    }
}
