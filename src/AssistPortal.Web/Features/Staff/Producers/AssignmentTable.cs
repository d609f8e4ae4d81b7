using AssistPortal.Assist.Assignments;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Assignments with links.</summary>
/// <param name="Times">The assignments.</param>
/// <param name="Zone">In which times are told.</param>
/// <param name="IsOwn">Whether the producer looks at them.</param>
public sealed record AssignmentTable(IReadOnlyList<AssignedTime> Times, DateTimeZone Zone, bool IsOwn);
