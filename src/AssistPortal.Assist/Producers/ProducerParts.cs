using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Producers;

internal static class ProducerParts
{
    /// <summary>Producers with languages, qualifications, hours, time off and what an outside calendar says.</summary>
    public static IQueryable<Producer> WithParts(this IQueryable<Producer> producers) => producers
        .Include(producer => producer.Languages)
        .Include(producer => producer.Qualifications)
        .Include(producer => producer.Hours)
        .Include(producer => producer.ExceptionalHours)
        .Include(producer => producer.TimeOff)
        .Include(producer => producer.BusyTimes)
        .AsSplitQuery();
}
