using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Times;

/// <summary>A moment as pages write it into a field that nobody types in.</summary>
internal static class MomentField
{
    public static string Write(Instant moment) => InstantPattern.General.Format(moment);

    /// <summary>Null where the field holds no moment.</summary>
    public static Instant? Read(string? field) =>
        InstantPattern.General.Parse(field ?? "") is { Success: true, Value: var moment } ? moment : null;
}
