using AssistPortal.Trials;
using NodaTime;

namespace AssistPortal.Web.Features.MyTrial.Usage;

/// <summary>A day of the customer's.</summary>
/// <param name="Day">The day.</param>
/// <param name="Counts">By service; what was not used may be missing.</param>
public sealed record UsageDay(LocalDate Day, IReadOnlyDictionary<CloudService, int> Counts)
{
    public int Of(CloudService service) => Counts.GetValueOrDefault(service);
}
