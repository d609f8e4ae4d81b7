using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>What step 3, Event Information, holds.</summary>
/// <param name="Details">What the producer has to know.</param>
/// <param name="Extras">What is ordered beside the package.</param>
/// <param name="SessionWishes">Times for consultations and rehearsals.</param>
/// <param name="ReportEmail">
/// Who gets the report; empty where nobody is named, as in drafts that are older than the field.
/// </param>
public sealed record EventInformation(
    EventDetails Details,
    IReadOnlyList<OrderedExtra> Extras,
    IReadOnlyList<LocalDateTime> SessionWishes,
    string ReportEmail = "");
